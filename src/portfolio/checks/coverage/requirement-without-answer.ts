import { portfolioProblem } from '../../codes.ts';
import type { Check } from '../check.ts';
import { askedOf } from './asked.ts';

/** Each requirement is answered by a decision, a test, or an objective that somebody is called for. */
export const checkRequirementAnswers: Check = function* ({ portfolio }) {
  for (const { entry } of askedOf(portfolio)) {
    const { nfrs, slos, listFiles } = entry.study;
    const watched = new Set(slos.flatMap((slo) => slo.nfrs));
    for (const [row, { id, quality, decisions, test }] of nfrs.entries()) {
      if (decisions.length > 0 || test !== undefined || watched.has(id)) continue;
      yield portfolioProblem(
        'requirement-without-answer',
        `Nothing answers the requirement \`${id}\`: ${quality}.`,
        listFiles.get('nfrs')?.located.spanOf([row, 'id']),
        { hint: 'Give it `decisions` or `test`, or an objective in slos.yaml that names it.' },
      );
    }
  }
};
