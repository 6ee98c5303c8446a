import { expect, it } from 'vitest';
import { stateGroups } from '#portfolio/pages/states.ts';
import type { DrawingState } from '#views/states.ts';

const state = (id: string, name: string): DrawingState => ({
  id,
  name,
  rows: [],
  out: new Set(),
  notes: new Map(),
});

it.each<[string, DrawingState[], string[]]>([
  ['nothing', [], []],
  ['steps', [state('1', '1'), state('2', '2a')], ['Steps: step-1 step-2a']],
  ['a perspective', [state('p1', 'Data, Ownership')], ['Perspective: perspective-data-ownership']],
  [
    'overlays, before all else',
    [state('1', '1'), state('cost', 'Cost'), state('p1', 'Cost')],
    ['Colour by: overlay-cost', 'Steps: step-1', 'Perspective: perspective-cost'],
  ],
  [
    'names that come to the same',
    [state('p1', 'A b'), state('p2', 'a-b'), state('p3', '!')],
    ['Perspective: perspective-a-b perspective-a-b-p2 perspective-p3'],
  ],
])('links of %s', (_what, states, expected) => {
  const groups = stateGroups(states).map(
    (group) => `${group.heading}: ${group.states.map(({ anchor }) => anchor).join(' ')}`,
  );
  expect(groups).toEqual(expected);
});
