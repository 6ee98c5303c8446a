import { didYouMean } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** Every cost model that a study names exists. */
export const checkCostModels: Check = function* ({ portfolio: { studies }, modelSources }) {
  const ids = [...modelSources.keys()];
  for (const { study } of studies) {
    const { costModel } = study.meta;
    if (costModel === undefined || ids.includes(costModel)) continue;
    const hint =
      didYouMean(costModel, ids) ??
      (ids.length > 0 ? `Models: ${ids.join(', ')}.` : 'The folder cost-models/ has none yet.');
    yield portfolioProblem(
      'unknown-cost-model',
      `No cost model has the id \`${costModel}\`.`,
      study.located.spanOf(['costModel']),
      { hint },
    );
  }
};
