import { controlButton } from '../parts.ts';
import { counted } from './markdown.ts';
import { issueOutlet, mailOutlet, type Outlet } from './outlets.ts';

/** What can be done with all comments. */
export interface ReviewTools {
  readonly title: string;
  /** Name of the file that is downloaded. */
  readonly fileName: string;
  /** Empty where none is configured. */
  readonly repository: string;
  readonly email: string;
  count(): number;
  isKept(): boolean;
  markdown(): string;
  clear(): void;
}

/** Fills a place with the buttons; gives what shows their number anew. */
export function showTools(host: HTMLElement, tools: ReviewTools): () => void {
  const count = document.createElement('p');
  count.className = 'count';
  const said = document.createElement('p');
  said.className = 'said';
  said.setAttribute('role', 'status');
  const say = (words: string) => {
    said.textContent = words;
  };
  const group = document.createElement('div');
  group.className = 'buttons';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'All comments');
  const copy = async () => {
    try {
      // Over plain HTTP there is no clipboard; some browsers ask before they give it.
      await navigator.clipboard.writeText(tools.markdown());
      return true;
    } catch {
      return false;
    }
  };
  const open = async (outlet: Outlet, what: string) => {
    if (!outlet.isWhole) {
      const isCopied = await copy();
      say(
        isCopied
          ? `Too long for an address: the comments are on the clipboard. Paste them into the ${what}.`
          : `Too long for an address: copy or download the comments, and add them to the ${what}.`,
      );
    }
    if (outlet.address.startsWith('mailto:')) location.href = outlet.address;
    else window.open(outlet.address, '_blank', 'noopener');
  };
  group.append(
    controlButton('Copy as Markdown', () => {
      void copy().then((isCopied) =>
        say(isCopied ? 'Copied' : 'The browser does not let the page copy: download them.'),
      );
    }),
    controlButton('Download', () => download(tools)),
    ...(tools.repository
      ? [
          controlButton('Open an issue', () => {
            void open(issueOutlet(tools.repository, tools.title, tools.markdown()), 'issue');
          }),
        ]
      : []),
    controlButton('E-mail', () => {
      void open(mailOutlet(tools.email, tools.title, tools.markdown()), 'mail');
    }),
    controlButton('Clear…', () => ask(true)),
  );
  const question = document.createElement('div');
  question.className = 'question';
  const ask = (isOpen: boolean) => {
    question.hidden = !isOpen;
    question.replaceChildren(...(isOpen ? clearing(tools, ask, say) : []));
    question.querySelector('button')?.focus();
  };
  host.replaceChildren(count, group, question, said);
  question.hidden = true;
  return () => {
    const number = tools.count();
    group.hidden = number === 0;
    count.textContent = stateOf(number, tools.isKept());
  };
}

function stateOf(number: number, isKept: boolean): string {
  const where = isKept
    ? 'kept in this browser as you type'
    : 'and this browser keeps none: copy or download them before you close the page';
  return number === 0
    ? `No comments yet; ${isKept ? 'they are ' : ''}${where}.`
    : `${counted(number)}, ${where}.`;
}

/** Nothing is cleared without an offer to save it first. */
function clearing(
  tools: ReviewTools,
  ask: (isOpen: boolean) => void,
  say: (words: string) => void,
): HTMLElement[] {
  const words = document.createElement('p');
  words.textContent = `Take ${counted(tools.count())} out of this browser?`;
  const clear = () => {
    tools.clear();
    ask(false);
    say('Cleared');
  };
  return [
    words,
    controlButton('Download, then clear', () => {
      download(tools);
      clear();
    }),
    controlButton('Clear', clear),
    controlButton('Keep them', () => ask(false)),
  ];
}

function download({ fileName, markdown }: ReviewTools): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([markdown()], { type: 'text/markdown' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
