import type { Shape } from '#model/styles.ts';
import { centre, contains, type Insets, NO_INSETS, type Point, type Rect } from './geometry.ts';
import { BADGE } from './marks.ts';
import {
  BUCKET_TAPER,
  COMPONENT_TAB,
  COMPONENT_TABS_END,
  CYLINDER_LID,
  FOLDER_TAB,
  HEXAGON_POINT,
  PERSON_HEAD,
  PIPE_END,
  ROBOT_HEAD,
} from './measure/shapes.ts';

/** A box at which a line ends, and the shape that is drawn in it. */
export interface OutlineEnd {
  readonly box: Rect;
  readonly shape: Shape;
  /** Ground around the box that its marks take; an engine's line ends outside it. */
  readonly marks?: Insets;
  /** A badge stands astride the lower edge: arrows end at it. */
  readonly badge?: boolean;
}

/**
 * Lengthens both ends of a line from the box that an engine knows to the outline that is drawn, so
 * that no arrow hovers beside a hexagon, a cylinder's lid or a person's shoulder.
 */
export function meetOutline(
  points: readonly Point[],
  from: OutlineEnd | undefined,
  to: OutlineEnd | undefined,
): Point[] {
  const out = [...points];
  const [first, second] = out;
  // What begins under a badge is hidden by it, so only arrows end there.
  if (from && first && second) out[0] = inward(first, second, { ...from, badge: false });
  const [last, before] = [out.at(-1), out.at(-2)];
  if (to && last && before) out[out.length - 1] = inward(last, before, to);
  return out;
}

/**
 * An end moved on, straight ahead, until it meets the shape, or a mark that stands there: a badge at
 * the lower edge, or the edges of further boxes behind the upper and the right one.
 */
function inward(
  end: Point,
  before: Point,
  { box, shape, marks = NO_INSETS, badge }: OutlineEnd,
): Point {
  if (end.x === before.x) {
    const down = end.y > before.y;
    const underBadge = badge && Math.abs(end.x - centre(box).x) < BADGE.width / 2 + 4;
    if (down ? marks.top > 0 : underBadge) return end;
    const depth = verticalGap(shape, box, end.x, down) + (down ? 0 : marks.bottom);
    return { x: end.x, y: end.y + (down ? depth : -depth) };
  }
  if (end.y === before.y) {
    const rightwards = end.x > before.x;
    if (!rightwards && marks.right > 0) return end;
    const depth = horizontalGap(shape, box, end.y, rightwards);
    return { x: end.x + (rightwards ? depth : -depth), y: end.y };
  }
  return end;
}

/** Whether a point is on what is drawn in a box, its marks included. */
export function isOnShape(
  { box, shape, marks = NO_INSETS, badge }: OutlineEnd,
  at: Point,
): boolean {
  const { x, y, width, height } = box;
  if (badge) {
    const low = y + height;
    const besides = Math.abs(at.x - centre(box).x);
    if (besides < BADGE.width / 2 + 4 && Math.abs(at.y - low) < BADGE.height / 2) return true;
  }
  if (marks.top > 0 && contains({ ...box, x: x + marks.right, y: y - marks.top }, at)) return true;
  if (!contains(box, at)) return false;
  return (
    at.y - y >= verticalGap(shape, box, at.x, true) &&
    y + height - at.y >= verticalGap(shape, box, at.x, false) &&
    at.x - x >= horizontalGap(shape, box, at.y, true) &&
    x + width - at.x >= horizontalGap(shape, box, at.y, false)
  );
}

/** Free ground between a box's upper (or lower) side and the shape, at a place along it. */
function verticalGap(shape: Shape, box: Rect, x: number, upper: boolean): number {
  const { x: middle } = centre(box);
  /** −1 at the left side, 0 in the middle, 1 at the right side. */
  const t = Math.min(1, Math.abs((x - middle) / (box.width / 2)));
  const ellipse = (height: number) => height * (1 - Math.sqrt(1 - t * t));
  switch (shape) {
    case 'Cylinder':
      return ellipse(CYLINDER_LID);
    case 'Bucket':
      return ellipse(upper ? CYLINDER_LID : CYLINDER_LID / 2);
    case 'Circle':
    case 'Ellipse':
      return ellipse(box.height / 2);
    case 'Diamond':
      return t * (box.height / 2);
    case 'Hexagon': {
      const past = Math.abs(x - middle) - (box.width / 2 - HEXAGON_POINT);
      return past > 0 ? (past / HEXAGON_POINT) * (box.height / 2) : 0;
    }
    case 'Person':
      return upper ? headGap(Math.abs(x - middle), PERSON_HEAD / 2, PERSON_HEAD - 6) : 0;
    case 'Robot':
      return upper && Math.abs(x - middle) > 22 ? ROBOT_HEAD : 0;
    case 'Folder':
      return upper && x - box.x > box.width * 0.36 ? FOLDER_TAB : 0;
    default:
      return 0;
  }
}

/** Down to the head's circle, or beside it to the shoulders. */
function headGap(offset: number, radius: number, shoulders: number): number {
  return offset < radius ? radius - Math.sqrt(radius * radius - offset * offset) : shoulders;
}

/** Free ground between a box's left (or right) side and the shape, at a place along it. */
function horizontalGap(shape: Shape, box: Rect, y: number, left: boolean): number {
  const { y: middle } = centre(box);
  const t = Math.min(1, Math.abs((y - middle) / (box.height / 2)));
  const ellipse = (width: number) => width * (1 - Math.sqrt(1 - t * t));
  switch (shape) {
    case 'Pipe':
      return ellipse(PIPE_END);
    case 'Circle':
    case 'Ellipse':
      return ellipse(box.width / 2);
    case 'Diamond':
      return t * (box.width / 2);
    case 'Hexagon':
      return t * HEXAGON_POINT;
    case 'Bucket':
      return ((y - box.y) / box.height) * BUCKET_TAPER;
    case 'Person': {
      const onHead = y < box.y + PERSON_HEAD;
      return onHead ? box.width / 2 - PERSON_HEAD / 2 : 0;
    }
    case 'Component':
      return left && y - box.y > COMPONENT_TABS_END ? COMPONENT_TAB : 0;
    default:
      return 0;
  }
}
