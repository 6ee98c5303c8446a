import { HOURS_PER_MONTH } from '../units/scale.ts';
import { ONE, over, type Rational, rational, times } from './rational.ts';

/** What a number counts: each base unit with its exponent, `{ message: 1, s: -1 }`; empty for a ratio. */
export type Measure = ReadonlyMap<string, number>;

/** A unit as it was written, in terms of base units. */
export interface Unit {
  /** How many of the base units one of it is. */
  readonly scale: Rational;
  readonly measure: Measure;
}

/** The unit of a ratio or a plain factor. */
export const PLAIN: Unit = { scale: ONE, measure: new Map() };

/** Units that convert into a base unit: AWS meters data in powers of two, and a month has 730 hours. */
const KNOWN: Readonly<Record<string, readonly [base: string, scale: Rational]>> = {
  B: ['B', ONE],
  kB: ['B', rational(2n ** 10n)],
  MB: ['B', rational(2n ** 20n)],
  GB: ['B', rational(2n ** 30n)],
  TB: ['B', rational(2n ** 40n)],
  PB: ['B', rational(2n ** 50n)],
  ms: ['s', rational(1n, 1000n)],
  s: ['s', ONE],
  second: ['s', ONE],
  minute: ['s', rational(60n)],
  min: ['s', rational(60n)],
  hour: ['s', rational(3600n)],
  day: ['s', rational(86_400n)],
  month: ['s', rational(BigInt(HOURS_PER_MONTH) * 3600n)],
  year: ['s', rational(BigInt(HOURS_PER_MONTH) * 3600n * 12n)],
};

/** Reads `messages/s`, `GB-month`, `records/s/shard`, `%`, `x`, `$/hour`. Plurals are their nouns. */
export function readUnit(text: string): Unit {
  const [above = '', ...below] = text.split('/');
  return below.reduce((unit, part) => divided(unit, product(part)), product(above));
}

/** Whether two measures are the same thing. */
export function isSame(a: Measure, b: Measure): boolean {
  return a.size === b.size && [...a].every(([base, exponent]) => b.get(base) === exponent);
}

/** The measure of a product, or of a quotient with `sign` -1. */
export function combined(a: Measure, b: Measure, sign: 1 | -1): Measure {
  const all = new Map(a);
  for (const [base, exponent] of b) {
    const sum = (all.get(base) ?? 0) + sign * exponent;
    if (sum === 0) all.delete(base);
    else all.set(base, sum);
  }
  return all;
}

/** A measure in words: `message/s`; a ratio is `a plain number`. */
export function wordsOf(measure: Measure): string {
  const side = (sign: number) =>
    [...measure]
      .filter(([, exponent]) => exponent * sign > 0)
      .flatMap(([base, exponent]) => Array.from({ length: Math.abs(exponent) }, () => base));
  const [above, below] = [side(1), side(-1)];
  if (above.length + below.length === 0) return 'a plain number';
  return `\`${[above.join('-') || '1', ...below].join('/')}\``;
}

function product(text: string): Unit {
  return text
    .split('-')
    .filter((word) => word !== '')
    .map(single)
    .reduce(
      (unit, next) => ({
        scale: times(unit.scale, next.scale),
        measure: combined(unit.measure, next.measure, 1),
      }),
      PLAIN,
    );
}

function divided(a: Unit, b: Unit): Unit {
  return { scale: over(a.scale, b.scale) ?? a.scale, measure: combined(a.measure, b.measure, -1) };
}

function single(word: string): Unit {
  if (word === '%') return { scale: rational(1n, 100n), measure: PLAIN.measure };
  if (word === 'x' || word === 'times') return PLAIN;
  if (word === '$') return { scale: ONE, measure: new Map([['USD', 1]]) };
  const noun = Object.hasOwn(KNOWN, word) ? word : nounOf(word);
  const [base, scale] = Object.hasOwn(KNOWN, noun) ? (KNOWN[noun] ?? [noun, ONE]) : [noun, ONE];
  return { scale, measure: new Map([[base, 1]]) };
}

/** `messages` is `message`, `queries` is `query`; symbols stay as they are. */
function nounOf(word: string): string {
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  // An acronym takes an `s` as well: two ALBs.
  return /(?:[a-rt-z]|[A-Z])s$/.test(word) && word.length > 2 ? word.slice(0, -1) : word;
}
