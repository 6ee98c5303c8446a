import { describe, expect, it } from 'vitest';
import type { ExplorerFacts } from '#cost/explore/data.ts';
import type { ModelCost } from '#portfolio/costs.ts';
import { explorerPart } from '#portfolio/pages/cost-explorer.ts';
import { costOf } from '../../../support/portfolios.ts';

const book = (region: string) => ({
  id: `aws-${region}@2026-11-20`,
  provider: 'aws',
  region,
  currency: 'USD',
  compiledAt: '2026-11-20',
  sources: {},
  prices: [],
  missing: [],
});
const source = { name: 'cost-models/shop.ts', text: '' };

function costWith(facts: Pick<ExplorerFacts, 'books' | 'gaps'> | undefined): ModelCost {
  const cost = costOf('shop', [{ element: 'shop.web', small: 10, large: 30 }]);
  const choices = {
    traffic: { label: 'Traffic', options: { nat: 'NAT', endpoints: 'Endpoints' }, taken: 'nat' },
  };
  return {
    ...cost,
    parameters: { drivers: {}, choices },
    answers: { ...cost.answers, explorer: () => facts && { rates: [], ...facts, source } },
  };
}

describe('the explorer of a page', () => {
  const gaps = [{ region: 'ap-south-1', missing: ['msk.storage', 'rds.backup'] }];
  const part = explorerPart(costWith({ books: [book('us-east-1'), book('eu-west-1')], gaps }));

  it('begins with what the page shows', () => {
    expect(part?.state).toEqual({
      users: 500_000,
      region: 'us-east-1',
      commitment: 'none',
      payment: 'any',
      coverage: 100,
      currency: 'USD',
      scenario: 'likely',
      freeTier: false,
      choices: { traffic: 'nat' },
    });
    expect(part?.circumstances).toBe(
      'At 500,000 users in us-east-1, on demand, with likely drivers.',
    );
    expect(part?.figures.map(({ label }) => label)).toEqual([
      '500,000 users',
      'A user',
      'Against 500,000 users',
      'Breaks first',
    ]);
    expect(part?.figures[2]?.value).toBe('$0');
  });

  it('offers regions and choices, and names what is not offered', () => {
    const options = [...(part?.selects ?? []), ...(part?.choices ?? [])].map(
      ({ name, options: all }) => [name, all.map(({ value }) => value).join()],
    );
    expect(options).toEqual([
      ['region', 'us-east-1,eu-west-1'],
      ['commitment', 'none,1y,3y'],
      ['scenario', 'low,likely,high'],
      ['choice:traffic', 'nat,endpoints'],
    ]);
    expect(part?.gaps).toEqual([
      { ...gaps[0], lacks: 'no price for 2 meters that this model asks for' },
    ]);
  });

  it('marks the slider at round numbers, from end to end', () => {
    expect(part?.ticks.map(({ text }) => text)).toEqual(['1K', '10K', '100K', '500K', '1M', '5M']);
    expect(part?.ticks.map(({ at }) => Math.round(at))).toEqual([0, 27, 54, 73, 81, 100]);
  });

  it.each([
    ['the model stops', undefined],
    ['no region has all prices', { books: [], gaps }],
    ['the region of the portfolio lacks some', { books: [book('eu-west-1')], gaps }],
  ])('is not there where %s', (_, facts) => {
    expect(explorerPart(costWith(facts))).toBeUndefined();
  });
});
