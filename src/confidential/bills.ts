import type { ModelReport } from '#cost/engine/report.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { confidentialProblem } from './codes.ts';

/** A model's bills, as its author has them or in disguise. */
export interface Bills {
  readonly id: string;
  readonly small: ModelReport;
  readonly large: ModelReport;
}

/** A cent for each line that is rounded, on either side. */
const CENT = 0.01;

/** Bills that are not the ratio of what they were: a model may read the value of a quantity and decide by it. */
export function checkRatio(
  before: readonly Bills[],
  after: readonly Bills[],
  ratio: number,
): Diagnostic[] {
  return before.flatMap((bills, place) => {
    const disguised = after[place];
    if (!disguised) return [];
    const off = (['small', 'large'] as const).some((size) => {
      const lines = bills[size].components.flatMap((component) => component.lines).length;
      const due = bills[size].monthly * ratio;
      return Math.abs(disguised[size].monthly - due) > CENT * (lines + 1);
    });
    if (!off) return [];
    const message = `The bill of \`${bills.id}\` does not come to the ratio of what it is.`;
    const hint =
      'A model calculates with quantities; where it looks at their `value`, it sees others.';
    return [confidentialProblem('ratio-missed', message, undefined, { hint })];
  });
}
