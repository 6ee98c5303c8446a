import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '#cost/define/line.ts';
import { defineCostModel } from '#cost/define/model.ts';
import { sized } from '#cost/define/sized.ts';
import { inputOf } from '#cost/engine/options.ts';
import { allRootsOf, billRootsOf, replayer, sizingRootsOf } from '#cost/engine/replayer.ts';
import { quantity } from '#cost/units/quantity.ts';
import { ask } from './support.ts';

describe('replaying', () => {
  it('goes on from what it knows when one resource picks another size, and another after it', () => {
    const loads = (name: string, step: number) => [
      ...[1, 2, 3].map((size) => ({ name: `${name}${size}`, load: quantity(step * size, 'user') })),
    ];
    const chained = defineCostModel({
      ...{ id: 'chain', title: 'Chain', system: 'shop', user: 'Anybody.', drivers: {} },
      demand: () => ({}),
      sizing: ({ users }) => {
        const carries = { load: { demand: users, fix: 'More.' } };
        const front = sized('Front', { sizes: loads('f', 100), carries });
        // What the second carries depends on what the first is.
        const back = sized('Back', {
          sizes: loads(front.size, front.size === 'f1' ? 30 : 90),
          carries,
        });
        return { front, back, last: sized('Last', { sizes: loads('l', 7), carries }) };
      },
      components: ({ sizing: { front, back, last }, users }) => ({
        all: {
          ...{ element: 'shop.all', title: 'All', runs: [front, back, last] },
          lines: Object.fromEntries(
            [front, back, last].map(({ size, label, count }) => [
              label,
              {
                description: label,
                dimension: size,
                quantity: count.hours().times(users.over(users)),
              },
            ]),
          ),
        },
      }),
    });
    const read = replayer(chained, billRootsOf);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (users) => {
        const input = inputOf(chained, ask(users), users);
        const { run, read: value } = read(input);
        const figures = (lines: readonly Line[], of: (line: Line) => number) =>
          lines.map((line) => [line.dimension, of(line)]);
        const expected = Object.values(chained.run(input).components.all!.lines);
        expect(
          figures(Object.values(run.components.all!.lines), ({ quantity: q }) => value(q)),
        ).toEqual(figures(expected, ({ quantity: q }) => q.value));
      }),
    );
  });

  it('is no use for a model that looks at the numbers itself, whatever is read of it', () => {
    const branching = defineCostModel({
      ...{ id: 'own', title: 'Own', system: 'shop', user: 'Anybody.', drivers: {} },
      demand: () => ({}),
      sizing: () => ({}),
      components: ({ users }) => ({
        all: {
          ...{ element: 'shop.all', title: 'All' },
          lines: {
            calls: {
              description: 'Calls',
              dimension: users.value > 1000 ? 'many' : 'few',
              quantity: users.value > 1000 ? users : users.times(2),
            },
          },
        },
      }),
    });
    const read = replayer(branching, sizingRootsOf, allRootsOf);
    const dimensionAt = (users: number) =>
      read(inputOf(branching, ask(users), users)).run.components.all!.lines.calls!.dimension;
    expect([900, 2000, 5].map(dimensionAt)).toEqual(['few', 'many', 'few']);
  });
});
