import { referencesOf } from '#case-study/references.ts';
import { meant } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import { billCost } from '../costs.ts';
import type { Check } from './check.ts';

/** Every part of a cost model, or line of it, that a list names is in the model of its study. */
export const checkCostLines: Check = function* ({ portfolio: { studies } }) {
  for (const { study, cost } of studies) {
    for (const { name, span } of referencesOf(study, 'cost')) {
      if (study.meta.costModel === undefined) {
        const hint = 'Give its id as `costModel` in the front matter.';
        const message = `Nothing says what \`${name}\` costs: the study names no cost model.`;
        yield portfolioProblem('unknown-cost-line', message, span, { hint });
        continue;
      }
      // A model that could not be read has findings of its own.
      if (!cost || billCost(cost, name) !== undefined) continue;
      const parts = cost.large.components.map(({ id }) => id);
      const lines = cost.large.components.flatMap((part) => part.lines.map(({ id }) => id));
      const hint = `Its parts are ${parts.join(', ')}.`;
      const message = `The model \`${cost.id}\` has no part and no line \`${name}\`.`;
      yield portfolioProblem('unknown-cost-line', message, span, {
        hint,
        ...meant(name, [...parts, ...lines]),
      });
    }
  }
};
