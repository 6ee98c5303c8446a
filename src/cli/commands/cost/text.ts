import { currencyOf } from '#cost/money/currency.ts';
import { visible } from '#diagnostics/hidden.ts';

/** The width that every table fits. */
export const WIDTH = 80;

const ESC = '\u001B[';

/** How text is painted: bold for names, amber for money, dim for what is secondary. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly money: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Paint for a terminal, or none for pipes and files. */
export function paintFor(color: boolean): Paint {
  const style = (code: string) => (text: string) =>
    color && text !== '' ? `${ESC}${code}m${visible(text)}${ESC}0m` : visible(text);
  return { bold: style('1'), money: style('33'), dim: style('2') };
}

/** `$6,882.71`, `¥1,033,215`: with the digits that the currency has. */
export function money(amount: number, currency: string): string {
  const { symbol, digits } = currencyOf(currency);
  const text = Math.abs(amount).toFixed(digits);
  return `${amount < 0 && /[1-9]/.test(text) ? '-' : ''}${symbol}${grouped(text)}`;
}

/** `+$126.29` */
export function change(amount: number, currency: string): string {
  return amount < 0 ? money(amount, currency) : `+${money(amount, currency)}`;
}

/** What one of something costs: `1.38 ¢`, `$2.14`, `€0.0138`. */
export function small(amount: number, currency: string): string {
  const { symbol, digits } = currencyOf(currency);
  if (amount >= (digits === 0 ? 100 : 1)) return money(amount, currency);
  if (currency === 'USD') return `${significant(amount * 100, 3)} ¢`;
  return `${symbol}${significant(amount, 3)}`;
}

/** `$0.0416`, and `$0.60 a million` where the price of one would be all zeros. */
export function unitPrice(price: number, currency: string): string {
  const { symbol, digits } = currencyOf(currency);
  const isOne = price >= 0.0005 || price === 0;
  const text = padded(significant(isOne ? price : price * 1e6, 4), digits);
  return `${symbol}${text}${isOne ? '' : ' a million'}`;
}

/** At least so many digits behind the point, as money is written. */
function padded(text: string, digits: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  const all = fraction.padEnd(digits, '0');
  return all === '' ? whole : `${whole}.${all}`;
}

/** `730`, `37,353.5`, `499.2 M`. */
export function amount(quantity: number): string {
  if (quantity >= 1e12) return `${significant(quantity / 1e12, 4)} T`;
  if (quantity >= 1e9) return `${significant(quantity / 1e9, 4)} B`;
  if (quantity >= 1e7) return `${significant(quantity / 1e6, 4)} M`;
  const digits = quantity >= 100 ? 1 : 2;
  return grouped(String(Number(quantity.toFixed(digits))));
}

/** `1,569,933` */
export function count(users: number): string {
  return grouped(String(Math.round(users)));
}

/** `5.3 %`, its blank one that does not break; a share that would be rounded to nothing is `< 0.1 %`. */
export function percent(share: number): string {
  const isTiny = share > 0 && share < 0.0005;
  return isTiny ? '<\u00A00.1\u00A0%' : `${(share * 100).toFixed(1)}\u00A0%`;
}

/** Rounded to so many digits, without an exponent and without trailing zeros. */
export function significant(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  const text =
    Math.abs(rounded) < 1e-6 ? rounded.toFixed(12).replace(/\.?0+$/, '') : String(rounded);
  return grouped(text);
}

/** Cut to a width, with a sign that it was. */
export function cut(words: string, width: number): string {
  const text = visible(words);
  return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
}

/** Words on lines of a width, each behind an indent. */
export function wrap(text: string, indent = '', width = WIDTH): string {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text).split(/ (?!%)/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line].join('\n');
}

/** `1 user`, `2 users`. */
export function plural(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
