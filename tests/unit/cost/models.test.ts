import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDirections } from '#cost/engine/check-directions.ts';
import { inputOf, type Setting } from '#cost/engine/options.ts';
import { quantiles } from '#cost/engine/quantiles.ts';
import { split } from '#cost/engine/split.ts';
import { centsAt } from '#cost/engine/totals.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';
import costAwareBackend from '../../../cost-models/cost-aware-backend.ts';
import iotIngestion from '../../../cost-models/iot-ingestion.ts';
import mobileCommerce from '../../../cost-models/mobile-commerce.ts';
import multiTenantSaas from '../../../cost-models/multi-tenant-saas.ts';
import orderProcessing from '../../../cost-models/order-processing.ts';
import { asking, priceBook } from './sample.ts';

const cents = (dollars: number) => Math.round(dollars * 100);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const users = fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 1e10 }));

// What holds for every model of the sample, whatever it is of.
describe.each([
  { model: mobileCommerce, elements: /^shop(\.\w+)?$/ },
  { model: costAwareBackend, elements: /^backend(\.\w+)?$/ },
  { model: iotIngestion, elements: /^iot(\.\w+)?$/ },
  { model: multiTenantSaas, elements: /^(saas(\.\w+)?|identityProvider)$/ },
  { model: orderProcessing, elements: /^orders(\.\w+)?$/ },
])('the model $model.id', ({ model, elements }) => {
  const { answer, report } = asking(model);
  const totalOf = (count: number, setting: Partial<Setting> = {}) =>
    Number(centsAt(model, { priceBook, ...setting }, count));
  const options = Object.entries(model.choices).flatMap(([choice, { options: all }]) =>
    Object.keys(all).map((option) => ({ [choice]: option })),
  );

  it('carries 500,000 users', () => {
    const { value, diagnostics } = answer(500_000);
    expect(diagnostics).toEqual([]);
    for (const { id, used, limit } of value!.capacity) expect(used, id).toBeLessThanOrEqual(limit);
  });

  it('adds up to the cent', () => {
    fc.assert(
      fc.property(users, fc.constantFrom('low', 'likely', 'high'), (count, scenario) => {
        const { monthly, components, perUser } = report(count, { scenario });
        const parts = components.map((part) => cents(part.monthly));
        const lines = components.flatMap((part) => part.lines.map((line) => cents(line.monthly)));
        expect(total(parts)).toBe(cents(monthly));
        expect(total(lines)).toBe(cents(monthly));
        expect(totalOf(count, { scenario })).toBe(cents(monthly));
        expect(perUser).toBe(monthly / count);
        const { fixed, stepped, variable } = split(model, { users: count, priceBook, scenario });
        expect(cents(fixed) + cents(stepped) + cents(variable)).toBe(cents(monthly));
      }),
      { numRuns: 30 },
    );
  });

  it('never costs less for more users, with any option of its choices', () => {
    fc.assert(
      fc.property(
        users,
        users,
        fc.boolean(),
        fc.constantFrom({}, ...options),
        (a, b, freeTier, choices) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          const setting = { freeTier, choices };
          expect(totalOf(less, setting)).toBeLessThanOrEqual(totalOf(more, setting));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never costs more with the free tier, a commitment or a lower scenario', () => {
    fc.assert(
      fc.property(users, (count) => {
        const likely = totalOf(count);
        const free = totalOf(count, { freeTier: true });
        expect(free).toBeLessThanOrEqual(likely);
        expect(free).toBeGreaterThanOrEqual(0);
        expect(totalOf(count, { commitment: { term: '1y' } })).toBeLessThanOrEqual(likely);
        expect(totalOf(count, { scenario: 'low' })).toBeLessThanOrEqual(likely);
        expect(totalOf(count, { scenario: 'high' })).toBeGreaterThanOrEqual(likely);
      }),
      { numRuns: 20 },
    );
    expect(checkDirections(model, { users: 500_000, priceBook })).toEqual([]);
  });

  it('uses each capacity up exactly where it says', () => {
    const { capacity } = report(500_000);
    for (const { id, saturatesAtUsers } of capacity) {
      if (saturatesAtUsers === null) {
        const most = report(1e10).capacity.find((item) => item.id === id);
        expect(most!.used, id).toBeLessThanOrEqual(most!.limit * (1 + 1e-9));
        continue;
      }
      const [last, over] = [saturatesAtUsers!, saturatesAtUsers! + 1].map(
        (count) => report(count).capacity.find((item) => item.id === id)!,
      );
      expect(last!.used, id).toBeLessThanOrEqual(last!.limit * (1 + 1e-9));
      expect(over!.used, id).toBeGreaterThan(over!.limit);
    }
  });

  it('runs every option of its choices, each tied to what is drawn', () => {
    for (const choices of [{}, ...options]) {
      const { components } = model.run(inputOf(model, { priceBook, choices }, 500_000));
      for (const { element } of Object.values(components)) expect(element).toMatch(elements);
      expect(answer(500_000, { choices }).value, JSON.stringify(choices)).toBeDefined();
    }
  });

  it('has a reason for every driver, and has measured none', () => {
    for (const { why, basis } of Object.values(model.drivers)) {
      expect(why.length).toBeGreaterThan(20);
      expect(basis).not.toBe('measured');
    }
  });

  it('gives the same quantiles for the same seed, around the likely total', () => {
    const draw = () => quantiles(model, { users: 500_000, priceBook }, { draws: 2000, seed: 5 });
    const { p10, p90 } = draw();
    expect(draw()).toEqual(draw());
    expect(p10).toBeLessThan(report(500_000).monthly);
    expect(p90).toBeGreaterThan(report(500_000).monthly);
  });

  it('is priced in one region, and names what the thinner ones lack at the lines that need it', () => {
    for (const region of ['eu-west-1', 'ap-south-1']) {
      const { value, diagnostics } = answer(1000, {
        priceBook: shippedPriceBooks().get(region)!,
        otherBooks: [priceBook],
      });
      expect(value).toBeUndefined();
      expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
        new Set(['cost-dimension-unpriced']),
      );
    }
  });
});
