import { describe, expect, it } from 'vitest';
import type { COST_CODES } from '#cost/codes.ts';
import type { Component, CostModel } from '#cost/define/model.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import { priceBookOf } from '#cost/prices/book.ts';
import { type Quantity, quantity } from '#cost/units/quantity.ts';
import { Source } from '#diagnostics/source.ts';
import { ask, BOOK, BOOK_FILE, smallModel, testLine } from './support.ts';

const FILE = `import { defineCostModel } from 'archfolio/cost';

export default defineCostModel({
  id: 'small',
  drivers: {
    traffic: { unit: 'GB/user' },
    hits: { unit: 'ratio' },
  },
  sizing: () => ({
    boxes: sized('Boxes'),
  }),
  components: () => ({
    web: {
      lines: {
        out: line('Traffic', 'net.out', traffic),
        wrong: line('Traffic', 'net.out', traffic),
        far: line('Far', 'net.faar', traffic),
      },
    },
  }),
});
`;
const source = new Source('cost-models/small.ts', FILE);
const elsewhere = priceBookOf({
  ...BOOK_FILE,
  region: 'there',
  dimensions: [{ ...BOOK_FILE.dimensions[0]!, id: 'tape.gb' }],
});

/** Findings as code, line and column; line 0 where there is no place. */
function findings(model: CostModel, users = 100) {
  const { value, diagnostics } = evaluate(model, ask(users, { source, otherBooks: [elsewhere] }));
  const places = diagnostics.map(({ code, span }) => {
    const { line, column } = span?.source.positionAt(span.start) ?? { line: 0, column: 0 };
    return [code, line, column];
  });
  return { value, places };
}

/** The small model with other lines in its first component. */
function withLines(lines: Component['lines'], more: Partial<Component> = {}): CostModel {
  const model = smallModel();
  return {
    ...model,
    run: (input) => {
      const run = model.run(input);
      const web = { ...run.components.web!, lines, ...more };
      return { ...run, components: { web } };
    },
  };
}

type Code = keyof typeof COST_CODES;

describe('a wrong model', () => {
  it.each<[string, Code, Partial<CostModel>, number]>([
    ['an id with blanks', 'cost-model-invalid', { id: 'Small model' }, 0],
  ])('has %s', (_, code, change, line) => {
    const { value, places } = findings({ ...smallModel(), ...change });
    expect(value).toBeUndefined();
    expect(places.map(([found, at]) => [found, at])).toEqual([[code, line]]);
  });

  it.each<[string, Code, object]>([
    ['low above likely', 'cost-driver-range', { low: 2, likely: 1, high: 3 }],
    ['likely above high', 'cost-driver-range', { low: 1, likely: 4, high: 3 }],
    ['a value that is no number', 'cost-driver-range', { low: Number.NaN }],
    ['a value without end', 'cost-driver-range', { high: Number.POSITIVE_INFINITY }],
    ['a negative value', 'cost-driver-range', { low: -1 }],
    ['no reason', 'cost-driver-reason', { why: ' ' }],
    ['no unit', 'cost-model-invalid', { unit: '' }],
  ])('has a driver with %s', (_, code, change) => {
    const model = smallModel();
    const drivers = { ...model.drivers, hits: { ...model.drivers.hits!, ...change } };
    expect(findings({ ...model, drivers }).places).toEqual([
      [code, 7, code === 'cost-model-invalid' ? 13 : 5],
    ]);
  });

  it('takes an option that it does not have', () => {
    const model = smallModel();
    const disk = { label: 'Disk', options: { small: 'small' }, taken: 'huge' as 'small' };
    expect(findings({ ...model, choices: { disk } }).places).toEqual([
      ['cost-model-invalid', 3, 16],
    ]);
  });

  const untyped = (value: unknown) => value as Quantity;
  it.each<[string, Code, Component['lines'], number, number]>([
    [
      'an unknown dimension',
      'cost-dimension-unknown',
      { far: testLine('net.faar', 'GB', 1) },
      17,
      27,
    ],
    [
      'a dimension that only another region has',
      'cost-dimension-unpriced',
      { out: testLine('tape.gb', 'GB-month', 1) },
      15,
      9,
    ],
    [
      'another unit than is billed',
      'cost-unit-mismatch',
      { wrong: testLine('net.out', 'GB-month', 1) },
      16,
      33,
    ],
    [
      'a number without a unit',
      'cost-unit-mismatch',
      { wrong: { ...testLine('net.out', 'GB', 1), quantity: untyped(12) } },
      16,
      9,
    ],
    [
      'units that do not fit',
      'cost-unit-mismatch',
      {
        wrong: {
          ...testLine('net.out', 'GB', 1),
          quantity: untyped(quantity(1, 'GB')).plus(quantity(1, 'user')),
        },
      },
      16,
      9,
    ],
    ['a negative quantity', 'cost-quantity-invalid', { out: testLine('net.out', 'GB', -1) }, 15, 9],
    [
      'a quantity that is no number',
      'cost-quantity-invalid',
      { out: testLine('net.out', 'GB', Number.NaN) },
      15,
      9,
    ],
    [
      'a quantity without end',
      'cost-quantity-invalid',
      { out: testLine('net.out', 'GB', 1 / 0) },
      15,
      9,
    ],
    [
      'a payload that is no size',
      'cost-unit-mismatch',
      { out: { ...testLine('queue.request', 'request', 1), payload: quantity(1, 'user') } },
      15,
      9,
    ],
  ])('has a line with %s', (_, code, lines, line, column) => {
    const { value, places } = findings(withLines(lines));
    expect(value).toBeUndefined();
    expect(places).toEqual([[code, line, column]]);
  });

  it('needs several dimensions that only another region has: one finding', () => {
    const lines = {
      out: testLine('tape.gb', 'GB-month', 1),
      more: testLine('tape.gb', 'GB-month', 2),
    };
    const { places } = findings(withLines(lines));
    expect(places.map(([code]) => code)).toEqual(['cost-dimension-unpriced']);
  });

  it('has a line on a service that is closed, unless it says why, which is told', () => {
    const lifecycle = { status: 'closed-to-new-customers', since: '2025-06-20' } as const;
    const [disk] = BOOK_FILE.dimensions;
    const priceBook = priceBookOf({ ...BOOK_FILE, dimensions: [{ ...disk!, lifecycle }] });
    const line = testLine('disk.gb', 'GB-month', 1);
    const codes = (lines: Component['lines']) =>
      evaluate(withLines(lines), ask(1, { priceBook })).diagnostics.map(({ code }) => code);
    expect(codes({ out: line })).toEqual(['cost-service-closed']);
    const kept = { ...line, closedServiceBecause: 'we have had it for years' };
    expect(codes({ out: kept })).toEqual(['cost-service-kept']);
    const { value } = evaluate(withLines({ out: kept }), ask(1, { priceBook }));
    expect(value?.monthly).toBe(0.1);
    expect(value?.components[0]?.lines[0]?.notes).toEqual([
      'closed to new customers since 2025-06-20',
      'we have had it for years',
    ]);
  });

  it('is told when a price ladder ends below its use', () => {
    const { value, places } = findings(
      withLines({ out: testLine('queue.request', 'request', 2000) }),
    );
    expect(value?.monthly).toBe(2);
    expect(places).toEqual([['cost-ladder-end', 0, 0]]);
  });

  it('has a limit of nothing', () => {
    const limits = {
      x: { what: 'X', used: quantity(1, 'GB'), limit: quantity(-1, 'GB'), fix: '' },
    };
    expect(findings(withLines({}, { limits })).places).toEqual([['cost-quantity-invalid', 13, 5]]);
  });

  it('sizes a resource that nothing runs', () => {
    expect(findings(withLines({}, { runs: [] })).places).toEqual([['cost-model-invalid', 10, 5]]);
  });

  it.each([
    ['at the number that is asked for', 100],
    ['at another number', 1],
  ])('throws %s, without a stack trace', (_, users) => {
    const model = smallModel();
    const run: CostModel['run'] = (input) => {
      if (input.users === users) throw new Error('no such user');
      return model.run(input);
    };
    const { value, places } = findings({ ...model, run });
    expect(value).toBeUndefined();
    expect(places.map(([code]) => code)).toEqual(['cost-model-threw']);
  });

  it('is told everything at once', () => {
    const lines = { out: testLine('net.out', 'GB', -1), far: testLine('net.faar', 'GB', 1) };
    expect(findings(withLines(lines)).places.map(([code]) => code)).toEqual([
      'cost-quantity-invalid',
      'cost-dimension-unknown',
    ]);
    expect(BOOK.prices.size).toBe(5);
  });
});
