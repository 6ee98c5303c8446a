import type { Study } from '#case-study/study.ts';
import { finding } from '#cost/codes.ts';
import type { CostModel } from '#cost/define/model.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import { replayer } from '#cost/engine/replayer.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import type { Outcome } from '#cost/engine/run.ts';
import { weakPrices } from '#cost/engine/weak-prices.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import type { ExchangeRate } from '#cost/prices/exchange.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { usersOfClaims } from '#portfolio/audits.ts';
import { HEADLINE, type Headline, type ModelCost } from '#portfolio/costs.ts';
import { formatDate } from '#portfolio/format.ts';
import { readUserCount } from '#portfolio/inline-cost.ts';
import { readText } from '#portfolio/speech/figure-texts.ts';
import { listTexts } from '#portfolio/speech/list-texts.ts';
import { type AnswerCache, openAnswers, type Remember } from './answer-cache.ts';
import { browserImports } from './browser-imports.ts';
import { CONFIG_FILE } from './config.ts';
import { costAnswers } from './cost-answers.ts';
import { type LoadedModel, loadCostModels, MODEL_TIME_LIMIT, timedOut } from './cost-models.ts';
import { loadPriceBooks } from './price-books.ts';
import { withinTime } from './time-limit.ts';

/** The models of a content folder, priced, with their files. */
export interface LoadedCosts {
  readonly costs: readonly ModelCost[];
  /** The price books by region. */
  readonly books: ReadonlyMap<string, PriceBook>;
  /** Every model that could be read, priced or not. */
  readonly modelSources: ReadonlyMap<string, Source>;
  /** Absolute paths of the models and of what they import. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a portfolio wants to know: its two sizes, its region, and sizes that sentences ask for. */
export interface Wanted extends Headline {
  /** By id of the model. */
  readonly others?: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The answers of models that earlier processes gave, for `loadCosts`. */
export function openCostAnswers(): AnswerCache {
  return openAnswers([import.meta.url, import.meta.resolve('./cost-answers.ts')]);
}

/** What makes other models and prices of those that were read. */
export interface Change {
  readonly model: (loaded: LoadedModel) => LoadedModel;
  readonly book: (book: PriceBook) => PriceBook;
}

const NO_CHANGE: Change = { model: (loaded) => loaded, book: (book) => book };

/** Prices every cost model of a content folder at both headline sizes, and at those asked for. */
export async function loadCosts(
  root: string,
  wanted: Wanted = HEADLINE,
  answers = openCostAnswers(),
  change = NO_CHANGE,
): Promise<LoadedCosts> {
  const { models: read, files, diagnostics: modelFindings } = loadCostModels(root);
  const { books: known, rates, overrides, diagnostics: bookFindings } = await loadPriceBooks(root);
  const models = read.map(change.model);
  const books = new Map([...known].map(([region, one]) => [region, change.book(one)]));
  const diagnostics = [...modelFindings, ...bookFindings];
  const book = books.get(wanted.region);
  if (!book) diagnostics.push(unknownRegion(wanted.region, [...books.keys()]));
  const otherBooks = [...books.values()];
  const costs = models.flatMap((loaded): ModelCost[] => {
    if (!book) return [];
    const remember = answers.of(loaded, wanted.region, overrides);
    const priced = priceModel(loaded, wanted, { priceBook: book, otherBooks, rates }, remember);
    diagnostics.push(...priced.diagnostics, ...browserImports(loaded.source));
    return priced.cost ? [priced.cost] : [];
  });
  const modelSources = new Map(models.map(({ model, source }) => [model.id, source]));
  return { costs, books, modelSources, files, diagnostics };
}

/** The numbers of users that `<Cost users={…} />` and claims ask for, by the id of the model. */
export function askedUsers(studies: readonly Study[]): ReadonlyMap<string, ReadonlySet<number>> {
  const asked = new Map<string, Set<number>>();
  const ask = (model: string, users: number) =>
    asked.set(model, (asked.get(model) ?? new Set()).add(users));
  for (const study of studies) {
    const { meta, pages } = study;
    for (const { model, users } of usersOfClaims(study)) ask(model, users);
    const { costModel } = meta;
    if (costModel === undefined) continue;
    const references = [
      ...pages.flatMap((page) => page.references),
      ...[...listTexts(study)].flatMap(({ text }) => readText(text).references),
    ];
    for (const { component, attributes } of references) {
      const users =
        component === 'Cost' || component === 'Demand'
          ? readUserCount(attributes.users)
          : undefined;
      if (users !== undefined) ask(costModel, users);
    }
  }
  return asked;
}

function unknownRegion(region: string, known: readonly string[]): Diagnostic {
  const message = `No price book has the region \`${region}\`.`;
  const hint = didYouMean(region, known) ?? `There are ${known.join(', ')}.`;
  return finding('cost-region-unknown', message, undefined, { hint, file: CONFIG_FILE });
}

/** The book of the portfolio's region, those of the others, and what other currencies are worth. */
interface Prices {
  readonly priceBook: PriceBook;
  readonly otherBooks: readonly PriceBook[];
  readonly rates: readonly ExchangeRate[];
}

function priceModel(
  { model, source }: LoadedModel,
  { users, others: asked }: Wanted,
  under: Prices,
  remember: Remember,
): { readonly cost?: ModelCost; readonly diagnostics: readonly Diagnostic[] } {
  const sizes = [...new Set([users[1], users[0], ...(asked?.get(model.id) ?? [])])];
  const others = otherOptions(model);
  const questions = [
    ...sizes.map((size) => ({ users: size, choices: {} })),
    ...others.map(({ choice, option }) => ({ users: users[1], choices: { [choice]: option } })),
  ];
  const { priceBook } = under;
  const setting = { ...under, source };
  const read = replayer(model);
  const answers: Outcome<ModelReport>[] = [];
  for (const question of questions) {
    const answer = remember(['report', question], () => {
      const limited = withinTime(MODEL_TIME_LIMIT, () =>
        evaluate(model, { ...setting, ...question }, read),
      );
      return 'timedOut' in limited ? undefined : limited.value;
    });
    if (!answer) return { diagnostics: [timedOut(source)] };
    answers.push(answer);
  }
  // What the design did not take may end where it would: only errors in it are findings.
  const diagnostics = distinct(
    answers.flatMap((answer, place) =>
      answer.diagnostics.filter(({ severity }) => place < sizes.length || severity === 'error'),
    ),
  );
  const reports = new Map<number, ModelReport>();
  const alternatives = new Map<string, ModelReport>();
  for (const [place, { value }] of answers.entries()) {
    const size = sizes[place];
    const option = others[place - sizes.length]?.option;
    if (value && size !== undefined) reports.set(size, value);
    if (value && option !== undefined) alternatives.set(option, value);
  }
  const [small, large] = users.map((size) => reports.get(size));
  if (!small || !large) return { diagnostics };
  const { id, title, system, user, drivers, choices } = model;
  const { region, currency, compiledAt } = priceBook;
  const prices = `prices of ${formatDate(compiledAt)}`;
  return {
    cost: {
      ...{ id, title, system, user, users, small, large, reports, alternatives },
      parameters: { drivers, choices },
      ...{ region, currency, priceBook: prices },
      answers: costAnswers(model, setting, users, remember, read),
    },
    diagnostics: [
      ...diagnostics,
      ...weakPrices(large, priceBook, users[1]).map((found) => ({ ...found, file: source.name })),
    ],
  };
}

/** The options of a model that its design did not take. */
function otherOptions({
  choices,
}: CostModel): { readonly choice: string; readonly option: string }[] {
  return Object.entries(choices).flatMap(([choice, { options, taken }]) =>
    Object.keys(options)
      .filter((option) => option !== taken)
      .map((option) => ({ choice, option })),
  );
}

/** The findings of all sizes, each once: a fault of the model shows at each. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, Diagnostic>();
  for (const item of diagnostics) {
    const key = `${item.code} ${item.span?.start} ${item.message}`;
    if (!known.has(key)) known.set(key, item);
  }
  return [...known.values()];
}
