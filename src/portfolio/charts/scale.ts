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

/** Users on pixels from `left` to `right`, each decade as wide as the next. */
export function userX(
  [from, to]: readonly [number, number],
  left: number,
  right: number,
): UserScale['x'] {
  const [low, high] = [Math.log10(from), Math.log10(to)];
  return (users) => {
    const ratio = (Math.log10(users) - low) / (high - low);
    return Math.round((left + Math.min(1, Math.max(0, ratio)) * (right - left)) * 10) / 10;
  };
}

/** The ticks among those wanted, the most wanted first, whose labels do not touch; in order. */
export function roomyTicks(
  wanted: readonly number[],
  x: UserScale['x'],
  room: number = ROOM,
): number[] {
  const ticks: number[] = [];
  for (const tick of wanted) {
    if (ticks.every((other) => Math.abs(x(tick) - x(other)) >= room)) ticks.push(tick);
  }
  return ticks.sort((a, b) => a - b);
}

/** The scale of a chart that begins at one number of users, over pixels from `left` to `right`. */
export function userScale(from: number, size: number, left: number, right: number): UserScale {
  const to = scaleEnd(size);
  const x = userX([from, to], left, right);
  const round = Array.from({ length: 11 }, (_, power) => [1, 2, 5].map((n) => n * 10 ** power))
    .flat()
    .filter((tick) => tick > from && tick <= to);
  return { ticks: roomyTicks([size, from, to, ...round], x), x };
}

/** Round amounts above nothing up to `most`: three to six of them, 1, 2 or 5 times a power of ten apart. */
export function amountTicks(most: number): number[] {
  if (!(most > 0 && Number.isFinite(most))) return [];
  const power = 10 ** Math.floor(Math.log10(most / 3));
  const step = power * (([5, 2] as const).find((times) => most / (power * times) >= 3) ?? 1);
  return Array.from({ length: Math.floor(most / step + 1e-9) }, (_, index) => step * (index + 1));
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
