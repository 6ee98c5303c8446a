import type { Note } from './notes.ts';

/** What a review is about, as its page says. */
export interface ReviewFacts {
  readonly study: string;
  readonly title: string;
  /** Day and digest of a frozen state; empty for the current one. */
  readonly state: string;
  /** Where the site stands: its origin and base, without a slash at the end; empty for a file. */
  readonly site: string;
}

/** Comments as Markdown that `archfolio review import` reads, also when it was rendered and copied. */
export function reviewMarkdown(
  { study, title, state, site }: ReviewFacts,
  notes: readonly Note[],
): string {
  const of = state === '' ? 'its current state' : `its state of ${state}`;
  const parts = notes.map(({ anchor, label, text }, at) => {
    const place = site === '' ? `\`${anchor}\`` : `[\`${anchor}\`](${site}${encodeURI(anchor)})`;
    return `### ${at + 1}. ${onOneLine(label)} · ${place}\n\n${quoted(text)}\n`;
  });
  return [
    `# Review of ${title}\n`,
    `Study \`${study}\`, ${of}, ${counted(notes.length)}.\n`,
    ...parts,
  ].join('\n');
}

/** `1 comment`, `5 comments`. */
export function counted(count: number): string {
  return `${count} ${count === 1 ? 'comment' : 'comments'}`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function quoted(text: string): string {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
