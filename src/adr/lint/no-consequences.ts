import { finding } from '../codes.ts';
import { allSections } from '../read/sections.ts';
import { type LintRule, titleSpan } from './rule.ts';

/** An accepted record that does not say what follows from it. */
export const noConsequences: LintRule = (log) =>
  log.records
    .filter(({ status, consequences }) => status.kind === 'accepted' && !consequences)
    .map((record) =>
      finding(
        'adr-no-consequences',
        'This record is accepted, but does not say what follows from it.',
        allSections(record.sections).find(({ role }) => role === 'consequences')?.span ??
          titleSpan(record),
        { hint: 'Say under `## Consequences` what is gained, what is given up and what to watch.' },
      ),
    );
