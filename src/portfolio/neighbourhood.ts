import type { Element } from '#model/elements.ts';
import { ViewKey } from '#model/ids.ts';
import type { CustomView } from '#model/views.ts';
import { type Drawing, drawView, NO_MARKS } from './drawings.ts';
import type { FigureTools } from './pages/figure.ts';
import type { Portfolio } from './portfolio.ts';

/** More boxes than this are no neighbourhood: the container view shows them better. */
const MOST = 8;

/**
 * A small drawing of some elements and of what passes between them; nothing for one alone, for too
 * many, or where nothing passes.
 */
export function drawNeighbourhood(
  { index, sheet, addresses }: Portfolio,
  elements: readonly Element[],
  tools: FigureTools,
): Drawing | undefined {
  const shown = new Set(elements.map(({ id }) => id));
  if (shown.size < 2 || shown.size > MOST) return undefined;
  const relationships = index.workspace.relationships.filter(
    ({ source, destination }) =>
      shown.has(source) && shown.has(destination) && source !== destination,
  );
  if (relationships.length === 0) return undefined;
  const view: CustomView = {
    kind: 'Custom',
    key: ViewKey('neighbourhood'),
    order: 0,
    title: 'The elements that this decision concerns',
    generatedKey: true,
    properties: {},
    elements: [...shown].map((id) => ({ id, x: 0, y: 0 })),
    relationships: relationships.map(({ id }) => ({ id })),
    animations: [],
  };
  return drawView({ index, sheet, addresses, ...tools }, view, NO_MARKS, 'adr');
}
