import { describe, expect, it } from 'vitest';
import { componentCosts, elementCosts, type ModelCost, spendByElement } from '#portfolio/costs.ts';
import { inlineCost, inlineDemand } from '#portfolio/inline-cost.ts';
import { costOf, portfolioOf } from '../../support/portfolios.ts';
import { dslOf } from '../../support/workspaces.ts';

const NBSP = '\u00A0';
const shop = costOf('shop', [
  { element: 'shop.web', small: 10, large: 40 },
  { element: 'shop.db', small: 100, large: 400 },
  { id: 'replica', element: 'Shop.DB', small: 30, large: 60 },
  { element: 'shop.dns', small: 0, large: 0 },
]);
/** At 20,000 users a tenth of what it costs at 100,000. */
const tenth = shop.small.components.map((part) => ({ ...part, monthly: part.monthly / 10 }));
const cost = {
  ...shop,
  reports: new Map([
    ...shop.reports,
    [20_000, { ...shop.small, components: tenth, monthly: 14 }] as const,
  ]),
};
const empty = costOf('free', [{ element: 'shop.web', small: 0, large: 0 }]);

describe('spend by part', () => {
  it('is listed dearest first, at both sizes', () => {
    expect(
      componentCosts(cost).map(({ component, small, large }) => [component.id, small, large]),
    ).toEqual([
      ['shop.db', 100, 400],
      ['replica', 30, 60],
      ['shop.web', 10, 40],
      ['shop.dns', 0, 0],
    ]);
  });

  it('has nothing at the smaller size for a part that only the larger needs', () => {
    const grown = { ...cost, small: { ...cost.small, components: cost.small.components.slice(1) } };
    expect(componentCosts(grown).find(({ component }) => component.id === 'shop.web')?.small).toBe(
      0,
    );
  });

  it('is gathered by element, case ignored as the DSL does', () => {
    const byElement = elementCosts(cost);
    expect([...byElement.keys()]).toEqual(['shop.db', 'shop.web', 'shop.dns']);
    expect(byElement.get('shop.db')?.map(({ component }) => component.id)).toEqual([
      'shop.db',
      'replica',
    ]);
  });
});

describe('spend by element', () => {
  const { index } = portfolioOf({
    dsl: dslOf(
      `!identifiers hierarchical
       shop = softwareSystem "Shop" {
         web = container "Web"
         db = container "DB" { wal = component "Log" }
         dns = container "DNS"
         app = container "App"
       }`,
      '',
    ),
  });
  const spendOf = (of: ModelCost) =>
    [...spendByElement(index, of)].map(([id, { small, large }]) => [
      index.element(id)?.name,
      small,
      large,
    ]);

  it('holds that of everything inside', () => {
    const deep = costOf('shop', [
      { element: 'shop', small: 1, large: 2 },
      { element: 'shop.db', small: 10, large: 20 },
      { id: 'log', element: 'SHOP.db.wal', small: 100, large: 200 },
    ]);
    expect(spendOf(deep)).toEqual([
      ['Log', 100, 200],
      ['DB', 110, 220],
      ['Shop', 111, 222],
    ]);
  });

  it('knows nothing of elements that are not there, or that nothing is tied to', () => {
    expect(spendOf(costOf('shop', [{ element: 'gone', small: 1, large: 2 }]))).toEqual([]);
  });
});

describe('a figure in a sentence', () => {
  it.each([
    [{}, '$500'],
    [{ users: 500_000 }, '$500'],
    [{ users: 100_000 }, '$140'],
    [{ users: '100000' }, '$140'],
    [{ users: 20_000 }, '$14'],
    [{ users: 20_000, element: 'shop.db' }, '$13'],
    [{ users: 20_000, per: 'user' as const }, `0.07${NBSP}¢`],
    [{ element: 'shop.db' }, '$460'],
    [{ element: 'SHOP.db', users: 100_000 }, '$130'],
    [{ element: 'shop.dns' }, '$0'],
    [{ per: 'month' as const }, '$500'],
    [{ per: 'user' as const }, `0.1${NBSP}¢`],
    [{ per: 'user' as const, users: 100_000 }, `0.14${NBSP}¢`],
    [{ per: 'share' as const, element: 'shop.web' }, `8.0${NBSP}%`],
    [{ per: 'share' as const, element: 'shop.web', users: 100_000 }, `7.1${NBSP}%`],
    [{ per: 'share' as const }, `100.0${NBSP}%`],
    [{ instead: 'spot' }, '$250'],
    [{ instead: 'spot', per: 'difference' as const }, '$250'],
    [{ per: 'difference' as const }, '$0'],
    [{ of: 'orders' }, `0.1${NBSP}¢`],
    [{ of: 'orders', users: 100_000 }, `0.14${NBSP}¢`],
    [{ of: 'orders', element: 'shop.web' }, `0.008${NBSP}¢`],
    [{ of: 'orders', instead: 'spot' }, `0.05${NBSP}¢`],
    [{ of: 'orders', each: 10_000 }, '$10.00'],
    [{ of: 'orders', each: '1000', users: 100_000, element: 'shop.db' }, '$1.30'],
    [{ instead: 'spot', per: 'times' as const }, '0.5'],
    [{ per: 'times' as const }, '1'],
  ])('%j is %s', (ask, text) => {
    expect(inlineCost(cost, ask)).toBe(text);
  });

  it.each([
    ['there is no model', undefined, {}],
    ['the model has no such part', cost, { element: 'shop.cache' }],
    ['the model has no answer at that size', cost, { users: 250_000 }],
    ['the size is no number', cost, { users: 'many' }],
    ['the model has no such option', cost, { instead: 'spto' }],
    ['the model gives no cost for one of them', cost, { of: 'ordres' }],
    ['nothing is a multiple of nothing', empty, { per: 'times' as const }],
    ['nothing is divided by nothing', empty, { per: 'share' as const }],
  ])('is a dash where %s', (_, model, ask) => {
    expect(inlineCost(model, ask)).toBe('—');
  });
});

describe('a quantity in a sentence', () => {
  it.each([
    [cost, { of: 'orders' }, '500,000'],
    [cost, { of: 'orders', users: 100_000 }, '100,000'],
    [cost, { of: 'ordres' }, '—'],
    [cost, { of: 'orders', users: 7 }, '—'],
    [undefined, { of: 'orders' }, '—'],
  ])('%#', (model, ask, text) => {
    expect(inlineDemand(model, ask)).toBe(text);
  });
});
