import { EVIDENCE_LISTS } from '#case-study/portfolio-lists/evidence.ts';
import { namesIn } from '#case-study/portfolio-lists/references.ts';
import { PORTFOLIO_LISTS } from '#case-study/portfolio-lists/table.ts';
import { meant } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import type { Check } from './check.ts';

/**
 * What is given as evidence shows something by itself: the first page of a study as a whole shows all
 * and nothing. What the scorecard counts exists.
 */
export const checkEvidence: Check = function* ({ portfolio: { lists, studies } }) {
  const { evidence } = lists.values;
  const wholes = studies.flatMap(({ study: { slug } }) => [slug, `${slug}/index`]);
  const located = lists.files.get('evidence')?.located;
  for (const { kind, name, path } of namesIn(PORTFOLIO_LISTS.evidence, evidence)) {
    if (kind !== 'page' || !wholes.includes(name)) continue;
    const message = `\`${name}\` is the whole of a study, which shows nothing in particular.`;
    const hint = `Name a part of it, \`${name.replace('/index', '')}#heading\`, or one of its other pages.`;
    yield portfolioProblem('no-evidence', message, located?.spanOf(path), { hint });
  }
  const known = EVIDENCE_LISTS.flatMap((list) => [
    list,
    ...evidence[list].map(({ id }) => `${list}/${id}`),
  ]);
  for (const [place, { counts }] of evidence.scorecard.entries()) {
    for (const [index, name] of counts.entries()) {
      if (known.includes(name)) continue;
      const message = `The evidence has no list and no group \`${name}\`.`;
      const span = located?.spanOf(['scorecard', place, 'counts', index]);
      const hint = `Lists are ${EVIDENCE_LISTS.join(', ')}; a group is \`list/id\`.`;
      yield portfolioProblem('unknown-entry', message, span, { hint, ...meant(name, known) });
    }
  }
};
