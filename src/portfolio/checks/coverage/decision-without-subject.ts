import { lineSpan } from '#diagnostics/source.ts';
import { portfolioProblem } from '../../codes.ts';
import type { Check } from '../check.ts';

/** A decision of a portfolio with studies says what it is about. */
export const checkDecisionSubjects: Check = function* ({ portfolio: { log, studies } }) {
  if (studies.every(({ study }) => study.meta.draft)) return;
  for (const { ties, heading, title, source } of log.records) {
    const { elements, relationships, costs, studies: named } = ties;
    if (elements.length + relationships.length + costs.length + named.length > 0) continue;
    yield portfolioProblem(
      'decision-without-subject',
      `“${title}” concerns nothing in the model.`,
      heading.text === '' ? lineSpan(source, 1) : heading.span,
      {
        hint: 'Link an element in its context, `[Orders](element:shop.orders)`, or name a study: `studies: [shop]`.',
      },
    );
  }
};
