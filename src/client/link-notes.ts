/**
 * On paper a link leads nowhere: before a page is printed, each address that a text leads to becomes a
 * numbered note at the end, once, and its links carry the number. Afterwards the page is as it was.
 */
export function notesForPaper(): void {
  let undo: (() => void) | undefined;
  addEventListener('beforeprint', () => {
    undo?.();
    undo = addNotes();
  });
  addEventListener('afterprint', () => {
    undo?.();
    undo = undefined;
  });
}

/** Links out of the site wherever they stand; those within it where they are part of a sentence. */
const NOTED =
  'a[href^="http"], :is(.study-section, .study-lead, .prose) :is(p, li) a:not(figure a, table a)';

function addNotes(): () => void {
  const main = document.querySelector('main');
  const links = [...(main?.querySelectorAll<HTMLAnchorElement>(NOTED) ?? [])].filter(
    ({ textContent, href }) =>
      textContent.trim() !== '' && textContent !== href && pageOf(href) !== pageOf(location.href),
  );
  const numbers = new Map(
    [...new Set(links.map(({ href }) => href))].map((href, at) => [href, at + 1]),
  );
  const added: HTMLElement[] = links.map((link) => {
    const mark = document.createElement('sup');
    mark.textContent = ` ${numbers.get(link.href)}`;
    link.after(mark);
    return mark;
  });
  if (main && numbers.size > 0) {
    const notes = document.createElement('section');
    notes.className = 'wrap link-notes';
    const heading = document.createElement('h2');
    heading.textContent = 'Addresses';
    const list = document.createElement('ol');
    for (const href of numbers.keys()) {
      const note = document.createElement('li');
      note.textContent = addressOf(href);
      list.append(note);
    }
    notes.append(heading, list);
    main.append(notes);
    added.push(notes);
  }
  return () => {
    for (const element of added) element.remove();
  };
}

function pageOf(href: string): string {
  return href.replace(/#.*$/, '');
}

/** An address as paper has it: where on a disk the site lies means nothing to who reads it. */
function addressOf(href: string): string {
  const root = document.querySelector<HTMLElement>('site-search')?.dataset.root ?? '/';
  const top = new URL('.', new URL(root, location.href)).href;
  const isOwn = href.startsWith('file:') && href.startsWith(top);
  return isOwn ? href.slice(top.length - 1).replace(/index\.html(?=#|$)/, '') : href;
}
