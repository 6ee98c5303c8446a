import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { finding } from '../codes.ts';
import { checkModel } from '../define/check.ts';
import { locateStack } from '../define/locate.ts';
import type { CostModel, ModelRun } from '../define/model.ts';
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
  try {
    const value = model.run(inputOf(model, question, question.users));
    const after = checkRun(model, value, question);
    return { value: hasErrors(after) ? undefined : value, diagnostics: [...before, ...after] };
  } catch (error) {
    return { diagnostics: [...before, threw(model, error, question)] };
  }
}

function threw(model: CostModel, error: unknown, { source }: Question): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const message = `The model \`${model.id}\` stopped: ${reason}`;
  return finding('cost-model-threw', message, locateStack(source, stack), {
    ...(source && { file: source.name }),
  });
}
