/** A logarithmic scale of users to pixels, held inside its range. */
export interface UserScale {
  readonly ticks: readonly number[];
  x(users: number): number;
}

const TICKS = [1e3, 1e4, 1e5, 5e5, 1e6, 2e6, 5e6, 1e7] as const;

/** The scale of a chart from one number of users to another, over pixels from `left` to `right`. */
export function userScale(from: number, to: number, left: number, right: number): UserScale {
  const [low, high] = [Math.log10(from), Math.log10(to)];
  return {
    ticks: TICKS.filter((tick) => tick >= from && tick <= to),
    x: (users) => {
      const ratio = (Math.log10(users) - low) / (high - low);
      return Math.round((left + Math.min(1, Math.max(0, ratio)) * (right - left)) * 10) / 10;
    },
  };
}

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
