/** How amounts of a currency are written. */
export interface Currency {
  /** ISO 4217: `EUR`. */
  readonly code: string;
  /** What stands before an amount: `€`, or the code and a blank where a sign would be ambiguous. */
  readonly symbol: string;
  /** Digits behind the point. */
  readonly digits: number;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  INR: '₹',
  JPY: '¥',
  KRW: '₩',
  BRL: 'R$',
  AUD: 'A$',
  CAD: 'CA$',
  NZD: 'NZ$',
  IDR: 'Rp\u00A0',
};

/** Currencies without a hundredth, and those with a thousandth (ISO 4217, minor units). */
const WITHOUT_CENTS = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '),
);
const WITH_MILS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** A currency by its code; one that is not in the table has two digits and its code for a sign. */
export function currencyOf(code: string): Currency {
  const symbol = Object.hasOwn(SYMBOLS, code) ? SYMBOLS[code] : undefined;
  const digits = WITHOUT_CENTS.has(code) ? 0 : WITH_MILS.has(code) ? 3 : 2;
  return { code, symbol: symbol ?? `${code}\u00A0`, digits };
}
