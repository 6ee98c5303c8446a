import type { GraphView } from '#model/views.ts';
import { linesOf } from './order.ts';
import type { Book, Frame } from './sheet.ts';

/** The frames of a view that is animated: its steps, of a dynamic view each step of the story. */
export function framesOf({ index }: Book, view: GraphView): Frame[] {
  if (view.kind !== 'Dynamic') return view.animations.map(({ order }) => order);
  return [...new Set(linesOf(index, view).map(({ shown }) => shown.order ?? ''))];
}
