import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDirections } from '#cost/engine/check-directions.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import { inputOf } from '#cost/engine/options.ts';
import { quantiles } from '#cost/engine/quantiles.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import { split } from '#cost/engine/split.ts';
import type { Quantity } from '#cost/units/quantity.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';
import model from '../../../cost-models/mobile-commerce.ts';

const priceBook = shippedPriceBooks().get('us-east-1')!;
const answer = (users: number, more = {}) => evaluate(model, { users, priceBook, ...more });
const report = (users: number, more = {}): ModelReport => answer(users, more).value!;
const sizeOf = ({ components }: ModelReport, resource: string) =>
  components.flatMap(({ resources }) => resources).find(({ id }) => id === resource);
const lineOf = ({ components }: ModelReport, id: string) =>
  components.flatMap(({ lines }) => lines).find((line) => line.id === id);

const cents = (dollars: number) => Math.round(dollars * 100);
const users = fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 1e10 }));

describe('the deployment at 100,000 users', () => {
  const at = report(100_000);

  it.each([
    ['database', 1, 't3.medium'],
    ['nodes', 3, 't3.medium'],
    ['brokers', 3, 'm5.large'],
  ])('runs %s: %d x %s', (resource, count, size) => {
    expect(sizeOf(at, resource)).toMatchObject({ count, size });
  });

  it('runs a Multi-AZ database and a NAT gateway in each of three zones', () => {
    expect(lineOf(at, 'database.instances')?.dimension).toBe('rds.postgres.t3.medium.multi');
    expect(lineOf(at, 'network.gateways')?.quantity).toBe(3 * 730);
  });

  it('runs two to ten pods of each service', () => {
    const pods = at.components
      .flatMap(({ resources }) => resources)
      .filter(({ id }) => /Pods$/.test(id));
    expect(pods).toHaveLength(7);
    for (const { count } of pods) {
      expect(count).toBeGreaterThanOrEqual(2);
      expect(count).toBeLessThanOrEqual(10);
    }
  });
});

describe('the deployment at 500,000 users', () => {
  it('needs a larger database, a larger cache and more nodes, and carries them all', () => {
    const at = report(500_000);
    expect(sizeOf(at, 'database')?.size).toBe('r6g.large');
    expect(sizeOf(at, 'cache')?.size).toBe('m6g.large');
    expect(sizeOf(at, 'nodes')).toMatchObject({ count: 10, size: 't3.medium' });
    expect(answer(500_000).diagnostics).toEqual([]);
    for (const { used, limit } of at.capacity) expect(used).toBeLessThanOrEqual(limit);
  });
});

describe('the orders of a sale', () => {
  const demandOf = ({ demand }: ModelReport, id: string) =>
    demand.find((item) => item.id === id)?.quantity ?? Number.NaN;
  const at = report(500_000);

  it('are those that the study promises, and far above an ordinary evening', () => {
    const nfrs = readFileSync(
      new URL('../../../case-studies/mobile-commerce/nfrs.yaml', import.meta.url),
      'utf8',
    );
    const target = /id: peak-orders[\s\S]*?target: ([\d,]+)/.exec(nfrs)?.[1]?.replace(',', '');
    expect(demandOf(at, 'saleMinute')).toBe(Number(target));
    expect(demandOf(at, 'orderMinute')).toBe(Number(target));
    expect(demandOf(at, 'eveningMinute')).toBeCloseTo(68.5, 1);
  });

  it('are what the order path is sized for, at a price', () => {
    const evening = report(500_000, { choices: { orderPeak: 'evening' } });
    for (const pods of ['orderPods', 'inventoryPods', 'paymentPods', 'notificationPods']) {
      expect(sizeOf(evening, pods)!.count, pods).toBeLessThan(sizeOf(at, pods)!.count);
    }
    expect(evening.monthly).toBeLessThan(at.monthly);
    const partitions = at.capacity.find(({ id }) => id === 'events.partitions');
    // 20 orders a second, 14 events each.
    expect(partitions).toMatchObject({ used: 280, limit: 480 });
  });

  it('keep burstable nodes and databases below what they can do all day', () => {
    for (const users of [1000, 100_000, 300_000, 500_000]) {
      const { sizing } = model.run(inputOf(model, { priceBook }, users));
      for (const { row, quiet, plan, label } of [sizing.nodes!, sizing.database!]) {
        const place = plan.loads.findIndex(({ capacity }) => capacity === 'sustained');
        const { sustained } = row as { sustained?: Quantity };
        expect(plan.loads[place]?.demand.value, `${label}, ${users} users`).toBeLessThanOrEqual(
          quiet.value * (sustained?.value ?? Number.NaN),
        );
      }
    }
  });
});

describe('the model', () => {
  it('adds up to the cent', () => {
    fc.assert(
      fc.property(users, fc.constantFrom('low', 'likely', 'high'), (count, scenario) => {
        const { monthly, components, perUser } = report(count, { scenario });
        const parts = components.map((part) => cents(part.monthly));
        const lines = components.flatMap((part) => part.lines.map((line) => cents(line.monthly)));
        const sum = (values: readonly number[]) =>
          values.reduce((total, value) => total + value, 0);
        expect(sum(parts)).toBe(cents(monthly));
        expect(sum(lines)).toBe(cents(monthly));
        expect(perUser).toBe(monthly / count);
        const { fixed, stepped, variable } = split(model, { users: count, priceBook, scenario });
        expect(cents(fixed) + cents(stepped) + cents(variable)).toBe(cents(monthly));
      }),
      { numRuns: 30 },
    );
  });

  it('never costs less for more users', () => {
    fc.assert(
      fc.property(users, users, fc.boolean(), (a, b, freeTier) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(report(less, { freeTier }).monthly).toBeLessThanOrEqual(
          report(more, { freeTier }).monthly,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('never costs more with the free tier, a commitment or a lower scenario', () => {
    fc.assert(
      fc.property(users, (count) => {
        const { monthly } = report(count);
        expect(report(count, { freeTier: true }).monthly).toBeLessThanOrEqual(monthly);
        expect(report(count, { commitment: { term: '1y' } }).monthly).toBeLessThanOrEqual(monthly);
        expect(report(count, { scenario: 'low' }).monthly).toBeLessThanOrEqual(monthly);
        expect(report(count, { scenario: 'high' }).monthly).toBeGreaterThanOrEqual(monthly);
      }),
      { numRuns: 20 },
    );
    expect(checkDirections(model, { users: 500_000, priceBook })).toEqual([]);
  });

  it('uses each capacity up exactly where it says', () => {
    for (const { id, saturatesAtUsers } of report(500_000).capacity) {
      expect(saturatesAtUsers).not.toBeNull();
      const [last, over] = [saturatesAtUsers!, saturatesAtUsers! + 1].map(
        (count) => report(count).capacity.find((capacity) => capacity.id === id)!,
      );
      expect(last!.used, id).toBeLessThanOrEqual(last!.limit * (1 + 1e-9));
      expect(over!.used, id).toBeGreaterThan(over!.limit);
    }
  });

  it('gives the same quantiles for the same seed, around the likely total', () => {
    const draw = () => quantiles(model, { users: 500_000, priceBook }, { draws: 2000, seed: 5 });
    const { p10, p90 } = draw();
    expect(draw()).toEqual(draw());
    expect(p10).toBeLessThan(report(500_000).monthly);
    expect(p90).toBeGreaterThan(report(500_000).monthly);
  });

  it('ties every component to the system, and every driver to a reason', () => {
    for (const { element } of report(1000).components) expect(element).toMatch(/^shop(\.\w+)?$/);
    for (const { why, basis } of Object.values(model.drivers)) {
      expect(why.length).toBeGreaterThan(20);
      expect(basis).not.toBe('measured');
    }
  });

  it('costs nothing for the app, which runs on the shopper’s phone', () => {
    expect(report(500_000).components.find(({ id }) => id === 'app')).toMatchObject({
      monthly: 0,
      lines: [],
    });
  });

  it('names what a thinner region lacks, at the lines that need it', () => {
    const otherBooks = [priceBook];
    const { value, diagnostics } = answer(1000, {
      priceBook: shippedPriceBooks().get('eu-west-1')!,
      otherBooks,
    });
    expect(value).toBeUndefined();
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
      new Set(['cost-dimension-unpriced']),
    );
  });
});
