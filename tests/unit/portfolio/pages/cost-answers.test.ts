import { describe, expect, it } from 'vitest';
import type { Crossing } from '#cost/engine/break-even.ts';
import type { CostAnswers } from '#portfolio/costs.ts';
import { breakRows, curveReach, pairRows, splitRows } from '#portfolio/pages/cost-answers.ts';
import { costOf } from '../../../support/portfolios.ts';

const shop = costOf('shop', [{ element: 'shop.web', small: 100, large: 400 }], {
  capacity: [
    { resource: 'Endless', saturatesAtUsers: null },
    { resource: 'Pool', saturatesAtUsers: 6_000_000 },
  ],
});

/** The model with some answers of its own. */
function answering(answers: Partial<CostAnswers>) {
  return { ...shop, answers: { ...shop.answers, ...answers } };
}

describe('how totals divide', () => {
  it('has parts that follow each other on a bar', () => {
    const some = { fixed: 20, stepped: 30, variable: 50 };
    const more = { fixed: 20, stepped: 80, variable: 300 };
    const [less, large] = splitRows(answering({ splits: () => [some, more] }));
    expect(less?.parts.map(({ kind, from, width }) => [kind, from, width])).toEqual([
      ['fixed', 0, 20],
      ['stepped', 20, 30],
      ['variable', 50, 50],
    ]);
    expect(large?.parts.map(({ share }) => share)).toEqual([0.05, 0.2, 0.75]);
    expect([less?.users, large?.users]).toEqual([100_000, 500_000]);
  });

  it('says nothing where the model does not', () => {
    expect(splitRows(shop)).toEqual([]);
  });
});

describe('what breaks first', () => {
  it('is asked at 1, 10 and 100 times the users', () => {
    expect(breakRows(shop).map(({ resource, growth, holds }) => [resource, growth, holds])).toEqual(
      [
        ['Pool', 12, [true, true, false]],
        ['Endless', null, [true, true, true]],
      ],
    );
  });
});

describe('pairs of options', () => {
  const pair = (cheaperAtFirst: string | undefined, crossings: readonly Crossing[]) =>
    answering({
      pairs: () => [
        {
          choice: 'How it runs',
          options: [
            { choice: 'how', option: 'spot', name: 'on spot nodes' },
            { choice: 'how', option: 'fixed', name: 'on nodes of its own' },
          ],
          taken: 'fixed',
          breakEven: { from: 1000, to: 5_000_000, cheaperAtFirst, crossings },
        },
      ],
    });

  it('begin with the one that was taken', () => {
    const [row] = pairRows(pair('spot', []));
    expect(row?.options).toEqual([
      { name: 'on nodes of its own', taken: true, monthly: 400 },
      { name: 'on spot nodes', taken: false, monthly: 200 },
    ]);
    expect(pairRows(shop)).toEqual([]);
  });

  it.each([
    [{}, 1],
    [{ choice: 'how' }, 1],
    [{ choice: 'who' }, 0],
    [{ besideTaken: true }, 1],
  ])('are those that are wanted: %j', (wanted, count) => {
    expect(pairRows(pair('spot', []), wanted)).toHaveLength(count);
  });

  const later = { users: 335_756, cheaper: 'spot', monthly: 5000.34 };
  it.each([
    [
      'spot',
      [],
      [
        'From 1,000 to 5,000,000 users “on spot nodes” is always cheaper than “on nodes of its own”.',
      ],
    ],
    [undefined, [], ['Both cost the same from 1,000 to 5,000,000 users.']],
    [
      'fixed',
      [later],
      [
        'At 1,000 users “on nodes of its own” is cheaper.',
        'From 335,756 users “on spot nodes” is cheaper, at $5,000 a month.',
      ],
    ],
    [
      undefined,
      [later],
      [
        'At 1,000 users both cost the same.',
        'From 335,756 users “on spot nodes” is cheaper, at $5,000 a month.',
      ],
    ],
  ])('are told from few users to many: %s, %j', (first, crossings, verdict) => {
    expect(pairRows(pair(first, crossings))[0]?.verdict).toEqual(verdict);
  });
});

it('a curve says how far it reaches', () => {
  expect(curveReach(shop)).toBe('From 1,000 to 5 million users');
  const points = [20_000, 7_250_000].map((users) => ({ users, monthly: 1, groups: {} }));
  const own = answering({ curve: () => ({ groups: [], points, steps: [] }) });
  expect(curveReach(own)).toBe('From 20,000 to 7,250,000 users');
});
