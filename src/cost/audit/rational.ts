import { type Decimal, toCents } from '../money/decimal.ts';

/** An exact fraction in lowest terms, its denominator above zero: ratios of decimals are not decimals. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

export const ONE: Rational = { num: 1n, den: 1n };
export const NOTHING: Rational = { num: 0n, den: 1n };

/** A fraction in lowest terms; the denominator is not zero. */
export function rational(num: bigint, den = 1n): Rational {
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num < 0n ? -num : num, den * sign);
  return { num: (num * sign) / divisor, den: (den * sign) / divisor };
}

export function fromDecimal({ digits, scale }: Decimal): Rational {
  return rational(digits, 10n ** BigInt(scale));
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, { num: -b.num, den: b.den });
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

/** The quotient; nothing where `b` is zero. */
export function over(a: Rational, b: Rational): Rational | undefined {
  return b.num === 0n ? undefined : rational(a.num * b.den, a.den * b.num);
}

export function magnitude({ num, den }: Rational): Rational {
  return { num: num < 0n ? -num : num, den };
}

/** Whether `a` is greater than `b`. */
export function exceeds(a: Rational, b: Rational): boolean {
  return a.num * b.den > b.num * a.den;
}

/** Whether a number is larger or finer than anything that a text claims. */
export function isOutsized({ num, den }: Rational): boolean {
  return digitsOf(num) > MAX_DIGITS || digitsOf(den) > MAX_DIGITS;
}

/** The nearest number of twelve digits, for documents and tables. */
export function toNumber(value: Rational): number {
  const { num, den } = magnitude(value);
  if (num === 0n) return 0;
  // Eighteen digits of the quotient, however large or small it is.
  const shift = 18 - (digitsOf(num) - digitsOf(den));
  const scaled =
    shift >= 0 ? (num * 10n ** BigInt(shift)) / den : num / (den * 10n ** BigInt(-shift));
  const rounded = Number(Number(`${scaled}e${-shift}`).toPrecision(12));
  return value.num < 0n ? -rounded : rounded;
}

/** Whole cents, halves away from zero. */
export function centsOf({ num, den }: Rational): bigint {
  // One digit behind the cents decides, and whether anything follows it cannot change that.
  return toCents({ digits: (num * 1000n) / den, scale: 3 });
}

const MAX_DIGITS = 400;

function digitsOf(value: bigint): number {
  return String(value < 0n ? -value : value).length;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
