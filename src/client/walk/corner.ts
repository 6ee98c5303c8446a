import type { Area, Piece } from './camera.ts';

/** A corner of the stage: right or left, upper or lower. */
export type Corner = 'upper right' | 'upper left' | 'lower left' | 'lower right';

/** The first is where the map belongs. */
const CORNERS: readonly Corner[] = ['upper right', 'lower right', 'lower left', 'upper left'];

/** Between the map and the edges of the stage; pixels. The style sheet has the same. */
const GAP = 24;

/** On a stage as narrow as a telephone's a map is worth no word that it hides; pixels. */
const NARROW = 700;

/**
 * The corner of a stage in which the map hides least of what is seen; pixels of the stage. `head` is
 * kept free at the upper edge, for the participants of a sequence. None on a narrow stage where the map
 * would hide something in each.
 */
export function cornerFor(
  stage: Area,
  { map, head }: { readonly map: Area; readonly head: number },
  marks: readonly Piece[],
): Corner | undefined {
  const hidden = CORNERS.map((corner) => {
    const [upper, right] = [corner.startsWith('upper'), corner.endsWith('right')];
    const x = right ? stage.width - GAP - map.width : GAP;
    const y = upper ? GAP + head : stage.height - GAP - map.height;
    return marks.filter((mark) => meet(mark, { x, y, ...map })).length;
  });
  const least = Math.min(...hidden);
  return stage.width < NARROW && least > 0 ? undefined : CORNERS[hidden.indexOf(least)];
}

function meet(a: Piece, b: Piece): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
