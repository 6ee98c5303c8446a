/** A logarithmic scale of users to pixels, held inside its range. */
export interface UserScale {
  readonly ticks: readonly number[];
  x(users: number): number;
}

/** Where a chart of users ends: the power of ten from twenty times the larger size on. */
export function scaleEnd(size: number): number {
  return 10 ** Math.ceil(Math.log10(size * 20));
}

/** A tick that a narrow chart has room for besides the two sizes: a power of ten. */
export function isDecade(tick: number): boolean {
  return Number.isInteger(Math.log10(tick));
}

/** The scale of a chart that begins at one number of users, over pixels from `left` to `right`. */
export function userScale(from: number, size: number, left: number, right: number): UserScale {
  const to = scaleEnd(size);
  const [low, high] = [Math.log10(from), Math.log10(to)];
  const x = (users: number) => {
    const ratio = (Math.log10(users) - low) / (high - low);
    return Math.round((left + Math.min(1, Math.max(0, ratio)) * (right - left)) * 10) / 10;
  };
  const round = Array.from({ length: 11 }, (_, power) => [1, 2, 5].map((n) => n * 10 ** power))
    .flat()
    .filter((tick) => tick > from && tick <= to);
  // Sizes first: a round number that would touch the label of one before it is left out.
  const ticks: number[] = [];
  for (const tick of [size, from, to, ...round]) {
    if (ticks.every((other) => Math.abs(x(tick) - x(other)) >= ROOM)) ticks.push(tick);
  }
  return { ticks: ticks.sort((a, b) => a - b), x };
}

/** Pixels from the middle of one label to that of the next. */
const ROOM = 40;

/** Rough width of a text at a size, for charts whose text no engine measures: half an em a character. */
export function roughWidth(text: string, size: number): number {
  return text.length * size * 0.5;
}

/** A text as lines that fit a width, at words. */
export function wrapRough(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && roughWidth(`${last} ${word}`, size) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
