import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CostModel } from '#cost/define/model.ts';
import { billOf } from '#cost/engine/bill.ts';
import { alternative, breakEven } from '#cost/engine/break-even.ts';
import { breaksFirst } from '#cost/engine/breaks.ts';
import { checkDirections } from '#cost/engine/check-directions.ts';
import { curve } from '#cost/engine/curve.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import { marginal } from '#cost/engine/marginal.ts';
import { inputOf } from '#cost/engine/options.ts';
import { packBooks, unpackBook } from '#cost/engine/pack-book.ts';
import { quantiles } from '#cost/engine/quantiles.ts';
import { replayer } from '#cost/engine/replayer.ts';
import { sensitivity } from '#cost/engine/sensitivity.ts';
import { lastWithin } from '#cost/engine/solve.ts';
import { split } from '#cost/engine/split.ts';
import { explain, linesFrom } from '#cost/explain/explain.ts';
import { focusRows } from '#cost/report/focus.ts';
import { ask, BOOK, smallModel } from './support.ts';

const model = smallModel();
const report = (users: number, more = {}) => evaluate(model, ask(users, more)).value!;

describe('evaluate', () => {
  it('gives components, lines and totals that add up', () => {
    const { monthly, perUser, components } = report(400);
    // 4 boxes x 730 h x 0.20, 40 GB of traffic, 0.08 GB of misses, 100 GB of disk.
    expect(components.map((item) => [item.id, item.element, item.monthly, item.size])).toEqual([
      ['web', 'shop.web', 584 + 21 + 0.16, '4 × box'],
      ['disk', 'shop.disk', 10, undefined],
    ]);
    expect(monthly).toBe(615.16);
    expect(perUser).toBe(615.16 / 400);
    const lines = components.flatMap((component) => component.lines);
    expect(lines.map(({ id, monthly: cost }) => [id, cost])).toEqual([
      ['web.boxes', 584],
      ['web.out', 21],
      ['web.misses', 0.16],
      ['disk.space', 10],
    ]);
  });

  it('says how far its prices can be relied on', () => {
    const { trust, components } = report(400);
    expect(trust.lowConfidence).toEqual({ monthly: 0.16, share: 16 / 61_516 });
    expect(trust.old.monthly).toBe(0.16);
    const [web] = components;
    expect(web?.lines.find(({ id }) => id === 'web.misses')).toMatchObject({
      confidence: 'low',
      old: true,
      asOf: '~2022',
      source: 'a made-up list (LIST)',
    });
  });

  it('commits what has a rate, and says what stays on demand', () => {
    const [web] = report(400, { commitment: { term: '1y' } }).components;
    const [boxes, out] = web!.lines;
    expect(boxes).toMatchObject({ monthly: 350.4, unitPrice: 0.12, listUnitPrice: 0.2 });
    expect(boxes?.commitment).toBe('RI, 1y, no upfront');
    expect(out?.notes).toEqual(['on demand: the book has no committed rate']);
  });

  it.each([
    ['low', 609.4],
    ['likely', 615.16],
    ['high', 623.08],
  ] as const)('sets all drivers %s', (scenario, monthly) => {
    expect(report(400, { scenario }).monthly).toBe(monthly);
  });

  it('warns when the design does not carry that many', () => {
    const { value, diagnostics } = evaluate(model, ask(2000));
    expect(value?.components[0]?.size).toBe('10 × box');
    expect(diagnostics.map(({ code }) => code)).toEqual(['cost-capacity-exceeded']);
  });

  it('says the same with a reader that is kept', () => {
    const read = replayer(model);
    for (const users of [1, 400, 2000, 100, 1e6]) {
      expect(evaluate(model, ask(users), read)).toEqual(evaluate(model, ask(users)));
    }
  });

  it('gives a cost per unit of work', () => {
    expect(report(400).perUnit).toEqual([
      { id: 'traffic', unit: 'GB', quantity: 40, cost: 615.16 / 40 },
    ]);
  });
});

describe('capacity', () => {
  it('is solved for the last user that fits', () => {
    expect(report(400).capacity).toMatchObject([
      { id: 'boxes.load', limit: 1000, used: 400, unit: 'user', saturatesAtUsers: 1000 },
    ]);
  });

  it('is ranked by growth', () => {
    expect(breaksFirst(model, ask(50))[0]).toMatchObject({
      growth: 20,
      holds: [true, true, false],
    });
  });

  it('finds the last whole number within any limit', () => {
    const bound = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(bound, fc.integer({ min: 1, max: 1000 }), (limit, stair) => {
        const gap = (at: number) => Math.ceil(at / stair) - limit;
        const found = lastWithin(gap, 1e10);
        const expected = limit * stair >= 1e10 ? null : limit * stair;
        expect(found).toBe(expected);
      }),
    );
    expect(lastWithin(() => 1, 100)).toBe(0);
    expect(lastWithin(() => -1, 100)).toBeNull();
  });
});

describe('replaying', () => {
  const inputs = fc.record({
    users: fc.integer({ min: 1, max: 5000 }),
    traffic: fc.double({ min: 0.01, max: 1, noNaN: true }),
    hits: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('gives what a run gives, whatever the input', () => {
    const read = replayer(model);
    fc.assert(
      fc.property(inputs, ({ users, ...drivers }) => {
        const input = { ...inputOf(model, ask(users), users), drivers };
        const replayed = read(input);
        const run = model.run(input);
        for (const [name, { lines }] of Object.entries(run.components)) {
          for (const [key, { quantity, dimension }] of Object.entries(lines)) {
            const other = replayed.run.components[name]?.lines[key];
            expect(other?.dimension).toBe(dimension);
            expect(replayed.read(other!.quantity)).toBe(quantity.value);
          }
        }
      }),
    );
  });

  it('runs a model that branches by itself', () => {
    const plain = smallModel();
    const run: typeof plain.run = (input) => {
      const made = plain.run(input);
      const web = made.components.web!;
      const out = input.users > 150 ? web.lines.misses! : web.lines.out!;
      return { ...made, components: { web: { ...web, runs: [], lines: { out } } }, sizing: {} };
    };
    const read = replayer({ ...plain, run });
    for (const users of [20, 400]) {
      const reading = read(inputOf(plain, ask(users), users));
      expect(reading.run.components.web!.lines.out?.dimension).toBe(
        users > 150 ? 'net.far' : 'net.out',
      );
    }
  });

  it('runs a model that looks at numbers itself', () => {
    const peeking = smallModel();
    let runs = 0;
    const read = replayer({
      ...peeking,
      run: (input) => {
        runs++;
        const run = peeking.run(input);
        const web = run.components.web!;
        const out = {
          ...web.lines.out!,
          quantity: run.demand.traffic!.times(input.users / 7),
        };
        return { ...run, components: { ...run.components, web: { ...web, lines: { out } } } };
      },
    });
    for (const users of [10, 20, 30]) {
      const { run, read: value } = read(inputOf(peeking, ask(users), users));
      const { quantity } = run.components.web!.lines.out!;
      expect(value(quantity)).toBeCloseTo((users * 0.1 * users) / 7, 9);
    }
    expect(runs).toBeGreaterThanOrEqual(4);
  });
});

describe('books for the browser', () => {
  const { books, gaps } = packBooks([BOOK], model);

  it('have the prices that a model can come to, and give the same answers', () => {
    const [packed] = JSON.parse(JSON.stringify(books)) as typeof books;
    const priceBook = unpackBook(packed!);
    expect(gaps).toEqual([]);
    expect(packed?.prices.map(({ id }) => id)).toEqual([
      'disk.gb',
      'net.out',
      'net.far',
      'box.hour',
    ]);
    for (const users of [1, 400, 1e6]) {
      for (const commitment of [undefined, { term: '1y' }, { term: '3y' }] as const) {
        const question = { ...ask(users), commitment, freeTier: users > 1 };
        expect(evaluate(model, { ...question, priceBook })).toEqual(evaluate(model, question));
      }
    }
  });

  it('leave out a region that lacks a price, and say which', () => {
    const prices = new Map([...BOOK.prices].filter(([id]) => id !== 'box.hour'));
    const packed = packBooks([BOOK, { ...BOOK, region: 'moon-1', prices }], model);
    expect(packed.books.map(({ region }) => region)).toEqual([BOOK.region]);
    expect(packed.gaps).toEqual([{ region: 'moon-1', missing: ['box.hour'] }]);
  });

  it('have what options are billed for together', () => {
    const choices = {
      path: { label: 'Path', options: { near: 'Near', far: 'Far' }, taken: 'near' },
      store: { label: 'Store', options: { disk: 'Disk', tape: 'Tape' }, taken: 'disk' },
    };
    const choosing: CostModel = {
      ...model,
      choices,
      run(input) {
        const run = model.run({ ...input, choices: { disk: 'small' } });
        const web = run.components.web!;
        const both = input.choices.path === 'far' && input.choices.store === 'tape';
        const out = { ...web.lines.out!, dimension: both ? 'net.far' : 'net.out' };
        return { ...run, components: { web: { ...web, lines: { out } } } };
      },
    };
    const [packed] = packBooks([BOOK], choosing).books;
    expect(packed?.prices.map(({ id }) => id)).toEqual(['net.out', 'net.far']);
  });
});

describe('what else a model is asked', () => {
  it('splits a total into fixed, stepped and variable', () => {
    const { fixed, stepped, variable } = split(model, ask(400));
    expect(fixed).toBe(146 + 10 + 0.1);
    expect(stepped).toBe(438);
    expect(fixed + stepped + variable).toBeCloseTo(615.16, 9);
  });

  it('prices the next thousand users, steps named', () => {
    const next = marginal(model, ask(50));
    expect(next.monthly).toBeCloseTo(report(1050).monthly - report(50).monthly, 9);
    expect(next.steps.map(({ users, to }) => [users, to])).toEqual([
      [101, '2 × box'],
      [201, '3 × box'],
      [301, '4 × box'],
      [401, '5 × box'],
      [501, '6 × box'],
      [601, '7 × box'],
      [701, '8 × box'],
      [801, '9 × box'],
      [901, '10 × box'],
    ]);
    expect(next.steps[0]?.monthly).toBe(146.05);
  });

  it('draws a curve that never falls, with a point on each side of a step', () => {
    const { points, groups, steps } = curve(model, ask(1), { from: 10, to: 1000 });
    expect(groups).toEqual(['Services', 'Disk']);
    for (const [index, { users, monthly }] of points.entries()) {
      expect(monthly).toBe(report(users).monthly);
      expect(monthly).toBeGreaterThanOrEqual(points[index - 1]?.monthly ?? 0);
    }
    const users = new Set(points.map((point) => point.users));
    expect(steps.every((step) => users.has(step.users) && users.has(step.users - 1))).toBe(true);
  });

  it('ranks drivers by what they do, and finds the one that is worded the wrong way', () => {
    const [first, second] = sensitivity(model, ask(400));
    expect([first?.driver, second?.driver]).toEqual(['traffic', 'hits']);
    expect(checkDirections(model, ask(400)).map(({ code }) => code)).toEqual([
      'cost-driver-inverted',
    ]);
  });

  it('gives the same quantiles for a seed, in order, about the likely total', () => {
    const draw = (seed: number) => quantiles(model, ask(400), { seed, draws: 2000 });
    expect(draw(7)).toEqual(draw(7));
    const few = (seed: number) => quantiles(model, ask(400), { seed, draws: 5 });
    expect(few(7)).not.toEqual({ ...few(8), seed: 7 });
    const { p10, p50, p90 } = draw(1);
    expect(p10).toBeLessThan(p50);
    expect(p50).toBeLessThan(p90);
    expect(Math.abs(p50 - 615.16)).toBeLessThan(2);
  });

  it('solves for the users at which an option gets cheaper', () => {
    const pair = [alternative(model, 'small')!, alternative(model, 'large')!] as const;
    // 100 GB for all, or half a GB for each: equal at 200 users.
    const { cheaperAtFirst, crossings } = breakEven(model, ask(1), pair, { from: 10, to: 1000 });
    expect(cheaperAtFirst).toBe('large');
    expect(crossings).toMatchObject([{ users: 201, cheaper: 'small' }]);
    expect(alternative(model, 'medium')).toBeUndefined();
  });

  it('finds where an option gets cheaper that costs the same at first', () => {
    const pair = [alternative(model, 'small')!, alternative(model, 'large')!] as const;
    const { cheaperAtFirst, crossings } = breakEven(model, ask(1), pair, { from: 200, to: 1000 });
    expect(cheaperAtFirst).toBeUndefined();
    expect(crossings).toMatchObject([{ users: 201, cheaper: 'small' }]);
  });

  it('explains a line from users down', () => {
    const [explanation] = explain(model, ask(400), 'web.out');
    expect(
      explanation?.steps.map(({ kind, name, value, formula }) => [kind, name, value, formula]),
    ).toEqual([
      ['users', 'users', 400, undefined],
      ['driver', 'Traffic of a user', 0.1, undefined],
      ['line', 'Traffic', 40, 'users × Traffic of a user'],
    ]);
    const [boxes] = explain(model, ask(400), 'box.hour');
    expect(boxes?.steps.map(({ name, formula, why }) => [name, formula, why])).toEqual([
      ['users', undefined, 'Anybody.'],
      ['Boxes', 'users (400 user) at 100 each', 'box, load decides'],
      ['Boxes', 'Boxes × 730 h', undefined],
    ]);
    expect(explain(model, ask(400), 'nothing')).toEqual([]);
    const [demand = ''] = Object.keys(model.run(inputOf(model, ask(400), 400)).demand);
    expect(linesFrom(model, ask(400), demand).length).toBeGreaterThan(0);
    expect(linesFrom(model, ask(400), 'nothing')).toEqual([]);
  });

  it('is exported as FOCUS rows whose costs are price times quantity', () => {
    const context = {
      users: 400,
      region: 'here',
      currency: 'USD',
      provider: 'TEST',
      start: 'a',
      end: 'b',
    };
    const rows = focusRows(report(400, { commitment: { term: '1y' } }), context);
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row.ListCost).toBeCloseTo(Number(row.ListUnitPrice) * Number(row.PricingQuantity), 6);
      expect(row.ContractedCost).toBeCloseTo(
        Number(row.ContractedUnitPrice) * Number(row.PricingQuantity),
        6,
      );
    }
    expect(rows[0]).toMatchObject({
      PricingCategory: 'Committed',
      EffectiveCost: 350.4,
      ListCost: 584,
    });
  });
});

describe('payloads', () => {
  it.each([
    [1, 10],
    [64, 10],
    [64.1, 20],
    [130, 30],
  ])('%d kB are billed as %d requests', (size, billed) => {
    const { run } = smallModel();
    const made = run(inputOf(model, ask(1), 1));
    const queue = {
      description: 'Queue',
      dimension: 'queue.request',
      quantity: made.demand.traffic!.times(100).as('request'),
      payload: made.demand.traffic!.times(10 * size).as('kB'),
    };
    const components = { q: { element: 'shop.q', title: 'Q', lines: { queue } } };
    const [line] = billOf({ ...made, components }, BOOK, {}).lines;
    expect(line?.priced.meter.quantity).toBe(billed);
  });
});
