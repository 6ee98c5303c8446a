import { evaluate } from '#cost/engine/evaluate.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import type { PriceBook } from '#cost/prices/book.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { HEADLINE_USERS, type ModelCost } from '#portfolio/costs.ts';
import { formatDate } from '#portfolio/format.ts';
import { type LoadedModel, loadCostModels, MODEL_TIME_LIMIT, timedOut } from './cost-models.ts';
import { loadPriceBooks } from './price-books.ts';
import { withinTime } from './time-limit.ts';

/** The region whose prices the site shows. */
const REGION = 'us-east-1';

/** The models of a content folder, priced, with their files. */
export interface LoadedCosts {
  readonly costs: readonly ModelCost[];
  /** Every model that could be read, priced or not. */
  readonly modelSources: ReadonlyMap<string, Source>;
  /** Absolute paths of the models and of what they import. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Prices every cost model of a content folder at both headline sizes. */
export async function loadCosts(root: string): Promise<LoadedCosts> {
  const { models, files, diagnostics: modelFindings } = loadCostModels(root);
  const { books, diagnostics: bookFindings } = await loadPriceBooks(root);
  const diagnostics = [...modelFindings, ...bookFindings];
  const book = books.get(REGION);
  const costs = models.flatMap((loaded): ModelCost[] => {
    if (!book) return [];
    const priced = priceModel(loaded, book, [...books.values()]);
    diagnostics.push(...priced.diagnostics);
    return priced.cost ? [priced.cost] : [];
  });
  const modelSources = new Map(models.map(({ model, source }) => [model.id, source]));
  return { costs, modelSources, files, diagnostics };
}

function priceModel(
  { model, source }: LoadedModel,
  priceBook: PriceBook,
  otherBooks: readonly PriceBook[],
): { readonly cost?: ModelCost; readonly diagnostics: readonly Diagnostic[] } {
  const at = (users: number) => {
    const question = { users, priceBook, otherBooks, source };
    return evaluate(model, question);
  };
  const answers = withinTime(MODEL_TIME_LIMIT, () => ({
    small: at(HEADLINE_USERS.small),
    large: at(HEADLINE_USERS.large),
  }));
  if ('timedOut' in answers) return { diagnostics: [timedOut(source)] };
  const { small, large } = answers.value;
  const diagnostics = unlike(large.diagnostics, small.diagnostics);
  if (!small.value || !large.value) return { diagnostics };
  return { cost: costOf(model, small.value, large.value, priceBook), diagnostics };
}

function costOf(
  { id, title, system, user }: LoadedModel['model'],
  small: ModelReport,
  large: ModelReport,
  { region, currency, compiledAt }: PriceBook,
): ModelCost {
  const priceBook = `prices of ${formatDate(compiledAt)}`;
  return { id, title, system, user, small, large, region, currency, priceBook };
}

/** The findings of both sizes, each once: a fault of the model shows at both. */
function unlike(first: readonly Diagnostic[], second: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ code, span, message }: Diagnostic) => `${code} ${span?.start} ${message}`;
  const seen = new Set(first.map(key));
  return [...first, ...second.filter((finding) => !seen.has(key(finding)))];
}
