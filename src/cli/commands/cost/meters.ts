import { fromCents, toNumber } from '#cost/money/decimal.ts';
import type { ExchangeRate } from '#cost/prices/exchange.ts';
import { nearestHint } from '#cost/prices/nearest.ts';
import { priceMeters } from '#cost/prices/pricing.ts';
import { sourceText } from '#cost/prices/trust.ts';
import { unitAfter } from '#cost/units/plural.ts';
import { UsageError } from '../../program.ts';
import type { Prices } from './load.ts';
import type { Request } from './options.ts';
import { exchangeText } from './summary.ts';
import { amount, cut, money, type Paint, unitPrice, wrap } from './text.ts';

/** One meter of `cost --meter --json`. */
interface MeterReport {
  readonly dimension: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: number;
  readonly monthly: number;
  readonly source: string;
  readonly confidence: string;
  readonly tiers?: readonly object[];
}

/** The document of `cost --meter --json`. */
export interface MeterDocument {
  readonly region: string;
  readonly currency: string;
  readonly priceBook: string;
  readonly meters: readonly MeterReport[];
  readonly monthly: number;
  readonly exchange?: ExchangeRate;
}

/** Prices quantities without a model; a dimension that the region lacks is wrong usage. */
export function priceRequest(
  { meters, freeTier, commitments }: Request,
  { book, otherBooks, exchange }: Prices,
): MeterDocument {
  for (const { dimension } of meters) {
    if (book.prices.has(dimension)) continue;
    const elsewhere = otherBooks.filter(({ prices }) => prices.has(dimension));
    const hint =
      elsewhere.length > 0
        ? `It is priced in ${elsewhere.map(({ region }) => region).join(', ')}.`
        : [nearestHint(dimension, book.prices.keys()), '`cost --list-meters` has them all.']
            .filter(Boolean)
            .join(' ');
    throw new UsageError(`${book.region} has no price for \`${dimension}\`. ${hint}`.trim());
  }
  const priced = priceMeters(meters, book, {
    freeTier,
    ...commitments,
  });
  const reports = priced.flatMap((item) => (item ? [item] : []));
  return {
    region: book.region,
    currency: book.currency,
    priceBook: book.id,
    meters: reports.map(({ meter, price, unitPrice, cents, confidence, steps }) => ({
      dimension: price.id,
      quantity: meter.quantity,
      unit: price.unit,
      unitPrice,
      monthly: fromCents(cents),
      source: sourceText(price, book),
      confidence,
      ...(price.tiers.length > 1 && {
        tiers: steps.map((step) => ({ ...step, quantity: toNumber(step.quantity) })),
      }),
    })),
    monthly: fromCents(reports.reduce((sum, { cents }) => sum + cents, 0n)),
    ...(exchange && { exchange }),
  };
}

/** Meters without a model, as JSON or as a table. */
export function renderMeters(document: MeterDocument, { format }: Request, paint: Paint): string {
  if (format === 'json') return `${JSON.stringify(document, undefined, 2)}\n`;
  const { currency } = document;
  const rows = document.meters.map(({ dimension, quantity, unit, unitPrice: price, monthly }) => {
    const made = `${amount(quantity)} ${unitAfter(quantity, unit)} × ${unitPrice(price, currency)}`;
    return `${cut(dimension, 33)}${paint.dim(made.padStart(34))}${money(monthly, currency).padStart(13)}`;
  });
  const total = `${paint.bold(cut('Total a month', 67))}${paint.money(money(document.monthly, currency).padStart(13))}`;
  const rate = exchangeText(document.exchange);
  return `${[...rows, total, ...(rate === '' ? [] : [paint.dim(wrap(rate))])].join('\n')}\n`;
}
