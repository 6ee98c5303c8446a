import { describe, expect, it } from 'vitest';
import { frontMatter, studyFrom } from '../../support/studies.ts';

/** A series with some of its lines replaced. */
const series = (changes: Readonly<Record<string, string>> = {}) => {
  const lines = {
    measures: '[{ id: rate, label: Throughput, unit: requests/s, better: more }]',
    stages:
      '[{ id: a, title: At first, values: { rate: 100 } }, { id: b, title: Then, values: { rate: 200 } }]',
    impact:
      '{ measure: rate, by: throughput, requestsOfUserDay: 1, peak: 3, instance: { name: box, hourly: 0.1, source: x }, users: [1000], assumptions: [x] }',
    ...changes,
  };
  const rest = Object.entries(lines).map(([key, value]) => `  ${key}: ${value}\n`);
  return `- id: report\n  title: T\n  system: S\n  source: S\n${rest.join('')}`;
};
const impact = (more: string) =>
  `{ measure: rate, requestsOfUserDay: 1, peak: 3, users: [1000], assumptions: [x], ${more} }`;
const BOX = 'instance: { name: box, hourly: 0.1, source: x }';

const found = (text: string) =>
  studyFrom({ 'index.mdx': frontMatter(), 'benchmarks.yaml': text }).diagnostics.map(
    ({ code, span }) => {
      const { line, column } = span!.source.positionAt(span!.start);
      return `${code} ${line}:${column}`;
    },
  );

describe('benchmarks.yaml', () => {
  it('is read', () => {
    expect(found(series())).toEqual([]);
  });

  it.each([
    [
      'a value of no measure',
      { stages: '[{ id: a, title: A, values: { rat: 1 } }, { id: b, title: B, values: {} }]' },
      ['6:46'],
    ],
    [
      'a value of nothing',
      { stages: '[{ id: a, title: A, values: { rate: 0 } }, { id: b, title: B, values: {} }]' },
      ['6:47'],
    ],
    ['one stage alone', { stages: '[{ id: a, title: A, values: {} }]' }, ['6:11']],
    [
      'two stages of one name',
      { stages: '[{ id: a, title: A, values: {} }, { id: a, title: B, values: {} }]' },
      ['6:51'],
    ],
    [
      'a stage made from a later one',
      { stages: '[{ id: a, title: A, from: b, values: {} }, { id: b, title: B, values: {} }]' },
      ['6:37'],
    ],
    [
      'savings by no measure',
      { impact: impact(`by: throughput, ${BOX}`).replace('measure: rate', 'measure: x') },
      ['7:22'],
    ],
    ['latency without what one carries', { impact: impact(`by: latency, ${BOX}`) }, ['7:96']],
    ['memory without both', { impact: impact(`by: memory, ${BOX}`) }, ['7:96', '7:96']],
    [
      'no price of an instance',
      { impact: impact('by: throughput, instance: { name: box }') },
      ['7:118'],
    ],
    [
      'two prices of an instance',
      {
        impact: impact(
          'by: throughput, instance: { name: box, hourly: 1, source: x, dimension: box.hour }',
        ),
      },
      ['7:118'],
    ],
    [
      'a price without a source',
      { impact: impact('by: throughput, instance: { name: box, hourly: 1 }') },
      ['7:118'],
    ],
    ['fuller than full', { impact: impact(`by: throughput, upTo: 1.1, ${BOX}`) }, ['7:114']],
    [
      'a peak below the mean',
      { impact: impact(`by: throughput, ${BOX}`).replace('peak: 3', 'peak: 0.5') },
      ['7:56'],
    ],
    [
      'half a user',
      { impact: impact(`by: throughput, ${BOX}`).replace('[1000]', '[0.5]') },
      ['7:67'],
    ],
  ])('refuses %s', (_, changes, places) => {
    expect(found(series(changes))).toEqual(places.map((place) => `invalid-list ${place}`));
  });
});
