import { type AdrLog, currentAnswers, effectiveStatus } from '#adr/log.ts';
import type { AdrRecord } from '#adr/record.ts';
import { referencesOf } from '#case-study/references.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import { portfolioProblem } from '../codes.ts';
import { allRecords, recordOf } from '../records.ts';
import type { Check } from './check.ts';

/** Every decision that a study names exists and still holds; every study that a record names exists. */
export const checkDecisions: Check = function* ({ portfolio }) {
  const { log, studies } = portfolio;
  const numbers = [...log.byNumber.keys()];
  const problem = (number: string, span: Span | undefined) =>
    portfolioProblem('unknown-decision', `The log has no decision ${number}.`, span, {
      hint: numbers.length > 0 ? `Its records are ${numbers.join(', ')}.` : 'The log is empty.',
    });
  for (const { study } of studies) {
    for (const { name, span } of referencesOf(study, 'decision')) {
      const [record] = log.byNumber.get(Number(name)) ?? [];
      if (record) yield* deadDecision(log, record, span);
      else yield problem(name, span);
    }
    for (const { references } of study.pages) {
      for (const { component, attributes, attributeSpan } of references) {
        const { id } = attributes;
        if (component !== 'Adr' || id === undefined) continue;
        const record = recordOf(log, id);
        if (record) yield* deadDecision(log, record, attributeSpan('id'));
        else yield problem(id, attributeSpan('id'));
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

/** A study that rests on a decision which another one replaced. */
function* deadDecision(
  log: AdrLog,
  record: AdrRecord,
  span: Span | undefined,
): Iterable<Diagnostic> {
  if (effectiveStatus(log, record) !== 'superseded') return;
  const answers = currentAnswers(log, record).map(({ id }) => id);
  yield portfolioProblem(
    'superseded-decision',
    `${record.id} no longer holds: it was superseded.`,
    span,
    answers.length > 0 ? { hint: `The answer now stands in ${answers.join(', ')}.` } : {},
  );
}
