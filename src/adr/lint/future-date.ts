import { finding } from '../codes.ts';
import { daysBetween } from '../read/dates.ts';
import { type LintRule, titleSpan } from './rule.ts';

/** A record dated after today; one day is left for time zones. */
export const futureDate: LintRule = (log, { today }) =>
  log.records.flatMap((record) => {
    const { date } = record;
    if (date?.iso === undefined || daysBetween(today, date.iso) <= 1) return [];
    return [
      finding(
        'adr-future-date',
        `This record is dated ${date.iso}, after today.`,
        date.span ?? titleSpan(record),
        { hint: 'Check year, month and day.' },
      ),
    ];
  });
