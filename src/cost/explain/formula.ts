import type { Quantity } from '../units/quantity.ts';
import type { Namer } from './names.ts';

/** A number as it stands in a formula: three significant digits after it gets small. */
export function plain(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(Math.abs(value) >= 1000 ? 7 : 4)));
}

/**
 * How a quantity is made, in the names of what it is made from: `users × sessions of a user`. Goes
 * down to the nearest names; `top` is the quantity itself, which is not given as its own reason.
 */
export function formulaOf(top: Quantity, namer: Namer): string {
  const write = (quantity: Quantity, within: 'sum' | 'product' | 'none'): string => {
    const name = quantity === top ? undefined : namer(quantity)?.name;
    if (name !== undefined) return name;
    const { op, a, b } = quantity;
    if (!a)
      return `${plain(quantity.value)} ${quantity.unit === 'ratio' ? '' : quantity.unit}`.trim();
    if (op === 'plus' && b && isNothing(a)) return write(b, within);
    if (op === 'plus' && b && isNothing(b)) return write(a, within);
    if (op === 'plus' || op === 'minus') {
      const text = `${write(a, 'sum')} ${op === 'plus' ? '+' : '-'} ${b ? write(b, 'sum') : ''}`;
      return within === 'product' ? `(${text})` : text;
    }
    if (op === 'times') return `${write(a, 'product')} × ${b ? write(b, 'product') : ''}`;
    if (op === 'over') return `${write(a, 'product')} / ${b ? write(b, 'product') : ''}`;
    if (op === 'greatest')
      return `the greater of ${write(a, 'none')} and ${b ? write(b, 'none') : ''}`;
    if (op === 'least')
      return `the smaller of ${write(a, 'none')} and ${b ? write(b, 'none') : ''}`;
    if (op === 'whole') return `${write(a, within)}, rounded up`;
    if (op === 'scaled') return scaled(quantity, a, write(a, 'product'));
    return write(a, within);
  };
  return write(top, 'none');
}

/** A stated zero, such as a sum starts from. */
function isNothing({ op, value }: Quantity): boolean {
  return op === 'given' && value === 0;
}

/** A change of unit, in the words of billing. */
function scaled(quantity: Quantity, from: Quantity, text: string): string {
  if (quantity.num === `${from.num}-hour`) return `${text} × 730 h`;
  if (quantity.num === `${from.num}-month` || quantity.b?.value === 1) return text;
  if (quantity.den === 's' && from.den === '') return `${text} / 2,628,000 s`;
  if (quantity.den === 'hour' && from.den === '') return `${text} / 730 h`;
  return `${text} in ${quantity.num}`;
}
