import { describe, expect, it } from 'vitest';
import { evaluate } from '#cost/engine/evaluate.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';
import mobileCommerce from '../../../cost-models/mobile-commerce.ts';

const priceBook = shippedPriceBooks().get('us-east-1')!;

// The two sizes at which the portfolio shows every system. Read the diff before updating: a changed
// figure has a reason in a price book or in the model.
describe('headline figures', () => {
  it.each([
    [mobileCommerce, 100_000],
    [mobileCommerce, 500_000],
  ])('$id at %d users', async (model, users) => {
    const { value, diagnostics } = evaluate(model, { users, priceBook });
    expect(diagnostics).toEqual([]);
    const text = `${JSON.stringify(value, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`./${model.id}-${users}.json`);
  });
});
