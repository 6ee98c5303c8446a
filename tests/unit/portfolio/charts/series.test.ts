import { describe, expect, it } from 'vitest';
import { seriesOf } from '#portfolio/charts/series.ts';

/** A curve with two points, at the second of which each group costs what is given. */
function curveOf(amounts: Readonly<Record<string, number>>) {
  const monthly = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
  const none = Object.fromEntries(Object.keys(amounts).map((name) => [name, 0]));
  return {
    groups: Object.keys(amounts),
    points: [
      { users: 1000, monthly: 0, groups: none },
      { users: 5_000_000, monthly, groups: amounts },
    ],
  };
}

describe('the groups of a curve', () => {
  it('have the hue of what they are for, each its own', () => {
    const amounts = { Services: 1, 'CDN and network': 2, Database: 3, 'Streams and cache': 4 };
    const more = { ...amounts, Observability: 5, Zoo: 6 };
    expect(seriesOf(curveOf(more)).map(({ name, tone }) => [name, tone])).toEqual([
      ['Services', 'service'],
      ['CDN and network', 'network'],
      ['Database', 'store'],
      ['Streams and cache', 'stream'],
      ['Observability', 'watch'],
      ['Zoo', 'other'],
    ]);
    const twice = seriesOf(curveOf({ 'A database': 1, 'Another database': 2 }));
    expect(twice.map(({ tone }) => tone)).toEqual(['store', 'other']);
  });

  it('are left out where they cost nothing, and put together where there are too many', () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, place) => [`g${place}`, place]));
    const series = seriesOf(curveOf(many));
    expect(series.map(({ name }) => name)).toEqual(['g4', 'g5', 'g6', 'g7', 'g8', 'All others']);
    expect(series.at(-1)?.amounts).toEqual([0, 1 + 2 + 3]);
    expect(new Set(series.map(({ tone }) => tone)).size).toBe(6);
    expect(seriesOf(curveOf({}))).toEqual([]);
  });
});
