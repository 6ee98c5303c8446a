import { describe, expect, it } from 'vitest';
import { spendScale } from '#portfolio/charts/spend-scale.ts';
import { costOf } from '../../../support/portfolios.ts';

const priced = (study: string, small: number, large: number, currency = 'USD') => ({
  study,
  cost: { ...costOf(study, [{ element: 'a', small, large }]), currency },
});

describe('studies on one scale of spend', () => {
  it('begins and ends at a power of ten, each decade as wide as the next', () => {
    const scale = spendScale([priced('a', 10, 1000), priced('b', 100, 100_000)]);
    expect(scale?.ticks).toEqual([
      { label: '$10', at: 0 },
      { label: '$100', at: 25 },
      { label: '$1,000', at: 50 },
      { label: '$10,000', at: 75 },
      { label: '$100,000', at: 100 },
    ]);
    expect(scale?.rows).toEqual([
      { study: 'a', small: '$10', large: '$1,000', at: [0, 50] },
      { study: 'b', small: '$100', large: '$100,000', at: [25, 100] },
    ]);
  });

  it('has no place for what costs nothing', () => {
    const scale = spendScale([priced('a', 0, 100), priced('b', 10, 100)]);
    expect(scale?.rows[0]?.at).toEqual([undefined, 100]);
  });

  it.each([
    ['one study', [priced('a', 1, 2)]],
    ['two currencies', [priced('a', 1, 2), priced('b', 1, 2, 'EUR')]],
    ['nothing that costs', [priced('a', 0, 0), priced('b', 0, 0)]],
  ])('is not drawn for %s', (_, studies) => {
    expect(spendScale(studies)).toBeUndefined();
  });

  it('is a decade long where all cost the same power of ten', () => {
    expect(spendScale([priced('a', 100, 100), priced('b', 100, 100)])?.ticks).toHaveLength(2);
  });
});
