/** A side of a box that lines run past. */
export type Side = 'left' | 'right';

/**
 * Lines that turn once instead of twice. A line may leave or enter a box through its side, within
 * the box's row; and a line may run level through its label.
 */
export interface Turns {
  /** By segment: the side at which its upper, or lower, end meets a box. */
  readonly upper: ReadonlyMap<number, Side>;
  readonly lower: ReadonlyMap<number, Side>;
  /** Labels that stand on a level piece of their line, and to which side it runs downwards. */
  readonly arms: ReadonlyMap<number, Side>;
}

export const NO_TURNS: Turns = { upper: new Map(), lower: new Map(), arms: new Map() };

export function countTurns({ upper, lower, arms }: Turns): number {
  return upper.size + lower.size + arms.size;
}
