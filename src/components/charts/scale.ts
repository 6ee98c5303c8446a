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
