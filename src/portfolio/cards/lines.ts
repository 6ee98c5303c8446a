import type { Face, Setter, TextItem } from './sheet.ts';

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
  const words = setter.known(text).split(/[ \n]+/);
  for (const word of words.flatMap((one) => cut(one, { face, size, width }, setter))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && setter.width(longer, face, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function cut(
  word: string,
  { face, size, width }: Pick<Block, 'face' | 'size' | 'width'>,
  setter: Setter,
): string[] {
  if (word.length < 2 || setter.width(word, face, size) <= width) return [word];
  let end = word.length - 1;
  while (end > 1 && setter.width(word.slice(0, end), face, size) > width) end--;
  return [word.slice(0, end), ...cut(word.slice(end), { face, size, width }, setter)];
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

/** The first of some blocks, largest first, in which a text is at most so high; else the last. */
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
  return fits || !next ? { block: first, lines } : fitting(text, [next, ...rest], height, setter);
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
