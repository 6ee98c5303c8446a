import { describe, expect, it } from 'vitest';
import { readAsked } from '#portfolio/asked-state.ts';
import type { Compared, ModelCost } from '#portfolio/costs.ts';
import { differenceTable } from '#portfolio/pages/cost-difference.ts';
import { regionRows } from '#portfolio/pages/cost-regions.ts';
import { costOf } from '../../../support/portfolios.ts';

const book = (region: string) => ({
  ...{ id: region, provider: 'aws', region, currency: 'USD', compiledAt: '2026-11-20' },
  ...{ sources: {}, prices: [], missing: [] },
});
const base = costOf('shop', [{ element: 'shop.web', small: 10, large: 30 }]);

function priced(compared: Compared | undefined): ModelCost {
  const gaps = [{ region: 'ap-south-1', missing: ['dimension'] }];
  const books = [book('us-east-1'), book('eu-west-1')];
  const source = { name: 'shop.ts', text: '' };
  return {
    ...base,
    answers: {
      ...base.answers,
      explorer: () => ({ books, gaps, rates: [], source }),
      compared: () => compared,
    },
  };
}

const line = (difference: number, byQuantity?: number) => ({
  ...{ id: 'web.line', description: '', change: 'changed' as const, difference },
  ...(byQuantity !== undefined && { byQuantity, byPrice: difference - byQuantity }),
});
const compared: Compared = {
  before: base.small,
  after: { ...base.large, monthly: 33 },
  diff: {
    ...{ id: 'shop', title: 'Shop', change: 'changed', sameLines: 1, share: 0.1 },
    ...{ before: 30, after: 33, difference: 3 },
    components: [
      {
        ...{ id: 'web', title: 'Web', change: 'changed', before: 20, after: 24, difference: 4 },
        lines: [line(4, 1)],
      },
      {
        ...{ id: 'db', title: 'Database', change: 'changed', before: 5, after: 4, difference: -1 },
        lines: [line(-1)],
      },
      {
        ...{ id: 'dns', title: 'DNS', change: 'same', before: 5, after: 5, difference: 0 },
        lines: [],
      },
    ],
  },
};

describe('a difference in a text', () => {
  it.each([
    ['', 0],
    ['users=100000&commitment=1y', 0],
    ['region=us-east-1', 0],
    ['region=eu-west-1', 1],
  ])('looks for other regions only where one is named: `%s`', (asked, times) => {
    const cost = priced(undefined);
    let count = 0;
    const explorer = () => {
      count += 1;
      return cost.answers.explorer();
    };
    const { problems } = readAsked({ ...cost, answers: { ...cost.answers, explorer } }, asked);
    expect([count, problems]).toEqual([times, []]);
  });

  it('is that of what differs from the design', () => {
    const cost = priced(compared);
    expect(readAsked(cost, 'region=eu-west-1&commitment=3y')).toEqual({
      state: { ...readAsked(cost).state, region: 'eu-west-1', commitment: '3y' },
      problems: [],
    });
    expect(readAsked(cost, 'users=7').state.users).toBe(7);
    expect(readAsked(cost, 'user=7&region=moon-1&commitment=5y').problems).toHaveLength(3);
  });

  it('is told part by part, and what of it comes from quantities and from prices', () => {
    const table = differenceTable(priced(compared), { to: 'region=eu-west-1' });
    expect(table?.rows.map(({ title, why }) => [title, why])).toEqual([
      ['Web', { byQuantity: 1, byPrice: 3 }],
      ['Database', undefined],
    ]);
    expect(table).toMatchObject({ same: 5, share: 0.1, total: { before: 30, after: 33 } });
    expect(table?.to).toBe('At 500,000 users in eu-west-1, on demand, with likely drivers.');
    expect(differenceTable(priced(undefined), { to: 'scenario=high' })).toBeUndefined();
  });
});

describe('the regions of a model', () => {
  it('are those that can price it, and what the others lack', () => {
    const { rows, gaps } = regionRows(priced(compared));
    expect(rows.map(({ region, monthly }) => [region, monthly])).toEqual([
      ['us-east-1', base.large.monthly],
      ['eu-west-1', 33],
    ]);
    expect(gaps).toEqual([{ region: 'ap-south-1', lacking: ['dimension'], share: 1 }]);
  });
});
