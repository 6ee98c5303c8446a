import { referencesOf } from '#case-study/references.ts';
import { meant } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/** Every requirement that a list of the same study names stands in its nfrs.yaml. */
export const checkRequirements: Check = function* ({ portfolio: { studies } }) {
  for (const { study } of studies) {
    const ids = study.nfrs.map(({ id }) => id);
    for (const { name, span } of referencesOf(study, 'requirement')) {
      if (ids.includes(name)) continue;
      const hint =
        ids.length > 0 ? `Requirements: ${ids.join(', ')}.` : 'The study has no nfrs.yaml.';
      const message = `The study has no requirement \`${name}\`.`;
      yield portfolioProblem('unknown-requirement', message, span, {
        hint,
        ...meant(name, ids),
      });
    }
  }
};
