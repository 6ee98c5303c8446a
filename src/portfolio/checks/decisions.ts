import type { Span } from '#diagnostics/source.ts';
import { portfolioProblem } from '../codes.ts';
import { allRecords, recordOf } from '../records.ts';
import type { Check } from './check.ts';

/** Every decision that a study names exists, and every study that a record names. */
export const checkDecisions: Check = function* ({ portfolio }) {
  const { log, studies } = portfolio;
  const numbers = [...log.byNumber.keys()];
  const problem = (number: string, span: Span | undefined) =>
    portfolioProblem('unknown-decision', `The log has no decision ${number}.`, span, {
      hint: numbers.length > 0 ? `Its records are ${numbers.join(', ')}.` : 'The log is empty.',
    });
  for (const { study } of studies) {
    const list = study.listFiles.get('nfrs');
    for (const [row, { decisions }] of study.nfrs.entries()) {
      for (const [place, number] of decisions.entries()) {
        if (!log.byNumber.has(number)) {
          yield problem(String(number), list?.located.spanOf([row, 'decisions', place]));
        }
      }
    }
    for (const { references } of study.pages) {
      for (const { component, attributes, attributeSpan } of references) {
        const { id } = attributes;
        if (component !== 'Adr' || id === undefined || recordOf(log, id)) continue;
        yield problem(id, attributeSpan('id'));
      }
    }
  }
  const slugs = studies.map(({ study }) => study.slug);
  for (const { ties } of allRecords(portfolio)) {
    for (const { text, span } of ties.studies) {
      if (slugs.includes(text)) continue;
      const hint = slugs.length > 0 ? `Studies: ${slugs.join(', ')}.` : undefined;
      yield portfolioProblem('unknown-study', `No case study is called \`${text}\`.`, span, {
        hint,
      });
    }
  }
};
