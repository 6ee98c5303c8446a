import type { Stop } from '#case-study/lists/walkthrough.ts';
import { bottom, contains, type Rect, union } from '#layout/geometry.ts';
import { ViewKey } from '#model/ids.ts';
import { type BoxPlace, type Drawing, drawView, NO_MARKS } from '../../drawings.ts';
import { elementCalled, type Portfolio } from '../../portfolio.ts';
import type { FigureTools } from '../figure.ts';

/** What a stop shows of a drawing. */
export interface StopPicture {
  /** The view's key. */
  readonly view: string;
  readonly drawing: Drawing;
  /** Boxes and boundaries that the stop points at. */
  readonly pointed: readonly BoxPlace[];
  /** Ids of those, and of the boxes that they are joined to; none where all of it is meant. */
  readonly near: readonly string[];
  /** What has to be in sight, in this order: what is pointed at, or a sequence's steps; else all of it. */
  readonly sights: readonly Rect[];
  /** How far down the participants of a sequence reach; 0 in other drawings. */
  readonly head: number;
  /** The ground of what is near, and so in sight where there is room. */
  readonly neighbourhood?: Rect;
}

/** Draws the views of stops, each once. */
export function stopDrawings(
  portfolio: Portfolio,
  stops: readonly Stop[],
  tools: FigureTools,
): ReadonlyMap<string, Drawing> {
  const { index, sheet, addresses } = portfolio;
  const drawings = new Map<string, Drawing>();
  for (const key of new Set(stops.flatMap(({ view }) => view ?? []))) {
    const view = index.view(ViewKey(key));
    const drawing = view && drawView({ index, sheet, addresses, ...tools }, view, NO_MARKS, 'stop');
    if (drawing) drawings.set(key, drawing);
  }
  return drawings;
}

/** What a stop shows of the drawing of its view. */
export function stopPicture(portfolio: Portfolio, stop: Stop, drawing: Drawing): StopPicture {
  const meant = new Set(
    stop.elements.flatMap(
      (name) => (elementCalled(portfolio, name)?.id as string | undefined) ?? [],
    ),
  );
  const pointed = drawing.places.filter(({ id, staticId }) => meant.has(id) || meant.has(staticId));
  const boxes = pointed.map(({ box }) => box);
  const near = drawing.steps.length > 0 ? [] : nearOf(drawing, pointed);
  const neighbourhood = union(
    drawing.places.filter(({ id }) => near.includes(id)).map(({ box }) => box),
  );
  return {
    view: stop.view ?? '',
    drawing,
    pointed,
    near,
    sights: drawing.steps.length > 0 ? drawing.steps : boxes,
    head: drawing.steps.length > 0 ? Math.max(...drawing.places.map(({ box }) => bottom(box))) : 0,
    ...(neighbourhood && { neighbourhood }),
  };
}

/** What is pointed at, what a line joins it to, and what stands inside of it. */
function nearOf({ graph, places }: Drawing, pointed: readonly BoxPlace[]): string[] {
  const own = new Set(pointed.map(({ id }) => id));
  const near = new Set(own);
  for (const { source, target } of graph.edges) {
    if (own.has(source)) near.add(target);
    if (own.has(target)) near.add(source);
  }
  for (const outer of pointed.filter(({ boundary }) => boundary)) {
    for (const { id, box } of places) if (contains(outer.box, box)) near.add(id);
  }
  return [...near];
}
