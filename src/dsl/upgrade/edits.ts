import type { Source } from '#diagnostics/source.ts';

/** One change of a text: what stands from `start` to `end` becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all changes made; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: replacement } of inOrder(edits)) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

/** Changes from the start of a text to its end. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Takes lines away, from the first to the last (1-based), with their line breaks. */
export function withoutLines(source: Source, first: number, last: number): Edit {
  return { start: source.offsetOfLine(first), end: source.offsetOfLine(last + 1), text: '' };
}

/** The line break that a text uses: that of its first line. */
export function lineBreakOf({ text }: Source): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
