import { describe, expect, it } from 'vitest';
import type { Benchmark } from '#case-study/lists/benchmarks.ts';
import { benchmarkView } from '#portfolio/benchmarks.ts';
import { checkBenchmarks } from '#portfolio/checks/benchmarks.ts';
import { portfolioOf } from '../../support/portfolios.ts';
import { frontMatter, textUnder } from '../../support/studies.ts';
import { BOOK } from '../cost/support.ts';

const SERIES: Benchmark = {
  ...{ id: 'report', title: 'Stages', system: 'A program', source: 'A report' },
  measures: [
    { id: 'rate', label: 'Throughput', unit: 'requests/s', better: 'more' },
    { id: 'p95', label: 'p95', unit: 'ms', better: 'less' },
  ],
  stages: [
    { id: 'a', title: 'First', values: { rate: 100, p95: 400 } },
    { id: 'b', title: 'Second', values: { rate: 300, p95: 200 } },
    { id: 'c', title: 'Third', from: 'a', values: { rate: 50, p95: null } },
  ],
  impact: {
    ...{ measure: 'rate', by: 'throughput', requestsOfUserDay: 1, peak: 10, upTo: 0.5, least: 1 },
    instance: { name: 'box', dimension: 'box.hour' },
    ...{ users: [864_000], assumptions: ['Nothing else decides.'] },
  },
};

describe('the price of an instance', () => {
  it('is one of the price book', () => {
    const text = JSON.stringify([
      { ...SERIES, impact: { ...SERIES.impact, instance: { name: 'a', dimension: 'box.huor' } } },
    ]);
    const studies = { shop: { 'index.mdx': frontMatter(), 'benchmarks.yaml': text } };
    const portfolio = { ...portfolioOf({ studies }), priceBook: BOOK };
    const found = [...checkBenchmarks({ portfolio, modelSources: new Map() })];
    expect(found.map(({ code, hint }) => [code, hint])).toEqual([
      ['unmeasured', 'Measure it and write the figure where `null` stands.'],
      ['unknown-instance-price', 'Did you mean `box.hour`?'],
    ]);
    expect(textUnder(found[1]?.span)).toBe('"box.huor"');
  });
});

describe('benchmarks of a study', () => {
  it('computes every multiple and step, from the stage that it was made from', () => {
    const [first, second, third] = benchmarkView(SERIES, BOOK).stages;
    expect(first?.values.map(({ times, step }) => [times, step])).toEqual([
      [1, undefined],
      [1, undefined],
    ]);
    expect(second?.values.map(({ times, step }) => [times, step])).toEqual([
      [3, 2],
      [2, -0.5],
    ]);
    expect([third?.from, third?.values[0]?.step, third?.values[1]?.value]).toEqual([
      'First',
      -0.5,
      undefined,
    ]);
  });

  it('prices the best stage from the book, with where the price is from', () => {
    const { impact } = benchmarkView(SERIES, BOOK);
    expect(impact).toMatchObject({
      ...{ first: 'First', best: 'Second', price: 0.2 },
      priceSource: 'a made-up list (LIST), 2026',
      rows: [{ instancesSaved: 1, monthly: 146, annual: 1752 }],
      savesFrom: 432_001,
    });
  });

  it('has no savings where nothing is known to cost or to have been measured', () => {
    expect(benchmarkView(SERIES, undefined).impact).toBeUndefined();
    const open = SERIES.stages.map((stage) => ({ ...stage, values: { rate: null } }));
    expect(benchmarkView({ ...SERIES, stages: open }, BOOK).impact).toBeUndefined();
  });
});
