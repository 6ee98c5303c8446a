/**
 * An exact decimal: `digits` / 10^`scale`. Prices, quantities and money are never added or
 * multiplied as binary fractions; nothing is divided, so nothing is ever rounded on the way.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** Powers of ten that a number holds exactly, and their whole numbers: nearly all that is ever asked for. */
const TENS: readonly number[] = Array.from({ length: 23 }, (_, exponent) =>
  Number(`1e${exponent}`),
);
const WHOLE_TENS: readonly bigint[] = TENS.map((ten) => BigInt(ten));
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** The decimal that a finite number is written as: 1.66667e-5 is exactly 0.0000166667. */
export function decimal(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale < 0 ? { digits: digits * power(-scale), scale: 0 } : { digits, scale };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: at(a, scale) + at(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Negative, zero or positive, as `a` is below, at or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { digits } = subtract(a, b);
  if (digits === 0n) return 0;
  return digits < 0n ? -1 : 1;
}

export function least(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}

/** The nearest number; amounts of money up to 90 trillion keep their cents. */
export function toNumber({ digits, scale }: Decimal): number {
  const ten = TENS[scale];
  // The quotient of two exact numbers is the one nearest to it, as is what a text is read as.
  if (ten !== undefined && digits <= LARGEST && digits >= -LARGEST) return Number(digits) / ten;
  return Number(`${digits}e-${scale}`);
}

/** Whole cents, halves away from zero, as an invoice rounds a line. */
export function toCents(amount: Decimal): bigint {
  const { digits, scale } = amount.scale < 2 ? { digits: at(amount, 2), scale: 2 } : amount;
  const unit = power(scale - 2);
  const half = unit / 2n;
  return (digits + (digits < 0n ? -half : half)) / unit;
}

/** Cents as the number of dollars that goes into JSON. */
export function fromCents(cents: bigint): number {
  return toNumber({ digits: cents, scale: 2 });
}

function at({ digits, scale }: Decimal, wanted: number): bigint {
  return wanted === scale ? digits : digits * power(wanted - scale);
}

function power(exponent: number): bigint {
  return WHOLE_TENS[exponent] ?? 10n ** BigInt(exponent);
}
