import type { Source } from '#diagnostics/source.ts';
import { applyEdits, type Edit } from './edits.ts';

const CONTEXT = 3;

/** Lines `first` to `last` (1-based, `last` is before `first` for none) that change, and what they become. */
interface Change {
  readonly first: number;
  readonly last: number;
  readonly edits: readonly Edit[];
}

/** The changes of a file as a unified diff, for people and for `patch -p1`. */
export function unifiedDiff(name: string, source: Source, edits: readonly Edit[]): string {
  const lines = physicalLines(source.text);
  const hunks = groups(changes(source, edits));
  let shift = 0;
  const parts = hunks.map((hunk) => {
    const [text, added] = hunkOf(source, lines, hunk, shift);
    shift += added;
    return text;
  });
  return [`--- a/${name}\n`, `+++ b/${name}\n`, ...parts].join('');
}

/** Edits that touch the same lines, together. */
function changes(source: Source, edits: readonly Edit[]): Change[] {
  const found: Change[] = [];
  for (const edit of edits) {
    const first = source.positionAt(edit.start).line;
    const end = source.positionAt(edit.end);
    const isWhole = end.column === 1 && (edit.text === '' || /[\n\r]$/.test(edit.text));
    const last = isWhole ? end.line - 1 : end.line;
    const before = found.at(-1);
    if (before && first <= before.last + 1)
      found[found.length - 1] = {
        first: before.first,
        last: Math.max(last, before.last),
        edits: [...before.edits, edit],
      };
    else found.push({ first, last, edits: [edit] });
  }
  return found;
}

/** Changes whose surroundings meet stand in one hunk. */
function groups(all: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of all) {
    const before = hunks.at(-1)?.at(-1);
    if (before && change.first - before.last <= 2 * CONTEXT + 1) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkOf(
  source: Source,
  lines: readonly string[],
  hunk: readonly Change[],
  shift: number,
): [text: string, added: number] {
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const from = Math.max(1, (hunk[0]?.first ?? 1) - CONTEXT);
  const to = Math.min(count, (hunk.at(-1)?.last ?? 1) + CONTEXT);
  const out: string[] = [];
  let [at, removed, added] = [from, 0, 0];
  const keep = (until: number) => {
    for (; at < until; at++) out.push(marked(' ', lines[at - 1] ?? ''));
  };
  for (const { first, last, edits } of hunk) {
    keep(first);
    const old = lines.slice(first - 1, last);
    const start = source.offsetOfLine(first);
    const text = applyEdits(
      old.join(''),
      edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
    );
    const now = text === '' ? [] : physicalLines(text).filter((line) => line !== '');
    out.push(...old.map((line) => marked('-', line)), ...now.map((line) => marked('+', line)));
    removed += old.length;
    added += now.length;
    at = Math.max(at, last + 1);
  }
  keep(to + 1);
  const before = to - from + 1;
  const after = before - removed + added;
  return [
    `@@ -${range(from, before)} +${range(from + shift, after)} @@\n${out.join('')}`,
    added - removed,
  ];
}

/** The lines of a text with their breaks. */
function physicalLines(text: string): string[] {
  return text.split(/(?<=\n|\r(?!\n))/);
}

function range(from: number, count: number): string {
  return count === 0 ? `${from - 1},0` : `${from},${count}`;
}

function marked(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}
