import type { Price, PriceBook } from '#cost/prices/book.ts';
import { type Disguise, renamedData } from './disguise.ts';

/**
 * A price book under other names, whose steps and allowances begin and end at the ratio of where they did:
 * the ratio of a quantity then costs the ratio of what it cost. Prices of one stay.
 */
export function disguisedBook(book: PriceBook, { ratio, rename }: Disguise): PriceBook {
  const times = (quantity: number) => Number((quantity * ratio).toPrecision(12));
  const allowance = <T extends { readonly quantity: number }>(free: T): T => ({
    ...free,
    quantity: times(free.quantity),
  });
  const disguised = (price: Price): Price => ({
    ...renamedData(price, rename),
    unit: price.unit,
    tiers: price.tiers.map(({ upTo, unitPrice }) => ({
      upTo: upTo === null ? null : times(upTo),
      unitPrice,
    })),
    ...(price.alwaysFree && { alwaysFree: allowance(renamedData(price.alwaysFree, rename)) }),
    ...(price.legacyFreeTier12m && {
      legacyFreeTier12m: allowance(renamedData(price.legacyFreeTier12m, rename)),
    }),
  });
  return {
    ...book,
    sources: renamedData(book.sources, rename),
    prices: new Map([...book.prices.values()].map(disguised).map((price) => [price.id, price])),
    missing: book.missing.map(rename),
  };
}
