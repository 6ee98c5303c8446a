import { type Font, isWide, type TextMeasure } from './text.ts';

/** How far a text may go in one line: pixels, and optionally characters. */
export interface LineLimit {
  readonly width: number;
  readonly characters?: number;
}

/**
 * Breaks a text into lines: at blanks; a word too long for a line after `. / - _ :` or before an
 * inner capital; East Asian text between characters; and, when nothing else is left, anywhere.
 * Nothing is ever cut off. An empty text has no lines.
 */
export function wrap(text: string, font: Font, limit: LineLimit, measure: TextMeasure): string[] {
  const fits = (line: string) =>
    measure.width(line, font) <= limit.width &&
    (limit.characters === undefined || line.length <= limit.characters);
  const lines: string[] = [];
  let line = '';
  const push = (part: string, glue: string) => {
    if (line === '') line = part;
    else if (fits(line + glue + part)) line += glue + part;
    else {
      lines.push(line);
      line = part;
    }
  };
  const words = text.split(/[\s\p{Cc}]+/u).filter((word) => word !== '');
  for (const word of words) {
    if (fits(word)) {
      push(word, ' ');
      continue;
    }
    for (const [index, piece] of pieces(word, fits).entries()) push(piece, index === 0 ? ' ' : '');
  }
  if (line !== '') lines.push(line);
  return balance(lines, words, (part) => measure.width(part, font));
}

/** Parts of a word that is too long for a line, each of which fits. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  return word
    .split(/(?<=[./\-_:?&=,])|(?<=\p{Ll})(?=\p{Lu})/u)
    .flatMap((piece) => (fits(piece) && !hasWide(piece) ? [piece] : [...piece]));
}

function hasWide(text: string): boolean {
  return [...text].some((character) => isWide(character.codePointAt(0) ?? 0));
}

/**
 * Two lines of like length read better than a full one and a word: of the ways to cut the same
 * words in two, the one whose longer line is shortest. Words that were cut themselves stay.
 */
function balance(lines: string[], words: readonly string[], widthOf: (line: string) => number) {
  if (lines.length !== 2 || lines.join(' ') !== words.join(' ')) return lines;
  let best = lines;
  for (let cut = 1; cut < words.length; cut++) {
    const split = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    if (Math.max(...split.map(widthOf)) < Math.max(...best.map(widthOf))) best = split;
  }
  return best;
}
