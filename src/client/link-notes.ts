/**
 * On paper a link leads nowhere: before a page is printed, each address outside the site becomes a
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

function addNotes(): () => void {
  const main = document.querySelector('main');
  const links = [...(main?.querySelectorAll<HTMLAnchorElement>('a[href^="http"]') ?? [])].filter(
    ({ textContent, href }) => textContent.trim() !== '' && textContent !== href,
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
      note.textContent = href;
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
