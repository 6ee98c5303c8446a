import { finding } from '#cost/codes.ts';
import type { CostModel } from '#cost/define/model.ts';
import { alternative } from '#cost/engine/break-even.ts';
import type { Question } from '#cost/engine/options.ts';
import type { Outcome } from '#cost/engine/run.ts';
import {
  type Answer,
  answerOf,
  type CostDocument as Document,
  distinctFindings,
  documentOf,
} from '#cost/report/document.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { type LoadedModel, MODEL_TIME_LIMIT, timedOut } from '#sources/cost-models.ts';
import { withinTime } from '#sources/time-limit.ts';
import { UsageError } from '../../program.ts';
import type { Models, Prices } from './load.ts';
import type { More } from './more.ts';
import { asksMore, type Request } from './options.ts';

/** A model's entry in the document with the answers to what else was asked. */
export type ModelAnswer = Answer & More;

/** The document of `cost --json` for one number of users. */
export type CostDocument = Document<ModelAnswer>;

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
    const document = documentOf(users, prices.book, answers);
    findings.push(...overBudget(request, users, document.monthly));
    return document;
  });
  return { documents, diagnostics: distinctFindings(findings) };
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
    choices: chosen(request, model),
    source,
  };
  const limited = withinTime(MODEL_TIME_LIMIT, () =>
    answerOf(model, question, () => more(request, model, question)),
  );
  return 'timedOut' in limited ? { diagnostics: [timedOut(source)] } : limited.value;
}

/** The choices of a model that are decided otherwise than its design decides them. */
function chosen({ choose }: Request, model: CostModel): Record<string, string> {
  const taken = choose.flatMap((option) => alternative(model, option) ?? []);
  return Object.fromEntries(taken.map(({ choice, option }) => [choice, option]));
}

/** Options are known by the models; one that none has, or two for one choice, is wrong usage. */
function checkNames({ breakEven, choose }: Request, models: readonly LoadedModel[]): void {
  const known = models.flatMap(({ model }) =>
    Object.values(model.choices).flatMap(({ options }) => Object.keys(options)),
  );
  const missing = [...(breakEven ?? []), ...choose].find((option) => !known.includes(option));
  if (missing !== undefined && models.length > 0) {
    const hint = didYouMean(missing, known) ?? `There are ${known.join(', ')}.`;
    throw new UsageError(`No model has an option \`${missing}\`. ${hint}`);
  }
  for (const { model } of models) {
    for (const { label, options } of Object.values(model.choices)) {
      const [first, second] = choose.filter((option) => Object.hasOwn(options, option));
      if (second === undefined) continue;
      throw new UsageError(
        `--choose takes \`${first}\` or \`${second}\`: both say ${lower(label)}.`,
      );
    }
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function overBudget({ budget }: Request, users: number, monthly: number): Diagnostic[] {
  if (budget === undefined || monthly <= budget) return [];
  const over = (monthly - budget).toFixed(2);
  const share = budget > 0 ? `, ${((monthly / budget - 1) * 100).toFixed(1)}\u00A0%` : '';
  const message = `At ${users} users the total is $${monthly.toFixed(2)} a month: $${over}${share} over the budget of $${budget.toFixed(2)}.`;
  return [finding('cost-budget-exceeded', message)];
}
