import type { Question } from '../engine/options.ts';
import type { PriceBook } from '../prices/book.ts';
import { commitmentOf, type ExplorerState } from './state.ts';

/** What a state asks of a model, under the prices of its region in its currency. */
export function questionOf(state: ExplorerState, priceBook: PriceBook): Question {
  return {
    users: state.users,
    priceBook,
    scenario: state.scenario,
    freeTier: state.freeTier,
    commitment: commitmentOf(state),
    choices: state.choices,
  };
}
