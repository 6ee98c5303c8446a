import type { SizedGraph } from '../engine.ts';
import type { Size } from '../geometry.ts';
import { SPACING } from './spacing.ts';

/** What a drawing is drawn for: the shape that it should have, and the distances in it. */
export interface Aim {
  /** How long a row may get, in the direction of rows, before it costs and is split. */
  readonly across: number;
  /** The sheet that the drawing should fit and fill, in pixels. */
  readonly sheet: Size;
  /** There are boxes enough for a drawing to have a shape that suits a page, whatever its size. */
  readonly shaped: boolean;
  /** Pixels between two boxes of a row. */
  readonly boxes: number;
  /** Pixels between two rows that an author wants beyond what the lines need. */
  readonly ranks: number;
}

/** Sheets: a page on a screen, and a telephone held upright. */
const WIDTH = 1500;
const ASPECT = 1.75;
const NARROW = { width: 900, aspect: 0.75 };
/** Rows that run from top to bottom may be so much shorter than those that run across. */
const TALL = 0.75;
/** A gap between two rows that an author's factor stretches. */
const RANK_GAP = 60;
/** Shapes that suit any page, from how many boxes on, and what the logarithm beyond them counts for. */
const SUITS = { boxes: 5, from: 1, to: 2.2, weight: 1 } as const;
/** Boxes are never closer than this, whatever an author asks for. */
const LEAST_BOXES = 24;

export function aimOf({ direction, nodes, width = WIDTH, spacing }: SizedGraph): Aim {
  const turned = direction === 'LR' || direction === 'RL';
  return {
    across: turned ? width * TALL : width,
    sheet: { width, height: width / (width < NARROW.width ? NARROW.aspect : ASPECT) },
    shaped: nodes.length >= SUITS.boxes,
    boxes: Math.round(Math.max(LEAST_BOXES, SPACING.boxes * (spacing?.nodes ?? 1))),
    ranks: Math.round(Math.max(0, RANK_GAP * ((spacing?.ranks ?? 1) - 1))),
  };
}

/**
 * How much of its sheet a drawing may take in one direction before its shape begins to count, and
 * from where on it counts in full; and what it counts for until then.
 */
const COUNTS = { tall: [0.45, 1], wide: [0.9, 1.5], least: 0.05 } as const;

/**
 * How far a drawing is from the shape of its sheet: the logarithm of how much too wide or too tall it
 * is. What is well within the sheet may have nearly any shape: a short chain runs the way its author wants.
 */
export function misshape({ sheet, shaped }: Aim, { width, height }: Size): number {
  const [across, along] = [width / sheet.width, Math.max(1, height) / sheet.height];
  const [from, to] = across > along ? COUNTS.wide : COUNTS.tall;
  const share = (Math.max(across, along) - from) / (to - from);
  const counts = Math.min(1, Math.max(COUNTS.least, share));
  const aspect = Math.max(0.01, width / Math.max(1, height));
  const beyond = Math.max(0, Math.log(aspect / SUITS.to), Math.log(SUITS.from / aspect));
  return (
    counts * Math.abs(Math.log(Math.max(0.01, across / along))) +
    (shaped ? SUITS.weight * beyond : 0)
  );
}
