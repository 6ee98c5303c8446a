import { unitAfter } from '../units/plural.ts';

/** A count with commas: `500,000`. */
export function formatCount(count: number): string {
  const [whole = '', fraction] = String(count).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A count of users as axes and headings say it: `100K`, `1.1M`. */
export function formatUsers(count: number): string {
  // What would be rounded to 1000K is 1M.
  if (count >= 999.5e6) return `${short(count / 1e9)}B`;
  if (count >= 999.5e3) return `${short(count / 1e6)}M`;
  return count >= 1e3 ? `${short(count / 1e3)}K` : String(count);
}

/** At most two digits that matter, none after a point that says nothing: 1.1, 12, 500. */
function short(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', INR: '₹' };

/** A measured quantity: whole from ten on, one digit after the point below. */
export function formatQuantity(quantity: number): string {
  return formatCount(quantity >= 10 ? Math.round(quantity) : Math.round(quantity * 10) / 10);
}

/** A measured quantity with its unit: `164 addresses`. */
export function formatWithUnit(quantity: number, unit: string): string {
  return `${formatQuantity(quantity)} ${unitAfter(quantity, unit)}`;
}

/** An amount in whole units, `$12,040`; below ten with cents; a minus before the symbol. */
export function formatMoney(amount: number, currency = 'USD'): string {
  const cents = Math.round(Math.abs(amount) * 100);
  return amount !== 0 && cents < 1000
    ? formatCents(amount, currency)
    : money(amount, String(Math.round(Math.abs(amount))), currency);
}

/** An amount to the cent: `$2,800.28`. */
export function formatCents(amount: number, currency = 'USD'): string {
  return money(amount, Math.abs(amount).toFixed(2), currency);
}

/** What one user costs: below a dollar in cents to three digits that matter, `2.41 ¢`. */
export function formatPerUser(amount: number, currency = 'USD'): string {
  const cents = Number((amount * 100).toPrecision(3));
  if (currency !== 'USD' || cents >= 100) return formatCents(amount, currency);
  // Not an exponent, however little it is.
  const digits = cents < 1e-6 ? cents.toFixed(9).replace(/\.?0+$/, '') : String(cents);
  return `${digits}\u00A0¢`;
}

/** The price of one unit to the cent, or to four digits that matter; below a tenth of a cent, that of a million. */
export function formatUnitPrice(price: number, currency = 'USD'): string {
  if (price > 0 && price < 0.001) return `${formatCents(price * 1e6, currency)} a million`;
  const digits = price < 100 ? Number(price.toPrecision(4)) : Math.round(price * 100) / 100;
  const cents = Math.max(2, String(digits).split('.')[1]?.length ?? 0);
  return money(price, digits.toFixed(cents), currency);
}

/** A share as percent with one decimal and a no-break space: `24.4 %`. */
export function formatShare(ratio: number): string {
  return `${(ratio * 100).toFixed(1)}\u00A0%`;
}

function money(amount: number, digits: string, currency: string): string {
  const symbol = SYMBOLS[currency] ?? `${currency} `;
  const [whole = '', cents] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const minus = amount < 0 && /[1-9]/.test(digits) ? '−' : '';
  return `${minus}${symbol}${grouped}${cents === undefined ? '' : `.${cents}`}`;
}
