import { finding } from '../codes.ts';
import { allSections } from '../read/sections.ts';
import type { AdrRecord } from '../record.ts';
import { type LintRule, titleSpan } from './rule.ts';

/**
 * An accepted record that names nothing else that was considered. The record that `adr init` writes,
 * to have records at all, is not asked.
 */
export const noAlternatives: LintRule = (log) =>
  log.records
    .filter(
      (record) =>
        record.status.kind === 'accepted' && !hasAlternatives(record) && !isFoundingRecord(record),
    )
    .map((record) =>
      finding(
        'adr-no-alternatives',
        'This record is accepted, but names no alternative that was considered.',
        titleSpan(record),
        { hint: 'List the options under `## Considered Options`, the one chosen among them.' },
      ),
    );

function hasAlternatives({ options, sections }: AdrRecord): boolean {
  const considered = allSections(sections).some(
    ({ role, markdown }) => role === 'options' && markdown !== '',
  );
  return options.length > 1 || considered;
}

function isFoundingRecord({ slug }: AdrRecord): boolean {
  return slug === 'record-architecture-decisions';
}
