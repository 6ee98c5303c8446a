import { describe, expect, it } from 'vitest';
import { describe as describeGraph } from '#svg/describe.ts';
import { dslOf, graphOf } from '../../support/workspaces.ts';

const people = (count: number) =>
  Array.from({ length: count }, (_, n) => `p${n} = person "P${n}"`).join('\n');
const landscape = 'systemLandscape v { include * }';

describe('what a drawing says to somebody who cannot see it', () => {
  it.each([
    ['one element', people(1), landscape, '1 element (P0) and 0 relationships.'],
    [
      'as many as are named',
      people(6),
      landscape,
      '6 elements (P0, P1, P2, P3, P4, P5) and 0 relationships.',
    ],
    [
      'one more than are named',
      people(7),
      landscape,
      '7 elements (P0, P1, P2, P3, P4, P5 and 1 more) and 0 relationships.',
    ],
    [
      'more than are named',
      people(8),
      landscape,
      '8 elements (P0, P1, P2, P3, P4, P5 and 2 more) and 0 relationships.',
    ],
    [
      'one relationship',
      `${people(2)}\np0 -> p1`,
      landscape,
      '2 elements (P0, P1) and 1 relationship.',
    ],
    [
      'a boundary',
      's = softwareSystem "S" { c = container "C" }',
      'container s v { include * }',
      '1 element in 1 boundary (C) and 0 relationships.',
    ],
    [
      'boundaries',
      'group "G" { person "A" }\ngroup "H" { person "B" }',
      landscape,
      '2 elements in 2 boundaries (A, B) and 0 relationships.',
    ],
    [
      'nothing',
      people(1),
      'systemLandscape v { include p0\nexclude p0 }',
      '0 elements and 0 relationships.',
    ],
    [
      'steps',
      `${people(2)}\np0 -> p1`,
      'dynamic * v { properties { "archfolio.diagram" "sequence" }\np0 -> p1 "x" }',
      '2 elements (P0, P1) and 1 step.',
    ],
  ])('%s', (_, model, view, text) => {
    expect(describeGraph(graphOf(dslOf(model, view), 'v'))).toBe(text);
  });

  it.each([
    ['Who uses what', 'Who uses what.'],
    ['Who uses what.', 'Who uses what.'],
    ['Who uses what? ', 'Who uses what?'],
    ['And so on …', 'And so on …'],
    ['Stop!', 'Stop!'],
    ['', undefined],
  ])('puts %j before it as a sentence', (description, sentence) => {
    const graph = { ...graphOf(dslOf(people(1), landscape), 'v'), description };
    const shows = '1 element (P0) and 0 relationships.';
    expect(describeGraph(graph)).toBe(sentence === undefined ? shows : `${sentence} ${shows}`);
  });
});
