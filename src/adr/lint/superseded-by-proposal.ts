import { finding } from '../codes.ts';
import { successorsOf } from '../log.ts';
import { type LintRule, nameOf, titleSpan } from './rule.ts';

/** A record that counts as superseded although none of its successors has been accepted. */
export const supersededByProposal: LintRule = (log) =>
  log.records.flatMap((record) => {
    const successors = successorsOf(log, record);
    const [first] = successors;
    const open = successors.every(({ status }) => ['proposed', 'rejected'].includes(status.kind));
    if (record.status.kind !== 'superseded' || first === undefined || !open) return [];
    return [
      finding(
        'adr-superseded-by-proposal',
        `${nameOf(first)} is ${first.status.kind}, so this record still holds.`,
        record.status.span ?? titleSpan(record),
        {
          hint: 'Accept the successor, or give this record back its status until then.',
          related: [{ message: 'The successor', span: first.status.span ?? titleSpan(first) }],
        },
      ),
    ];
  });
