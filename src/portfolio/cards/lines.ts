import type { Face, Setter, TextItem } from './sheet.ts';

/** No text of a sheet is longer: what comes after is not read anyway. */
const MOST = 2000;

/** How a block of text is set. */
export interface Block {
  readonly face: Face;
  readonly size: number;
  /** From baseline to baseline. */
  readonly leading: number;
  readonly width: number;
  readonly fill: string;
}

/** A text in lines of at most a width; a word that is wider by itself is cut where it has to be. */
export function linesOf(text: string, { face, size, width }: Block, setter: Setter): string[] {
  const lines: string[] = [];
  let line = '';
  const words = shownText(text, setter).split(' ');
  for (const word of words.flatMap((one) => cut(one, { face, size, width }, setter))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && setter.width(longer, face, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * A text in words parted by single blanks, without what cannot be set: pictures, controls, halves of
 * pairs. A letter and its accent are one character where there is one.
 */
export function shownText(text: string, setter: Setter): string {
  const plain = [...text.slice(0, MOST).normalize()]
    .map((one) => (one !== '\u00A0' && /[\p{C}\p{Z}\s]/u.test(one) ? ' ' : one))
    .join('')
    .replace(/\p{Extended_Pictographic}/gu, '');
  return (setter.lacks(plain) ? plain : setter.known(plain)).trim().replace(/ +/g, ' ');
}

/** A text in one line of at most a width; what does not fit ends in an ellipsis. */
export function oneLine(text: string, face: Face, size: number, width: number, setter: Setter) {
  // More than any line has room for.
  const whole = shownText(text.slice(0, 300), setter);
  if (setter.width(whole, face, size) <= width) return whole;
  let characters = [...whole];
  const line = () => `${characters.join('').trimEnd()}…`;
  while (characters.length > 0 && setter.width(line(), face, size) > width) {
    characters = characters.slice(0, -1);
  }
  return line();
}

function cut(
  word: string,
  { face, size, width }: Pick<Block, 'face' | 'size' | 'width'>,
  setter: Setter,
): string[] {
  const characters = [...word];
  if (characters.length < 2 || setter.width(word, face, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of characters) {
    if (piece !== '' && setter.width(piece + character, face, size) > width) {
      // An address is cut behind a slash or a hyphen, where it has one.
      const end = Math.max(piece.lastIndexOf('/'), piece.lastIndexOf('-')) + 1 || piece.length;
      pieces.push(piece.slice(0, end));
      piece = piece.slice(end) + character;
    } else piece += character;
  }
  return [...pieces, piece];
}

/** The same with lines of like length: as narrow as gives no more of them. */
export function balanced(text: string, block: Block, setter: Setter): string[] {
  const most = linesOf(text, block, setter).length;
  let [low, high] = [0, block.width];
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2;
    const lines = linesOf(text, { ...block, width: middle }, setter);
    const fits = lines.every((line) => setter.width(line, block.face, block.size) <= block.width);
    if (lines.length <= most && fits) high = middle;
    else low = middle;
  }
  return linesOf(text, { ...block, width: high }, setter);
}

/** A text set in a block. */
export interface SetText {
  readonly block: Block;
  readonly lines: readonly string[];
}

/**
 * The first of some blocks, largest first, in which a text is at most so high; else the last, with as
 * many lines as there is room for.
 */
export function fitting(
  text: string,
  [first, ...smaller]: readonly [Block, ...Block[]],
  height: number,
  setter: Setter,
): SetText {
  const lines = balanced(text, first, setter);
  const [next, ...rest] = smaller;
  const fits =
    lines.length * first.leading <= height &&
    lines.every((line) => setter.width(line, first.face, first.size) <= first.width);
  if (fits) return { block: first, lines };
  if (next) return fitting(text, [next, ...rest], height, setter);
  const most = Math.max(1, Math.floor(height / first.leading));
  if (lines.length <= most) return { block: first, lines };
  const last = `${lines.slice(most - 1).join(' ')}`;
  const { face, size, width } = first;
  return {
    block: first,
    lines: [...lines.slice(0, most - 1), oneLine(last, face, size, width, setter)],
  };
}

/** The same face in several sizes. */
export function sizes(
  block: Omit<Block, 'size' | 'leading'>,
  ratio: number,
  first: number,
  ...smaller: readonly number[]
): [Block, ...Block[]] {
  const at = (size: number): Block => ({ ...block, size, leading: size * ratio });
  return [at(first), ...smaller.map(at)];
}

/** Lines as items, the first with its baseline at `y`. */
export function setAt(
  lines: readonly string[],
  { face, size, leading, fill }: Block,
  x: number,
  y: number,
): TextItem[] {
  return lines.map((text, place) => {
    return { kind: 'text', x, y: y + place * leading, text, face, size, fill };
  });
}
