import { finding } from '#cost/codes.ts';
import type { CostModel } from '#cost/define/model.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import { type Marginal, marginal } from '#cost/engine/marginal.ts';
import type { Question } from '#cost/engine/options.ts';
import type { ModelReport } from '#cost/engine/report.ts';
import { guarded, type Outcome } from '#cost/engine/run.ts';
import { type Split, split } from '#cost/engine/split.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { type LoadedModel, MODEL_TIME_LIMIT, timedOut } from '#sources/cost-models.ts';
import { withinTime } from '#sources/time-limit.ts';
import { UsageError } from '../../program.ts';
import type { Models, Prices } from './load.ts';
import type { More } from './more.ts';
import { asksMore, type Request } from './options.ts';

/** A model's report with the answers to what else was asked. */
export interface ModelAnswer extends ModelReport, More {
  readonly split: Split;
  readonly next: Marginal;
}

/** The document of `cost --json` for one number of users. */
export interface CostDocument {
  readonly users: number;
  readonly region: string;
  readonly currency: string;
  readonly priceBook: string;
  readonly models: readonly ModelAnswer[];
  readonly monthly: number;
}

/** Documents, one for each number of users, and all findings. */
export interface Answers {
  readonly documents: readonly CostDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Asks every model at every number of users. */
export async function answer(
  request: Request,
  { models, diagnostics }: Models,
  prices: Prices,
): Promise<Answers> {
  const findings: Diagnostic[] = [...prices.diagnostics, ...diagnostics];
  checkNames(request, models);
  const more = asksMore(request) ? (await import('./more.ts')).more : () => ({});
  const documents = request.users.map((users) => {
    const answers = models.flatMap((loaded) => {
      const { value, diagnostics: found } = askOne(request, loaded, prices, users, more);
      findings.push(...found);
      return value ? [value] : [];
    });
    const monthly = total(answers.map((item) => item.monthly));
    findings.push(...overBudget(request, users, monthly));
    const { region, currency, id } = prices.book;
    return { users, region, currency, priceBook: id, models: answers, monthly };
  });
  return { documents, diagnostics: distinct(findings) };
}

/** Asks one model, and stops it when it takes too long. */
function askOne(
  request: Request,
  { model, source }: LoadedModel,
  prices: Prices,
  users: number,
  more: (request: Request, model: CostModel, question: Question) => More,
): Outcome<ModelAnswer> {
  const question: Question = {
    users,
    priceBook: prices.book,
    otherBooks: prices.otherBooks,
    scenario: request.scenario,
    freeTier: request.freeTier,
    ...(request.commitment && { commitment: { term: request.commitment } }),
    source,
  };
  const limited = withinTime(MODEL_TIME_LIMIT, (): Outcome<ModelAnswer> => {
    const { value, diagnostics } = evaluate(model, question);
    if (!value) return { diagnostics };
    const answers = guarded(model, question, () => ({
      value: {
        split: split(model, question),
        next: marginal(model, question),
        ...more(request, model, question),
      },
      diagnostics: [],
    }));
    return {
      value: answers.value && { ...value, ...answers.value },
      diagnostics: [...diagnostics, ...answers.diagnostics],
    };
  });
  return 'timedOut' in limited ? { diagnostics: [timedOut(source)] } : limited.value;
}

/** Options of `--break-even` are known by the models; a name that none has is wrong usage. */
function checkNames({ breakEven }: Request, models: readonly LoadedModel[]): void {
  const known = models.flatMap(({ model }) =>
    Object.values(model.choices).flatMap(({ options }) => Object.keys(options)),
  );
  const missing = breakEven?.find((option) => !known.includes(option));
  if (missing === undefined || models.length === 0) return;
  const hint = didYouMean(missing, known) ?? `There are ${known.join(', ')}.`;
  throw new UsageError(`No model has an option \`${missing}\`. ${hint}`);
}

function overBudget({ budget }: Request, users: number, monthly: number): Diagnostic[] {
  if (budget === undefined || monthly <= budget) return [];
  const over = (monthly - budget).toFixed(2);
  const share = budget > 0 ? `, ${((monthly / budget - 1) * 100).toFixed(1)}\u00A0%` : '';
  const message = `At ${users} users the total is $${monthly.toFixed(2)} a month: $${over}${share} over the budget of $${budget.toFixed(2)}.`;
  return [finding('cost-budget-exceeded', message)];
}

/** A sum of dollars that are whole cents. */
function total(amounts: readonly number[]): number {
  return amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
}

/** The same finding at several numbers of users is said once. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map(
    diagnostics.map((item) => [`${item.code} ${item.span?.start} ${item.message}`, item]),
  );
  return [...known.values()];
}
