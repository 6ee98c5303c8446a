import { portfolioProblem } from '../codes.ts';
import { type Gap, readiness } from '../readiness.ts';
import type { Check } from './check.ts';

/** With more gaps than that the page about them says more than a terminal. */
const MOST = 4;

/**
 * Every study that is no draft shows what is asked of it, or says why it does not apply; nothing is said
 * not to apply that is there.
 */
export const checkReadiness: Check = function* ({ portfolio }) {
  const rows = readiness(portfolio);
  for (const [place, { study }] of portfolio.studies.entries()) {
    const { meta, located } = study;
    const gaps = rows.flatMap(({ artifact, name, cells }): Gap[] => {
      const cell = cells[place];
      return cell?.state === 'missing' ? [{ artifact, name, write: cell.write }] : [];
    });
    const [first] = gaps;
    if (first) {
      const names = gaps.map(({ name }) => name.toLowerCase()).join(', ');
      yield portfolioProblem(
        'missing-artifact',
        `${meta.name ?? meta.title} owes ${gaps.length} of ${rows.length} artifacts: ${names}.`,
        located.spanOf(['title']),
        { hint: adviceOn(gaps, first) },
      );
    }
    for (const { artifact, name, cells } of rows) {
      if (cells[place]?.state !== 'shown' || meta.notApplicable[artifact] === undefined) continue;
      yield portfolioProblem(
        'applicable-artifact',
        `${name}: said not to apply, and shown all the same.`,
        located.spanOf(['notApplicable', artifact]),
        { hint: 'Take the reason out.' },
      );
    }
  }
};

function adviceOn(gaps: readonly Gap[], first: Gap): string {
  const instead = `Where one does not apply, say why: \`notApplicable: { ${first.artifact}: … }\`.`;
  if (gaps.length > MOST) {
    return `The page /readiness/ says what to write for each. ${instead} A study that is not there yet is a \`draft: true\`.`;
  }
  return `Write ${gaps.map(({ write }) => write).join('; ')}. ${instead}`;
}
