import type { Line } from '#cost/define/line.ts';
import { line } from '#cost/define/line.ts';
import { type CostModel, defineCostModel } from '#cost/define/model.ts';
import { sized } from '#cost/define/sized.ts';
import type { Question } from '#cost/engine/options.ts';
import { type PriceBook, type PriceBookFile, priceBookOf } from '#cost/prices/book.ts';
import { quantity } from '#cost/units/quantity.ts';
import type { Located, Path } from '#diagnostics/located.ts';
import { Source } from '#diagnostics/source.ts';
import { readYaml } from '#sources/yaml.ts';

/** A book with a flat price, a ladder, an increment, an allowance and a commitment. */
export const BOOK_FILE: PriceBookFile = {
  schemaVersion: 1,
  provider: 'test',
  region: 'here',
  currency: 'USD',
  compiledAt: '2026-11-20',
  sources: { LIST: { ref: 'a list', kind: 'a made-up list', date: '2026-11-01' } },
  dimensions: [
    {
      id: 'disk.gb',
      service: 'Disk',
      unit: 'GB-month',
      tiers: [{ upTo: null, unitPrice: 0.1 }],
      confidence: 'high',
      asOf: '2026-11-01',
      sources: ['LIST'],
    },
    {
      id: 'net.out',
      service: 'Net',
      unit: 'GB',
      tiers: [
        { upTo: 10, unitPrice: 1 },
        { upTo: 30, unitPrice: 0.5 },
        { upTo: null, unitPrice: 0.1 },
      ],
      alwaysFree: { quantity: 5, sharedBy: ['net.out', 'net.far'] },
      confidence: 'medium',
      asOf: '2024-07..2026-10',
      sources: ['LIST'],
    },
    {
      id: 'net.far',
      service: 'Net',
      unit: 'GB',
      tiers: [{ upTo: null, unitPrice: 2 }],
      alwaysFree: { quantity: 5, sharedBy: ['net.out', 'net.far'] },
      confidence: 'low',
      asOf: '~2022',
      sources: ['LIST'],
    },
    {
      id: 'box.hour',
      service: 'Box',
      unit: 'instance-hour',
      tiers: [{ upTo: null, unitPrice: 0.2 }],
      savings: [
        { plan: 'RI', term: '1y', payment: 'all_upfront', unitPrice: 0.11, source: 'LIST' },
        { plan: 'RI', term: '1y', payment: 'no_upfront', unitPrice: 0.12, source: 'LIST' },
      ],
      confidence: 'high',
      asOf: '2026',
      sources: ['LIST'],
    },
    {
      id: 'queue.request',
      service: 'Queue',
      unit: 'request',
      increment: { size: 64, unit: 'kB' },
      tiers: [{ upTo: 1000, unitPrice: 0.001 }],
      confidence: 'high',
      asOf: '2026-11-01',
      sources: ['LIST'],
    },
  ],
  missing: [],
};

export const BOOK: PriceBook = priceBookOf(BOOK_FILE);

/** A YAML or JSON text as the loaders take it. */
export function located(text: string, name = 'prices.yaml'): Located {
  return readYaml(new Source(name, text)).located;
}

/** A value as if it had been read from a file; every part is at the start of it. */
export function locatedValue(value: unknown): Located {
  const source = new Source('value.json', JSON.stringify(value));
  const spanOf = (_path: Path) => ({ source, start: 0, end: 1 });
  return { value, spanOf, keySpanOf: spanOf };
}

/** A line in units of a test's own book, which the compiler does not know. */
export function testLine(dimension: string, unit: string, value: number): Line {
  return line(dimension, { id: dimension, unit }, quantity(value, unit));
}

/** A small model: traffic follows users, boxes grow by steps of 100 users, up to ten. */
export function smallModel(): CostModel {
  return defineCostModel({
    id: 'small',
    title: 'Small',
    system: 'shop',
    user: 'Anybody.',
    drivers: {
      traffic: {
        label: 'Traffic of a user',
        unit: 'GB/user',
        low: 0.05,
        likely: 0.1,
        high: 0.3,
        basis: 'estimate',
        why: 'For a test.',
      },
      hits: {
        label: 'Hits',
        unit: 'ratio',
        low: 0.5,
        likely: 0.8,
        high: 0.9,
        basis: 'estimate',
        why: 'For a test, and the wrong way round.',
      },
    },
    choices: {
      disk: {
        label: 'Disk',
        options: { small: 'one for all', large: 'one for each user' },
        taken: 'small',
      },
    },
    demand: ({ users, drivers }) => ({
      traffic: users.times(drivers.traffic),
      misses: users.times(drivers.hits.rest()),
    }),
    sizing: ({ users }) => ({
      boxes: sized('Boxes', {
        sizes: [{ name: 'box', most: 10, load: quantity(100, 'user') }],
        carries: { load: { demand: users, fix: 'A larger box.' } },
      }),
    }),
    components: ({ users, demand, sizing, choices }) => ({
      web: {
        element: 'shop.web',
        title: 'Web',
        group: 'Services',
        runs: [sizing.boxes],
        lines: {
          boxes: {
            description: 'Boxes',
            dimension: 'box.hour',
            quantity: sizing.boxes.count.hours(),
          },
          out: { description: 'Traffic', dimension: 'net.out', quantity: demand.traffic },
          misses: {
            description: 'Misses',
            dimension: 'net.far',
            quantity: demand.misses.times(quantity(0.001, 'GB/user')),
          },
        },
      },
      disk: {
        element: 'shop.disk',
        title: 'Disk',
        lines: {
          space: {
            description: 'Space',
            dimension: 'disk.gb',
            quantity:
              choices.disk === 'small'
                ? quantity(100, 'GB').months()
                : users.times(quantity(0.5, 'GB/user')).months(),
          },
        },
      },
    }),
    perUnit: ['traffic'],
  });
}

/** The small model asked under the test's own book. */
export function ask(users: number, more: Partial<Question> = {}): Question {
  return { users, priceBook: BOOK, ...more };
}
