import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import type { CostModel } from '../define/model.ts';
import { evaluate } from '../engine/evaluate.ts';
import { type Marginal, marginal } from '../engine/marginal.ts';
import type { Question } from '../engine/options.ts';
import type { ModelReport } from '../engine/report.ts';
import { guarded, type Outcome } from '../engine/run.ts';
import { type Split, split } from '../engine/split.ts';
import type { PriceBook } from '../prices/book.ts';

/** A model's report, how its total follows users, and what the next of them add. */
export interface Answer extends ModelReport {
  readonly split: Split;
  readonly next: Marginal;
}

/** The document of `cost --json` for one number of users; the explorer gives the same one. */
export interface CostDocument<A extends Answer = Answer> {
  readonly users: number;
  readonly region: string;
  readonly currency: string;
  readonly priceBook: string;
  readonly models: readonly A[];
  readonly monthly: number;
}

/** A model's entry in the document, with what `more` answers beside it. */
export function answerOf<M extends object>(
  model: CostModel,
  question: Question,
  more: (model: CostModel, question: Question) => M,
): Outcome<Answer & M> {
  const { value, diagnostics } = evaluate(model, question);
  if (!value) return { diagnostics };
  const answers = guarded(model, question, () => ({
    value: {
      split: split(model, question),
      next: marginal(model, question),
      ...more(model, question),
    },
    diagnostics: [],
  }));
  return {
    value: answers.value && { ...value, ...answers.value },
    diagnostics: [...diagnostics, ...answers.diagnostics],
  };
}

/** The models of a document under one price book, with their sum. */
export function documentOf<A extends Answer>(
  users: number,
  { region, currency, id }: PriceBook,
  models: readonly A[],
): CostDocument<A> {
  const monthly = total(models.map((model) => model.monthly));
  return { users, region, currency, priceBook: id, models, monthly };
}

/** A document, or `runs` of several, as it is printed; findings go with it where there are any. */
export function documentJson(
  documents: readonly CostDocument[],
  diagnostics: readonly Diagnostic[],
): string {
  const [first, ...more] = documents;
  const document = more.length > 0 ? { runs: documents } : first;
  const found = diagnostics.length > 0 ? diagnosticsToJson(diagnostics) : {};
  return `${JSON.stringify({ ...document, ...found }, undefined, 2)}\n`;
}

/** The same finding at several numbers of users is said once. */
export function distinctFindings(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map(
    diagnostics.map((item) => [`${item.code} ${item.span?.start} ${item.message}`, item]),
  );
  return [...known.values()];
}

/** A sum of dollars that are whole cents. */
function total(amounts: readonly number[]): number {
  return amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
}
