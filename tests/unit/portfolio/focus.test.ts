import { expect, it } from 'vitest';
import { focusOf } from '#portfolio/focus.ts';
import { dslOf, graphOf } from '../../support/workspaces.ts';

/** Boxes 150 wide at these left edges: four near each other, one far away. */
const LEFT = [0, 10, 180, 200, 900];
const graph = graphOf(
  dslOf(
    [...LEFT.keys()].map((index) => `s${index} = softwareSystem "${index}"`).join('\n') +
      '\ns0 -> s1\ns0 -> s2\ns4 -> s0',
    'systemLandscape all { include * }',
  ),
  'all',
);
const boxes = graph.nodes.map(({ id }, index) => ({
  id,
  box: { x: LEFT[index] ?? 0, y: 0, width: 150, height: 80 },
}));
const costs = (...dear: readonly number[]) =>
  new Map(dear.map((index, place) => [boxes[index]?.id ?? '', { ratio: 1 / (place + 1) }]));

it.each([
  ['the dearest', [3, 0], 3],
  ['the one with most lines where nothing costs', [], 0],
  ['no box that stands alone, dear as it may be', [4, 3], 0],
])('a narrow frame opens on %s', (_, dear, expected) => {
  expect(focusOf(graph, boxes, costs(...dear))).toBe(boxes[expected]?.id);
});

it('has nothing to open on where there are no boxes', () => {
  expect(focusOf({ nodes: [], edges: [] }, [], new Map())).toBeUndefined();
});
