import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amount, evaluate, readFigure, type Scope } from '#cost/audit/expression.ts';
import { centsOf, rational, toNumber } from '#cost/audit/rational.ts';
import { isSame, readUnit, wordsOf } from '#cost/audit/units.ts';

const NAMES: Readonly<Record<string, string>> = {
  devices: '1,000,000 devices',
  interval: '30 s',
  'two-words': '2',
  'other.rate': '5 messages/s',
};
const scope: Scope = {
  names: () => Object.keys(NAMES),
  resolve(name) {
    if (name === 'loop') return 'circular';
    if (name === 'broken') return 'faulty';
    return readFigure(NAMES[name] ?? '') ?? 'unknown';
  },
};

/** What an expression comes to in a unit: its number there, or the unit that it has instead. */
function inUnit({ value, measure }: Amount, unit: string): number | string {
  const { scale, measure: wanted } = readUnit(unit);
  if (!isSame(measure, wanted)) return wordsOf(measure);
  return toNumber(rational(value.num * scale.den, value.den * scale.num));
}

describe('an expression', () => {
  it.each([
    ['2 + 3 * 4', 14, ''],
    ['(2 + 3) * 4', 20, ''],
    ['10 - 4 - 3', 3, ''],
    ['100 / 5 / 2', 10, ''],
    ['-2 - -3', 1, ''],
    ['0.1 + 0.2', 0.3, ''],
    ['1 / 3 * 3', 1, ''],
    ['2 × 3 − 1', 5, ''],
    ['.5', 0.5, ''],
    ['86e9 messages', 86e9, 'message'],
    ['1.5e-3', 0.0015, ''],
    ['1,234,567.5', 1_234_567.5, ''],
    ['two-words * 3', 6, ''],
    ['two-words - 1', 1, ''],
    ['devices * 1 message/device / interval', 33_333.3333333, 'messages/s'],
    ['devices * 1 message/device / interval', 2e6, 'messages/minute'],
    ['other.rate * 30 days', 12_960_000, 'message'],
    ['1 month', 730, 'hours'],
    ['1 year', 8760, 'hours'],
    ['5 TB', 5120, 'GB'],
    ['1 GB', 2 ** 30, 'B'],
    ['10 TB / 1 kB', 10 * 2 ** 30, ''],
    ['12 * 1 vCPU/task * 2 tasks * 730 hours', 17_520, 'vCPU-hours'],
    ['2 ALBs * 730 hours', 1460, 'ALB-hour'],
    ['100 TB * 1 month', 102_400, 'GB-month'],
    ['$0.0416/hour * 730 hours', 30.368, '$'],
    ['$3,000 / 1,000 orders', 3, '$/order'],
    ['10 shards * 1,000 records/s/shard', 10_000, 'records/s'],
    ['50 %', 0.5, ''],
    ['1 - 57 ms / 1.07 s', 94.6728971963, '%'],
    ['2 queries + 1 query', 3, 'query'],
    ['3 boxes - 1 box', 2, 'box'],
  ])('%s', (text, value, unit) => {
    const result = evaluate(text, scope);
    expect('value' in result ? inUnit(result.value, unit) : result.fault.message).toBe(value);
  });

  it.each([
    ['', 'claim-expression', 0],
    ['1 +', 'claim-expression', 2],
    ['* 2', 'claim-expression', 0],
    ['(1 + 2', 'claim-expression', 0],
    ['1 + 2)', 'claim-expression', 5],
    ['2 2', 'claim-expression', 2],
    ['1 & 2', 'claim-expression', 2],
    ['1.2.3', 'claim-expression', 0],
    ['12,34', 'claim-expression', 2],
    ['1e99', 'claim-expression', 0],
    ['process.exit()', 'claim-reference', 0],
    ['globalThis', 'claim-reference', 0],
    ['constructor', 'claim-reference', 0],
    ['__proto__', 'claim-expression', 0],
    ['1 / 0', 'claim-expression', 2],
    ['1 / (2 - 2)', 'claim-expression', 2],
    ['devices + interval', 'claim-unit', 8],
    ['1 - 1 s', 'claim-unit', 2],
    ['2 * dievces', 'claim-reference', 4],
    ['1 + loop', 'claim-circular', 4],
    ['1 + broken', 'told', 4],
    ['('.repeat(50), 'claim-expression', 40],
    ['-'.repeat(50), 'claim-expression', 40],
    [`1${' * 1e60'.repeat(9)}`, 'claim-expression', 44],
    ['1'.repeat(401), 'claim-expression', 0],
  ])('%s is refused', (text, code, start) => {
    const result = evaluate(text, scope);
    expect('fault' in result ? [result.fault.code, result.fault.start] : result).toEqual([
      code,
      start,
    ]);
  });

  it('suggests the name that was meant', () => {
    const result = evaluate('2 * dievces', scope);
    expect('fault' in result && result.fault.hint).toBe('Did you mean `devices`?');
  });

  it('adds and takes away without a rest, whatever the order', () => {
    const decimals = fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(fc.array(decimals, { minLength: 1, maxLength: 12 }), (parts) => {
        const texts = parts.map(([digits, scale]) => `${digits}e-${scale}`);
        const back = texts.toReversed().map((text) => ` - ${text}`);
        const result = evaluate(`${texts.join(' + ')}${back.join('')}`, scope);
        expect('value' in result && result.value.value.num).toBe(0n);
      }),
    );
  });

  it('never throws and never hangs', () => {
    const pieces = fc.constantFrom(
      '1',
      ' ',
      '+',
      '-',
      '/',
      '*',
      '(',
      ')',
      'a',
      '.',
      '$',
      '%',
      'e9',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const result = evaluate(parts.join(''), scope);
        expect('value' in result || 'fault' in result).toBe(true);
      }),
    );
  });
});

describe('a figure', () => {
  it.each([
    ['$3,000', 3000, '$', 0.5],
    ['$0.0416/hour', 0.0416, '$/hour', 0.00005],
    ['86e9 messages', 86e9, 'messages', 5e8],
    ['94.7 %', 94.7, '%', 0.05],
    ['94.7%', 94.7, '%', 0.05],
    ['21.2x', 21.2, 'x', 0.05],
    ['-8 %', -8, '%', 0.5],
    ['12', 12, '', 0.5],
    ['10 GB-months', 10, 'GB-months', 0.5],
  ])('%s', (text, value, unit, half) => {
    const figure = readFigure(text)!;
    const shown = (amount: Amount['value']) =>
      toNumber(rational(amount.num * figure.scale.den, amount.den * figure.scale.num));
    expect([shown(figure.value), figure.unit, shown(figure.rounding)]).toEqual([value, unit, half]);
  });

  it.each(['', 'about 5', '~$5', '5 + 5', '$', '1e999', '1_000', 'NaN', '５'])(
    '%s is none',
    (text) => expect(readFigure(text)).toBeUndefined(),
  );

  it.each([
    [1n, 8n, 13n],
    [-1n, 8n, -13n],
    [1n, 200n, 1n],
    [49n, 10_000n, 0n],
    [2n, 3n, 67n],
  ])('%d / %d is %d cents', (num, den, cents) => {
    expect(centsOf(rational(num, den))).toBe(cents);
  });
});
