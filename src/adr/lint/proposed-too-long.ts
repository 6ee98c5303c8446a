import { finding } from '../codes.ts';
import { daysBetween } from '../read/dates.ts';
import { type LintRule, titleSpan } from './rule.ts';

/** A proposal that has waited for a decision longer than the log allows. */
export const proposedTooLong: LintRule = (log, { today, proposedDays }) =>
  log.records.flatMap((record) => {
    const { status, date } = record;
    const since = status.date?.iso ?? date?.iso;
    if (status.kind !== 'proposed' || since === undefined) return [];
    const days = daysBetween(since, today);
    if (days <= proposedDays) return [];
    return [
      finding(
        'adr-proposed-too-long',
        `Proposed since ${since}, ${days} days ago; the limit is ${proposedDays}.`,
        status.span ?? titleSpan(record),
        { hint: 'Accept it, reject it, or give it a new date when it is taken up again.' },
      ),
    ];
  });
