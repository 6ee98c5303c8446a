import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { checkModel } from '../define/check.ts';
import type { CostModel, ModelRun } from '../define/model.ts';
import { threw } from '../define/threw.ts';
import { checkRun } from './check-run.ts';
import { inputOf, type Question } from './options.ts';

/** An answer, where there is one, and what was found on the way. */
export interface Outcome<T> {
  readonly value?: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs a model once with all checks. Other runs of the same model may then do without. */
export function runChecked(model: CostModel, question: Question): Outcome<ModelRun> {
  const before = checkModel(model, question.source);
  if (hasErrors(before)) return { diagnostics: before };
  const { value, diagnostics } = guarded(model, question, () => {
    const run = model.run(inputOf(model, question, question.users));
    return { value: run, diagnostics: checkRun(model, run, question) };
  });
  const all = [...before, ...diagnostics];
  return hasErrors(all) ? { diagnostics: all } : { value, diagnostics: all };
}

/**
 * Answers a question about a model; what the author's code throws on the way is a finding. A model
 * may run at the number of users that is asked for and stop at another one.
 */
export function guarded<T>(
  model: CostModel,
  question: Question,
  answer: () => Outcome<T>,
): Outcome<T> {
  try {
    return answer();
  } catch (error) {
    return { diagnostics: threw(error, `The model \`${model.id}\` stopped`, question.source) };
  }
}
