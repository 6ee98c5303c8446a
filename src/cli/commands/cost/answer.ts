import type { CostModel } from '#cost/define/model.ts';
import type { Question } from '#cost/engine/options.ts';
import type { Outcome } from '#cost/engine/run.ts';
import type { ExchangeRate } from '#cost/prices/exchange.ts';
import {
  type Answer,
  answerOf,
  type CostDocument as Document,
  distinctFindings,
  documentOf,
} from '#cost/report/document.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { type AnswerCache, openAnswers } from '#sources/answer-cache.ts';
import { type LoadedModel, MODEL_TIME_LIMIT, timedOut } from '#sources/cost-models.ts';
import { withinTime } from '#sources/time-limit.ts';
import { overBudget } from './budget.ts';
import type { Models, Prices } from './load.ts';
import type { More } from './more.ts';
import { asksMore, type Request } from './options.ts';
import { checkNames, questionOf } from './question.ts';

/** A model's entry in the document with the answers to what else was asked. */
export type ModelAnswer = Answer & More;

/** The document of `cost --json` for one number of users. */
export interface CostDocument extends Document<ModelAnswer> {
  /** The rate at which the prices were converted, where another currency was asked for. */
  readonly exchange?: ExchangeRate;
}

/** Documents, one for each number of users, and all findings. */
export interface Answers {
  readonly documents: readonly CostDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The modules here that an answer comes from. */
const CODE = ['./answer.ts', './more.ts', './question.ts'].map((name) => import.meta.resolve(name));

/** What a request says about what is shown and not about what is asked of a model. */
const SHOWN = { format: undefined, compare: undefined, budget: undefined, model: undefined };

/** Asks every model at every number of users. */
export async function answer(
  request: Request,
  { models, diagnostics }: Models,
  prices: Prices,
): Promise<Answers> {
  const findings: Diagnostic[] = [...prices.diagnostics, ...diagnostics];
  checkNames(request, models);
  const more = asksMore(request) ? (await import('./more.ts')).more : () => ({});
  const known = openAnswers(CODE);
  const documents = request.users.map((users) => {
    const answers = models.flatMap((loaded) => {
      const { value, diagnostics: found } = askOne(request, loaded, prices, users, more, known);
      findings.push(...found);
      return value ? [value] : [];
    });
    const document = documentOf(users, prices.book, answers);
    findings.push(...overBudget(request.budget, document));
    return { ...document, ...(prices.exchange && { exchange: prices.exchange }) };
  });
  return { documents, diagnostics: distinctFindings(findings) };
}

/** Asks one model, and stops it when it takes too long; what it answered before is remembered. */
function askOne(
  request: Request,
  loaded: LoadedModel,
  prices: Prices,
  users: number,
  more: (request: Request, model: CostModel, question: Question) => More,
  known: AnswerCache,
): Outcome<ModelAnswer> {
  const { model, source } = loaded;
  const question = questionOf(loaded, request, prices, users);
  const asked = { ...request, ...SHOWN, users };
  const remember = known.of(loaded, request.region, prices.overrides);
  const answered = remember(asked, () => {
    const limited = withinTime(MODEL_TIME_LIMIT, () =>
      answerOf(model, question, () => more(request, model, question)),
    );
    return 'timedOut' in limited ? undefined : limited.value;
  });
  return answered ?? { diagnostics: [timedOut(source)] };
}
