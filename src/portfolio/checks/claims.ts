import type { Finding } from '#cost/audit/audit.ts';
import { finding } from '#cost/codes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Located } from '#diagnostics/located.ts';
import type { Span } from '#diagnostics/source.ts';
import type { StudyAudit } from '../audits.ts';
import type { Check } from './check.ts';

/** Every claim can be worked out, and what does not hold says why. */
export const checkClaims: Check = function* ({ portfolio: { audits } }) {
  for (const audit of audits) yield* claimFindings(audit);
};

/** What is wrong with the claims of a study, each at its place in the file. */
export function claimFindings({ study, findings }: StudyAudit): Diagnostic[] {
  const located = study.listFiles.get('claims')?.located;
  return findings.map((found) =>
    finding(found.code, found.message, located && spanOf(found, located), { hint: found.hint }),
  );
}

/** The part of a text that is meant, where it stands in the file as it was read. */
function spanOf({ path, onKey, part }: Finding, located: Located): Span {
  const span = onKey ? located.keySpanOf(path) : located.spanOf(path);
  if (!part) return span;
  const at = span.source.text.slice(span.start, span.end).indexOf(part.text);
  if (at < 0) return span;
  const start = span.start + at + part.start;
  return { ...span, start, end: Math.max(start + 1, span.start + at + part.end) };
}
