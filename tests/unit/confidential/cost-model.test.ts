import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkRatio } from '#confidential/bills.ts';
import { disguisedModel } from '#confidential/cost-model.ts';
import { disguiseOf } from '#confidential/disguise.ts';
import { lookAlikes } from '#confidential/letters.ts';
import { nameFinder } from '#confidential/names.ts';
import { disguisedBook } from '#confidential/price-book.ts';
import { renamer } from '#confidential/rename.ts';
import type { CostModel } from '#cost/define/model.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import { levers } from '#cost/engine/levers.ts';
import { marginal } from '#cost/engine/marginal.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import { loadCostModels } from '#sources/cost-models.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const RATIO = 0.62;
const names = ['Kafka', 'Redis', 'PostgreSQL'].map((name, at) => ({
  name,
  alias: `Engine${at}`,
  entry: `products[${at}]`,
  isCommon: false,
}));
const disguise = disguiseOf(RATIO, renamer(nameFinder(names, lookAlikes())));
const priceBook = shippedPriceBooks().get('us-east-1') ?? expect.unreachable();
const book = disguisedBook(priceBook, disguise);
const models = loadCostModels(ROOT).models.map(({ model }) => model);

const bill = (model: CostModel, users: number, shown = false): ModelReport =>
  evaluate(model, { users, priceBook: shown ? book : priceBook }).value ?? expect.unreachable();
const linesOf = (report: ModelReport) => report.components.flatMap(({ lines }) => lines);
const cents = (amount: number) => Math.round(amount * 100);

describe.each(models.map((model) => [model.id, model] as const))('%s in disguise', (_, model) => {
  const other = disguisedModel(model, disguise);

  it.each([100_000, 500_000])('costs the ratio of what it costs at %i users', (users) => {
    const [before, after] = [bill(model, users), bill(other, users * RATIO, true)];
    const lines = linesOf(after);
    expect(lines.length).toBe(linesOf(before).length);
    for (const [at, line] of linesOf(before).entries()) {
      const shown = lines[at] ?? expect.unreachable();
      expect(Math.abs(shown.monthly - line.monthly * RATIO)).toBeLessThanOrEqual(0.01);
      expect(shown.unitPrice).toBeCloseTo(line.unitPrice, 10);
      expect(shown.quantity).toBeCloseTo(line.quantity * RATIO, 3);
    }
    expect(lines.reduce((sum, { monthly }) => sum + cents(monthly), 0)).toBe(cents(after.monthly));
    expect(after.perUser).toBeCloseTo(before.perUser, 4);
    expect(
      checkRatio(
        [{ id: model.id, small: before, large: before }],
        [{ id: other.id, small: after, large: after }],
        RATIO,
      ),
    ).toEqual([]);
  });

  it('breaks at the ratio of the users, and the next ones cost what they cost', () => {
    const [before, after] = [bill(model, 500_000), bill(other, 500_000 * RATIO, true)];
    for (const [at, { saturatesAtUsers, used, limit }] of before.capacity.entries()) {
      const shown = after.capacity[at] ?? expect.unreachable();
      expect(shown.used / shown.limit).toBeCloseTo(used / limit, 3);
      if (saturatesAtUsers !== null && shown.saturatesAtUsers !== null)
        expect(shown.saturatesAtUsers / (saturatesAtUsers * RATIO)).toBeCloseTo(1, 3);
    }
    const [own, shown] = [
      marginal(model, { users: 500_000, priceBook }),
      marginal(other, { users: 500_000 * RATIO, priceBook: book }),
    ];
    expect(Object.keys(shown)).toEqual(Object.keys(own));
    const [best, bestShown] = [
      levers(model, { users: 500_000, priceBook })[0],
      levers(other, { users: 500_000 * RATIO, priceBook: book })[0],
    ];
    expect(bestShown?.saves ?? 0).toBeCloseTo((best?.saves ?? 0) * RATIO, 0);
  });

  it('says none of the names', () => {
    const find = nameFinder(names, lookAlikes());
    const said = JSON.stringify([bill(other, 310_000, true), other.drivers, other.choices]);
    expect([...find(said)]).toEqual([]);
  });
});

it('a bill that is not the ratio is told', () => {
  const model = models[0] ?? expect.unreachable();
  const [before, after] = [bill(model, 100_000), bill(model, 62_000)];
  const bills = (report: ModelReport) => [{ id: 'x', small: report, large: report }];
  expect(checkRatio(bills(before), bills(after), RATIO).map(({ code }) => code)).toEqual([
    'ratio-missed',
  ]);
});
