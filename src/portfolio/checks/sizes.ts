import { createTextMeasure } from '#layout/measure/text.ts';
import { isTooLarge } from '#layout/rows/engine.ts';
import { sizeView } from '#layout/sized.ts';
import { buildViewGraph } from '#views/build.ts';
import { applyFilter } from '#views/filtered.ts';
import type { ViewGraph } from '#views/graph.ts';
import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** No view with fewer lines than this is too large to be drawn. */
const FEW = 150;

/** Every view can be drawn with care. */
export const checkSizes: Check = function* ({ portfolio: { index, sheet } }) {
  for (const view of index.workspace.views) {
    if (view.kind === 'Image') continue;
    const settled = view.kind === 'Filtered' ? applyFilter(index, view) : view;
    if (!settled || settled.relationships.length < FEW) continue;
    const graph = buildViewGraph(index, view, sheet);
    if (graph?.diagram !== 'graph' || graph.edges.length < FEW) continue;
    const { graph: sized } = sizeView(graph, { measure: createTextMeasure() });
    if (isTooLarge(sized)) yield tooLarge(graph);
  }
};

/** That a view was drawn as a grid of boxes, for it is beyond the engine. */
export function tooLarge({ key, nodes, edges }: ViewGraph) {
  const size = `${nodes.length} elements and ${edges.length} relationships`;
  return portfolioProblem(
    'large-view',
    `The view \`${key}\` has ${size}, too many for a layout: it is drawn as a grid, with straight lines and without their words.`,
    undefined,
    { hint: 'Exclude elements, filter by tags, or split it into several views.' },
  );
}
