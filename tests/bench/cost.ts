import { quantiles } from '#cost/engine/quantiles.ts';
import { loadCostModels } from '#sources/cost-models.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';
import { PROJECT } from '../support/cli.ts';
import { median } from './growth.ts';

const DRAWS = 100_000;
const USERS = 500_000;

/** How long 100,000 draws of each model's drivers take, in this process: the bar is two seconds. */
export function* quantilesTable(): Generator<string> {
  const priceBook = shippedPriceBooks().get('us-east-1');
  if (!priceBook) return;
  yield `${DRAWS.toLocaleString('en')} draws at ${USERS.toLocaleString('en')} users`;
  for (const { model } of loadCostModels(PROJECT).models) {
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      quantiles(model, { users: USERS, priceBook }, { draws: DRAWS });
      return performance.now() - start;
    });
    yield `${model.id.padEnd(24)}${Math.round(median(times))} ms`;
  }
}
