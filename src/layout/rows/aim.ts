import type { SizedGraph } from '../engine.ts';
import { SPACING } from './spacing.ts';

/** What a drawing is drawn for: the shape that it should have, and the distances in it. */
export interface Aim {
  /** How long a row may get, in the direction of rows, before it costs and is split. */
  readonly across: number;
  /** Width over height of the drawing. */
  readonly aspect: number;
  /** Pixels between two boxes of a row. */
  readonly boxes: number;
  /** Pixels between two rows that an author wants beyond what the lines need. */
  readonly ranks: number;
}

/** Sheets: a page on a screen, and a telephone held upright. */
const WIDTH = 1500;
const ASPECT = 1.6;
const NARROW = { width: 900, aspect: 0.75 };
/** Rows that run from top to bottom may be so much shorter than those that run across. */
const TALL = 0.75;
/** A gap between two rows that an author's factor stretches. */
const RANK_GAP = 60;
/** Boxes are never closer than this, whatever an author asks for. */
const LEAST_BOXES = 24;

export function aimOf({ direction, width = WIDTH, spacing }: SizedGraph): Aim {
  const turned = direction === 'LR' || direction === 'RL';
  return {
    across: turned ? width * TALL : width,
    aspect: width < NARROW.width ? NARROW.aspect : ASPECT,
    boxes: Math.round(Math.max(LEAST_BOXES, SPACING.boxes * (spacing?.nodes ?? 1))),
    ranks: Math.round(Math.max(0, RANK_GAP * ((spacing?.ranks ?? 1) - 1))),
  };
}
