import type { GraphNode } from '#views/graph.ts';
import { type Insets, NO_INSETS, type Rect, type Size } from './geometry.ts';

/** How far the edges of further boxes stand out behind one that stands for several. */
export const STACK = 8;
/** A badge stands astride the lower edge of its box. */
export const BADGE = { width: 92, height: 20 };

/** Which boxes have badges: all that may, those with these ids (whoever they are), or none. */
export type Badges = boolean | ReadonlySet<string>;

/**
 * Ground outside a box that its marks take. In a view with badges every box that may have one keeps
 * room for it, so that an overlay moves nothing.
 */
export function marksOf(node: GraphNode, badges: Badges): Insets {
  const stack = node.instances === undefined ? 0 : STACK;
  const named = badges !== true && badges !== false && badges.has(node.id);
  const bottom = named || (badges && mayHaveBadge(node)) ? BADGE.height / 2 : 0;
  return { ...NO_INSETS, top: stack, right: stack, bottom };
}

export function hasBadge(node: GraphNode, badges: Badges): boolean {
  return badges === true ? mayHaveBadge(node) : badges !== false && badges.has(node.id);
}

/** People and systems of others cost nothing that we know of. */
function mayHaveBadge({ style: { tone } }: GraphNode): boolean {
  return tone !== 'person' && tone !== 'external';
}

/** The ground of a box with its marks. */
export function withMarks({ width, height }: Size, marks: Insets): Size {
  return { width: width + marks.left + marks.right, height: height + marks.top + marks.bottom };
}

/** The box within the ground of a box with its marks. */
export function withoutMarks({ x, y, width, height }: Rect, marks: Insets): Rect {
  return {
    x: x + marks.left,
    y: y + marks.top,
    width: width - marks.left - marks.right,
    height: height - marks.top - marks.bottom,
  };
}
