import type { CostModel } from '#cost/define/model.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import type { Question } from '#cost/engine/options.ts';
import { unpackBook } from '#cost/engine/pack-book.ts';
import { replayer } from '#cost/engine/replayer.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import type { Outcome } from '#cost/engine/run.ts';
import type { ExplorerData } from '#cost/explore/data.ts';
import { questionOf } from '#cost/explore/question.ts';
import { currenciesOf, type ExplorerState, type Offer } from '#cost/explore/state.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import { inCurrency } from '#cost/prices/exchange.ts';
import { answerOf, distinctFindings, documentJson, documentOf } from '#cost/report/document.ts';
import { Source } from '#diagnostics/source.ts';

/** Answers for one model, from what the page holds. */
export interface Calculator {
  readonly offer: Offer;
  readonly report: (state: ExplorerState) => Outcome<ModelReport>;
  /** The document of `cost --json`. */
  readonly document: (state: ExplorerState) => string;
  /** What amounts of a state are in. */
  readonly currencyOf: (state: ExplorerState) => string;
}

/** The engine, asked as the command line asks it. */
export function createCalculator(
  model: CostModel,
  { books, rates, source }: ExplorerData,
): Calculator {
  const priceBooks = new Map(books.map((book) => [book.region, unpackBook(book)]));
  const file = new Source(source.name, source.text);
  const rateOf = ({ region, currency }: ExplorerState) =>
    rates.find(({ from, to }) => to === currency && from === priceBooks.get(region)?.currency);
  const converted = new Map<string, PriceBook>();
  const bookOf = (state: ExplorerState) => {
    const key = `${state.region} ${state.currency}`;
    const known = converted.get(key) ?? priceBooks.get(state.region);
    if (!known) throw new RangeError(`There are no prices for ${state.region}.`);
    const rate = converted.has(key) ? undefined : rateOf(state);
    const book = rate ? inCurrency(known, rate) : known;
    converted.set(key, book);
    return book;
  };
  const asked = (state: ExplorerState): Question => ({
    ...questionOf(state, bookOf(state)),
    source: file,
  });
  // What a model does is recorded once: a slider asks a hundred times.
  const read = replayer(model);
  return {
    offer: {
      model: model.id,
      choices: model.choices,
      regions: [...priceBooks.keys()],
      currencies: currenciesOf({ books, rates }),
    },
    report: (state) => evaluate(model, asked(state), read),
    document(state) {
      const { value, diagnostics } = answerOf(model, asked(state), () => ({}));
      const document = documentOf(state.users, bookOf(state), value ? [value] : []);
      const exchange = rateOf(state);
      const shown = { ...document, ...(exchange && { exchange }) };
      return documentJson([shown], distinctFindings(diagnostics));
    },
    currencyOf: (state) => bookOf(state).currency,
  };
}
