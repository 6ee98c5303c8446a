import { describe, expect, it } from 'vitest';
import { overlaps } from '#layout/geometry.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeSequence } from '#layout/sequence/place.ts';
import { dslOf, graphOf } from '../../../support/workspaces.ts';

const MODEL = `
  a = softwareSystem "A"
  b = softwareSystem "B"
  c = softwareSystem "C"
  a -> b "Asks"
  a -> c "Tells"
`;

/** Steps before, in parallel (where there are some) and after. */
function placed(parallel: string) {
  const steps = `a -> b "First" ${parallel} a -> b "Last"`.replace(/ (?=\{|\}|a ->)/g, '\n');
  const view = `dynamic * v {
    properties { archfolio.diagram sequence }
    ${steps}
  }`;
  return placeSequence(graphOf(dslOf(MODEL, view), 'v'), createTextMeasure());
}

const PARALLEL = '{ { a -> b "Left" } { a -> c "Right" } }';

describe('steps in parallel', () => {
  const view = placed(PARALLEL);
  const [frame] = view.frames;

  it('are named apart', () => {
    expect(view.edges.map(({ edge }) => edge.step ?? edge.order)).toEqual(['1', '2a', '2b', '3']);
  });

  it('stand in a frame, and the others outside it', () => {
    expect(view.frames).toHaveLength(1);
    for (const { edge, label } of view.edges) {
      expect(frame && label && overlaps(frame.box, label.box)).toBe(edge.step !== undefined);
    }
  });

  it('leave the frame on the sheet', () => {
    expect(frame && frame.box.x >= 8).toBe(true);
    expect(frame && frame.box.x + frame.box.width <= view.width - 8).toBe(true);
  });

  it('are not there in a plain sequence', () => {
    expect(placed('a -> c "Middle"').frames).toEqual([]);
  });
});
