import { meant } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** Every cost model that a study names exists, and none takes the address of another page. */
export const checkCostModels: Check = function* ({ portfolio: { studies }, modelSources }) {
  const ids = [...modelSources.keys()];
  const taken = modelSources.get('audit');
  if (taken) {
    const at = /(?<=\bid:\s*['"`])audit/.exec(taken.text)?.index ?? 0;
    const span = { source: taken, start: at, end: at + 'audit'.length };
    yield portfolioProblem('reserved-name', 'No cost model can be called `audit`.', span, {
      hint: 'At /cost/audit/ the site shows claims beside what they come to.',
    });
  }
  for (const { study } of studies) {
    const { costModel } = study.meta;
    if (costModel === undefined || ids.includes(costModel)) continue;
    const hint =
      ids.length > 0 ? `Models: ${ids.join(', ')}.` : 'The folder cost-models/ has none yet.';
    yield portfolioProblem(
      'unknown-cost-model',
      `No cost model has the id \`${costModel}\`.`,
      study.located.spanOf(['costModel']),
      { hint, ...meant(costModel, ids) },
    );
  }
};
