import type { Convertible, Den, Num, Over } from './algebra.ts';
import { conversion, HOURS_PER_MONTH, SECONDS_PER_MONTH, wholeUp } from './scale.ts';

/** How a quantity came about; the chain from users to a line of the bill is made of these. */
export type Operation =
  | 'given'
  | 'users'
  | 'driver'
  | 'sized'
  | 'plus'
  | 'minus'
  | 'times'
  | 'over'
  | 'greatest'
  | 'least'
  | 'whole'
  | 'scaled'
  | 'named'
  | 'invalid';

/**
 * A number with its unit and its origin. Units are checked by the compiler and again when a model
 * runs, because Node runs a model without checking its types: what does not fit gives an invalid
 * quantity, which is reported at the author's line instead of being thrown.
 *
 * A count of things that happen (`order`) is a month's worth of them; a thing that is there (`GB`
 * stored, `instance`) becomes billable by `hours()` or `months()`.
 */
export class Quantity<U extends string = string> {
  readonly value: number;
  /** What is counted: `kB` of `kB/request`. */
  readonly num: string;
  /** What it is counted over: `request` of `kB/request`; empty for a plain unit. */
  readonly den: string;
  readonly op: Operation;
  readonly a: Quantity | undefined;
  readonly b: Quantity | undefined;
  /** The name of a driver or a resource, or the one given by `called`. */
  readonly note: string | undefined;

  // Every operation can be repeated from `op`, `a` and `b` alone: that is what replays a model.
  constructor(
    value: number,
    num: string,
    den: string,
    op: Operation,
    a?: Quantity,
    b?: Quantity,
    note?: string,
  ) {
    this.value = value;
    this.num = num;
    this.den = den;
    this.op = op;
    this.a = a;
    this.b = b;
    this.note = note;
  }

  /** The unit as it is written in a model. */
  get unit(): U {
    return (this.den === '' ? this.num : `${this.num}/${this.den}`) as U;
  }

  /** The sum; both sides have the same unit. */
  plus(other: Quantity<U>): Quantity<U> {
    if (!this.#matches(other)) return this.#invalid('add', other);
    return new Quantity(this.value + other.value, this.num, this.den, 'plus', this, other);
  }

  /** The difference; a negative one is reported where it is metered. */
  minus(other: Quantity<U>): Quantity<U> {
    if (!this.#matches(other)) return this.#invalid('subtract', other);
    return new Quantity(this.value - other.value, this.num, this.den, 'minus', this, other);
  }

  /** What is over an allowance: the difference, or nothing. */
  beyond(allowance: Quantity<U>): Quantity<U> {
    return this.minus(allowance.atMost(this));
  }

  /** By a plain factor or a share, the unit stays; by a rate over this unit, units cancel. */
  times(factor: number | Quantity<'ratio'>): Quantity<U>;
  times<R extends `${string}/${Num<U>}`>(rate: Quantity<R>): Quantity<Over<Num<R>, Den<U>>>;
  times(by: number | Quantity): Quantity {
    const rate = typeof by === 'number' ? ratio(by) : by;
    if (!isQuantity(rate)) return this.#invalid('multiply', rate);
    if (rate.den === '' && rate.num === 'ratio') {
      return new Quantity(this.value * rate.value, this.num, this.den, 'times', this, rate);
    }
    if (rate.den !== this.num) return this.#invalid('multiply', rate);
    return new Quantity(this.value * rate.value, rate.num, this.den, 'times', this, rate);
  }

  /** How many times the other fits into this one. */
  over(other: Quantity<U>): Quantity<'ratio'> {
    if (!this.#matches(other)) return this.#invalid('divide', other);
    return new Quantity(this.value / other.value, 'ratio', '', 'over', this, other);
  }

  /** This much for each of the other, as a rate. */
  per<V extends string>(other: Quantity<V>): Quantity<`${U}/${V}`> {
    if (!isQuantity(other) || this.den !== '' || other.den !== '') {
      return this.#invalid<`${U}/${V}`>('divide', other);
    }
    return new Quantity(this.value / other.value, this.num, other.num, 'over', this, other);
  }

  /** At least as much as the other: the greater of the two. */
  atLeast(other: Quantity<U>): Quantity<U> {
    if (!this.#matches(other)) return this.#invalid('compare', other);
    const value = Math.max(this.value, other.value);
    return new Quantity(value, this.num, this.den, 'greatest', this, other);
  }

  /** At most as much as the other: the smaller of the two. */
  atMost(other: Quantity<U>): Quantity<U> {
    if (!this.#matches(other)) return this.#invalid('compare', other);
    const value = Math.min(this.value, other.value);
    return new Quantity(value, this.num, this.den, 'least', this, other);
  }

  /** Rounded up: what is bought whole, or billed in whole increments. */
  wholeUp(): Quantity<U> {
    return new Quantity(wholeUp(this.value), this.num, this.den, 'whole', this);
  }

  /** The same amount in another unit of data or of time. */
  in<V extends Convertible<Num<U>>>(unit: V): Quantity<Over<V, Den<U>>> {
    const factor = conversion(this.num, unit);
    if (factor === undefined) return this.#invalid('convert', unit);
    return this.#scaled(factor, unit, this.den);
  }

  /** A month's worth as an average over its 2,628,000 seconds. */
  perSecond(): Quantity<`${U}/s`> {
    if (this.den !== '') return this.#invalid<`${U}/s`>('divide', 's');
    return this.#scaled(1 / SECONDS_PER_MONTH, this.num, 's');
  }

  /** A month's worth as an average over its 730 hours. */
  perHour(): Quantity<`${U}/hour`> {
    if (this.den !== '') return this.#invalid<`${U}/hour`>('divide', 'hour');
    return this.#scaled(1 / HOURS_PER_MONTH, this.num, 'hour');
  }

  /** What is there all month, in the 730 hours of a month. */
  hours(): Quantity<`${U}-hour`> {
    return this.#scaled(HOURS_PER_MONTH, `${this.num}-hour`, '');
  }

  /** What is there all month, in months. */
  months(): Quantity<`${U}-month`> {
    return this.#scaled(1, `${this.num}-month`, '');
  }

  /** The rest of a whole of which this is a share. */
  rest(this: Quantity<'ratio'>): Quantity<'ratio'> {
    return ratio(1).minus(this);
  }

  /** The same things by another name, where one is by definition the other: a task for each order. */
  as<V extends string>(unit: V): Quantity<Over<V, Den<U>>> {
    return this.#scaled(1, unit, this.den);
  }

  /** The same quantity with a name of its own in explanations. */
  called(name: string): Quantity<U> {
    return new Quantity(this.value, this.num, this.den, 'named', this, undefined, name);
  }

  /** Text is fine; arithmetic and comparison go through methods, which look at units. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return `${this.value} ${this.unit}`;
    throw new TypeError(
      'Operators do not look at units: use `plus`, `times`, `atLeast` and so on.',
    );
  }

  #scaled<V extends string>(factor: number, num: string, den: string): Quantity<V> {
    return new Quantity(this.value * factor, num, den, 'scaled', this, ratio(factor));
  }

  #matches(other: Quantity): boolean {
    return isQuantity(other) && this.num === other.num && this.den === other.den;
  }

  #invalid<V extends string>(verb: string, other: unknown): InvalidQuantity<V> {
    const what = isQuantity(other) ? `\`${other.unit}\`` : `\`${String(other)}\``;
    const link = { subtract: 'from', add: 'to', convert: 'to' }[verb] ?? 'by';
    const message =
      verb === 'add' || verb === 'subtract'
        ? `Cannot ${verb} ${what} ${link} \`${this.unit}\`.`
        : `Cannot ${verb} \`${this.unit}\` ${link} ${what}.`;
    return new InvalidQuantity(message, { a: this, b: isQuantity(other) ? other : undefined });
  }
}

/**
 * Whether a value is a quantity. By its shape, not its class: a model may have been loaded with
 * another copy of this module, as bundlers and test runners do.
 */
export function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'op' in value && 'num' in value;
}

/** What comes of an operation on units that do not fit. It is never a number, and says where. */
export class InvalidQuantity<U extends string = string> extends Quantity<U> {
  /** The calls that led here; the author's line is among them. */
  readonly stack: string;
  readonly hint: string | undefined;

  /** `a` and `b` are the operands: what went wrong in them goes before this. */
  constructor(
    message: string,
    {
      a,
      b,
      hint,
    }: { readonly a?: Quantity; readonly b?: Quantity | undefined; readonly hint?: string },
  ) {
    super(Number.NaN, a?.num ?? 'ratio', a?.den ?? '', 'invalid', a, b, message);
    this.stack = new Error(message).stack ?? '';
    this.hint = hint;
  }
}

/** Whether a quantity is what came of units that do not fit. */
export function isInvalid(quantity: Quantity): quantity is InvalidQuantity {
  return quantity.op === 'invalid';
}

/** A quantity that the author states: `quantity(4, 'GB')`, `quantity(64, 'kB/request')`. */
export function quantity<const U extends string>(
  value: number,
  unit: U,
  note?: string,
): Quantity<U> {
  return stated(value, unit, 'given', note);
}

/** A share or a plain factor. */
export function ratio(value: number): Quantity<'ratio'> {
  return new Quantity(value, 'ratio', '', 'given');
}

/** The sum of one or more quantities of one unit. */
export function sum<U extends string>(
  first: Quantity<U>,
  ...rest: readonly Quantity<NoInfer<U>>[]
): Quantity<U> {
  return rest.reduce((total, next) => total.plus(next), first);
}

/** The sum of any number of quantities of a unit; nothing of it where there are none. */
export function total<const U extends string>(
  unit: U,
  parts: readonly Quantity<NoInfer<U>>[],
): Quantity<U> {
  const [first, ...rest] = parts;
  return first ? sum<U>(first, ...rest) : quantity(0, unit);
}

/** The greatest of one or more quantities of one unit. */
export function greatest<U extends string>(
  first: Quantity<U>,
  ...rest: readonly Quantity<NoInfer<U>>[]
): Quantity<U> {
  return rest.reduce((most, next) => most.atLeast(next), first);
}

/** A quantity from a unit as it is written, with its origin. */
export function stated<U extends string>(
  value: number,
  unit: U,
  op: Operation,
  note?: string,
): Quantity<U> {
  if (typeof unit !== 'string') {
    const hint = `Such as \`quantity(${value}, 'request')\`.`;
    return new InvalidQuantity(`The quantity ${value} has no unit.`, { hint });
  }
  const slash = unit.indexOf('/');
  const num = slash < 0 ? unit : unit.slice(0, slash);
  const den = slash < 0 ? '' : unit.slice(slash + 1);
  return new Quantity(value, num, den, op, undefined, undefined, note);
}
