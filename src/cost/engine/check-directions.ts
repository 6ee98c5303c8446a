import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { finding } from '../codes.ts';
import { locateProperty } from '../define/locate.ts';
import type { CostModel } from '../define/model.ts';
import type { Question } from './options.ts';
import { sensitivity } from './sensitivity.ts';

/** Drivers of which more costs less: with them, a low scenario is not the cheap one. */
export function checkDirections(model: CostModel, question: Question): Diagnostic[] {
  return sensitivity(model, question)
    .filter(({ monthlyAtLow, monthlyAtHigh }) => monthlyAtHigh < monthlyAtLow)
    .map(({ driver, label }) => {
      const message = `The more of \`${label}\`, the less it costs, so the scenarios are not in order.`;
      const hint = 'Word the driver the other way round: misses instead of hits.';
      const span = locateProperty(question.source, 'drivers', driver);
      return finding('cost-driver-inverted', message, span, { hint });
    });
}
