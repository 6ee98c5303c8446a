import { ARTIFACTS } from '#case-study/artifacts.ts';
import { portfolioProblem } from '../codes.ts';
import { readiness } from '../readiness.ts';
import type { Check } from './check.ts';

/**
 * Every study that is no draft shows what is asked of it, or says why it does not apply; nothing is said
 * not to apply that is there.
 */
export const checkReadiness: Check = function* ({ portfolio }) {
  const rows = readiness(portfolio);
  for (const [place, { study }] of portfolio.studies.entries()) {
    const { meta, located } = study;
    for (const { artifact, name, cells } of rows) {
      const cell = cells[place];
      if (cell?.state === 'missing') {
        yield portfolioProblem(
          'missing-artifact',
          `${meta.name ?? meta.title} has no ${name.toLowerCase()}.`,
          located.spanOf(['title']),
          { hint: `Write ${cell.write}. Or say why not: \`notApplicable: { ${artifact}: … }\`.` },
        );
      }
      if (cell?.state === 'shown' && meta.notApplicable[artifact] !== undefined) {
        yield portfolioProblem(
          'applicable-artifact',
          `${ARTIFACTS[artifact]}: said not to apply, and shown all the same.`,
          located.spanOf(['notApplicable', artifact]),
          { hint: 'Take the reason out.' },
        );
      }
    }
  }
};
