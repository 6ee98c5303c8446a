import { finding } from '../codes.ts';
import { successorsOf } from '../log.ts';
import { type LintRule, titleSpan } from './rule.ts';

/** A record that is superseded, by nobody knows what. */
export const noSuccessor: LintRule = (log) =>
  log.records
    .filter(
      (record) =>
        record.status.kind === 'superseded' &&
        record.supersededBy.length === 0 &&
        successorsOf(log, record).length === 0,
    )
    .map((record) =>
      finding(
        'adr-no-successor',
        'This record is superseded, but does not say by which one.',
        record.status.span ?? titleSpan(record),
        {
          hint: 'Write `Superseded by [title](file.md)`, or Deprecated if nothing took its place.',
        },
      ),
    );
