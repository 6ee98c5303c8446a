import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { LISTS, type ListName } from '#case-study/lists/table.ts';
import type { Source } from '#diagnostics/source.ts';
import { keysOf } from '#diagnostics/validate.ts';
import type { Edit } from '#dsl/upgrade/edits.ts';

/**
 * What puts the keys of a typed list's entries into the order of its schema. An entry whose keys do not
 * each have lines of their own, or with a comment or an empty line between them, stays as it is: what
 * belongs to which key is its author's to say.
 */
export function keyOrderEdits({ text }: Source, name: ListName): Edit[] {
  const { contents, errors } = parseDocument(text, { lineCounter: new LineCounter() });
  if (errors.length > 0 || !isSeq(contents)) return [];
  const order = keysOf(LISTS[name], [0]);
  return contents.items.flatMap((entry) => (isMap(entry) ? reordered(text, entry, order) : []));
}

function reordered(text: string, entry: YAMLMap, order: readonly string[]): Edit[] {
  const keys = entry.items.map(keyOf);
  const last = entry.range?.[1];
  if (entry.flow || last === undefined) return [];
  const parts = keys.map((key, place): Part => {
    const start = key?.start ?? -1;
    const written = text.slice(start, keys[place + 1]?.start ?? last);
    return { start, text: written.trimEnd(), rank: order.indexOf(key?.name ?? ''), written };
  });
  if (!parts.every((part, place) => isPlain(text, part, place, parts.length))) return [];
  const wanted = parts.toSorted((a, b) => a.rank - b.rank);
  const first = parts.findIndex((part, place) => part !== wanted[place]);
  const final = parts.findLastIndex((part, place) => part !== wanted[place]);
  const [from, to] = [parts[first], parts[final]];
  if (!from || !to) return [];
  const column = (parts[0]?.start ?? 0) - lineStart(text, parts[0]?.start ?? 0);
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const moved = wanted.slice(first, final + 1).map((part) => part.text);
  const end = to.start + to.text.length;
  return [{ start: from.start, end, text: moved.join(`${ending}${' '.repeat(column)}`) }];
}

/** A key with its value, as it is written. */
interface Part {
  readonly start: number;
  readonly text: string;
  /** With what follows it, up to the next. */
  readonly written: string;
  /** Its place in the schema; -1 where that does not have it. */
  readonly rank: number;
}

/** Whether a part has lines of its own, with nothing between them and the next part. */
function isPlain(text: string, part: Part, place: number, count: number): boolean {
  const { start, written, rank } = part;
  const isLast = place === count - 1;
  return (
    start >= 0 &&
    rank >= 0 &&
    (place === 0 || text.slice(lineStart(text, start), start).trim() === '') &&
    !/^\s*#/m.test(part.text) &&
    !/\n[ \t]*\r?\n/.test(isLast ? part.text : written) &&
    !/[|>]\d*\+/.test(part.text)
  );
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function keyOf({ key }: Pair): { readonly name: string; readonly start: number } | undefined {
  if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return undefined;
  return { name: key.value, start: key.range[0] };
}
