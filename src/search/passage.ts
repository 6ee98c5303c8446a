import { type Word, wordsOf } from './words.ts';

/** A piece of a text; marked where it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Letters of a passage. */
const LETTERS = 170;
/** Letters before the first mark of a passage that begins inside its text. */
const BEFORE = 40;

/** A text with the found words marked. */
export function marked(text: string, words: ReadonlySet<string>): Piece[] {
  return pieces(text, 0, text.length, hitsIn(text, words));
}

/** The part of a text where most of the found words stand, marked; its beginning where none does. */
export function passage(text: string, words: ReadonlySet<string>): Piece[] {
  const hits = hitsIn(text, words);
  const [best] = hits
    .map((hit) => ({ hit, different: differentIn(hits, hit.start) }))
    .sort((a, b) => b.different - a.different);
  let start = best && best.hit.start > BEFORE ? wordStart(text, best.hit.start - BEFORE) : 0;
  let end = Math.min(text.length, start + LETTERS);
  if (end < text.length)
    end = text.lastIndexOf(' ', end) > start ? text.lastIndexOf(' ', end) : end;
  else if (start > 0) start = wordStart(text, Math.max(0, end - LETTERS));
  return [
    ...(start > 0 ? [{ text: '… ', marked: false }] : []),
    ...pieces(text, start, end, hits),
    ...(end < text.length ? [{ text: ' …', marked: false }] : []),
  ];
}

function hitsIn(text: string, words: ReadonlySet<string>): Word[] {
  return wordsOf(text).filter(({ word }) => words.has(word));
}

function differentIn(hits: readonly Word[], from: number): number {
  const inside = hits.filter(({ start, end }) => start >= from && end <= from + LETTERS - BEFORE);
  return new Set(inside.map(({ word }) => word)).size;
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 ? at : space + 1;
}

function pieces(text: string, from: number, to: number, hits: readonly Word[]): Piece[] {
  const found: Piece[] = [];
  let at = from;
  for (const { start, end } of hits) {
    if (start < at || end > to) continue;
    if (start > at) found.push({ text: text.slice(at, start), marked: false });
    found.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) found.push({ text: text.slice(at, to), marked: false });
  return found;
}
