import { describe, expect, it } from 'vitest';
import type { ModelReport } from '#cost/engine/report.ts';
import type { Changes, CostAnswers, OptionPair } from '#portfolio/costs.ts';
import { optionSpend } from '#portfolio/pages/adr-options.ts';
import { costOf, type Part, portfolioOf, recordOf } from '../../../support/portfolios.ts';
import { dslOf } from '../../../support/workspaces.ts';

const DSL = dslOf('shop = softwareSystem "Shop"');
const PARAMETERS = {
  drivers: {
    visits: {
      ...{ label: 'Visits', unit: 'visit', low: 1, likely: 2, high: 3 },
      ...{ basis: 'estimate' as const, why: 'A guess.' },
    },
  },
  choices: { queue: { label: 'Queue', options: { kafka: 'Kafka', sqs: 'SQS' }, taken: 'kafka' } },
};
const PAIR: OptionPair = {
  choice: 'Queue',
  options: [
    { choice: 'queue', option: 'kafka', name: 'Kafka' },
    { choice: 'queue', option: 'sqs', name: 'SQS' },
  ],
  taken: 'kafka',
  breakEven: {
    ...{ from: 1000, to: 5_000_000, cheaperAtFirst: 'sqs' },
    crossings: [{ users: 190_000, cheaper: 'kafka', monthly: 700 }],
  },
};

/** What the model costs under each option: the database never changes, the queue does. */
const AMOUNTS: Readonly<Record<string, readonly [number, number]>> = {
  kafka: [600, 1500],
  sqs: [200, 3000],
  visits: [300, 900],
};
const parts = (small: number, large: number): Part[] => [
  { id: 'queue', title: 'Queue', element: 'shop', small, large },
  { id: 'db', title: 'Database', element: 'shop', small: 100, large: 400 },
];

function changed({ choices, drivers }: Changes): readonly [ModelReport, ModelReport] {
  const key = drivers && Object.keys(drivers).length > 0 ? 'visits' : (choices?.queue ?? 'kafka');
  const { small, large } = costOf('shop', parts(...(AMOUNTS[key] ?? [0, 0])));
  return [small, large];
}

const NONE = () => undefined;
const answers = (pairs: readonly OptionPair[]): CostAnswers => ({
  ...{
    curve: NONE,
    splits: NONE,
    ranges: NONE,
    swings: NONE,
    levers: NONE,
    next: NONE,
    grown: NONE,
    explorer: NONE,
    band: NONE,
    compared: NONE,
  },
  pairs: () => pairs,
  changed,
});

/** The spend of a record of three options with these entries in its front matter. */
function spendOf(entries: readonly string[], pairs = [PAIR]) {
  const list = entries.map((entry) => `  - { ${entry} }\n`).join('');
  const text = `---\noptions:\n${list}---\n# A\n\n## Considered Options\n\n* Kafka\n* SQS\n* Mail\n\n## Decision Outcome\n\nChosen option: "Kafka".\n`;
  const cost = costOf('shop', parts(600, 1500), {
    parameters: PARAMETERS,
    answers: answers(pairs),
  });
  const portfolio = portfolioOf({
    dsl: DSL,
    adrs: { '0001-a.md': text },
    costs: [cost, { ...cost, id: 'other', title: 'Other' }],
  });
  return optionSpend(portfolio, recordOf(portfolio, 1));
}

const KAFKA = 'option: Kafka, model: shop';
const SQS = 'option: sqs, model: shop, parameters: { queue: sqs }';

describe('what the options of a record cost', () => {
  it('counts the parts that differ, on one scale', () => {
    const spend = spendOf([KAFKA, SQS]);
    expect(spend).toMatchObject({
      models: [{ text: 'shop', href: '/cost/shop/' }],
      users: [100_000, 500_000],
      parts: ['Queue'],
    });
    expect([...(spend?.byOption ?? [])]).toEqual([
      [0, { small: 600, large: 1500, at: { small: 19.2, large: 48 } }],
      [1, { small: 200, large: 3000, at: { small: 6.4, large: 96 } }],
    ]);
    expect(spend?.ticks).toEqual([
      { amount: 0, at: 0 },
      { amount: 1000, at: 32 },
      { amount: 2000, at: 64 },
      { amount: 3000, at: 96 },
    ]);
  });

  it.each([
    ['the taken one and another', [KAFKA, SQS], 2],
    ['a driver that differs as well', [KAFKA, `${SQS.slice(0, -2)}, visits: 9 }`], 0],
    ['the chosen one is not priced', [SQS], 0],
    ['only the chosen one is priced', [KAFKA], 0],
  ])('says where the cheaper changes: %s', (_, entries, sentences) => {
    expect(spendOf(entries)?.verdict).toHaveLength(sentences);
  });

  it('gives totals where options are priced by different models', () => {
    const spend = spendOf([KAFKA, 'option: Mail, model: other']);
    expect(spend?.parts).toEqual([]);
    expect(spend?.models).toHaveLength(2);
    expect(spend?.byOption.get(2)).toMatchObject({ small: 700, large: 1900 });
  });

  it('gives totals where nothing differs', () => {
    expect(spendOf([KAFKA, 'option: 3, model: shop'])?.byOption.get(2)?.small).toBe(700);
  });

  it.each([
    ['names no option of it', ['option: Pigeon, model: shop']],
    ['names no model', ['option: Kafka']],
    ['names a model that is not there', ['option: Kafka, model: shap']],
    [
      'sets a parameter that the model has not',
      ['option: Kafka, model: shop, parameters: { q: 1 }'],
    ],
  ])('is nothing where a record %s', (_, entries) => {
    expect(spendOf(entries)).toBeUndefined();
  });
});
