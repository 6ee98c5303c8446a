import { decimal, multiply, toNumber } from '../money/decimal.ts';
import type { Price, PriceBook } from './book.ts';

/** What one currency was worth in another on a day. */
export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  /** How many of `to` one of `from` is. */
  readonly rate: number;
  /** The day of the rate: 2026-11-01. */
  readonly date: string;
  /** Who published it. */
  readonly source: string;
}

/** A book in another currency: every price times the rate, exactly. Quantities stay as they are. */
export function inCurrency(book: PriceBook, { to, rate }: ExchangeRate): PriceBook {
  const factor = decimal(rate);
  const times = (amount: number) => toNumber(multiply(decimal(amount), factor));
  const converted = ({ tiers, savings, ...price }: Price): Price => ({
    ...price,
    tiers: tiers.map(({ upTo, unitPrice }) => ({ upTo, unitPrice: times(unitPrice) })),
    ...(savings && {
      savings: savings.map((saving) => ({ ...saving, unitPrice: times(saving.unitPrice) })),
    }),
  });
  const prices = new Map([...book.prices].map(([id, price]) => [id, converted(price)]));
  return { ...book, currency: to, prices };
}
