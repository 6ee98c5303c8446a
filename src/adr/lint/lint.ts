import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { sortDiagnostics } from '#diagnostics/diagnostic.ts';
import type { AdrLog } from '../log.ts';
import { ambiguousLink } from './ambiguous-link.ts';
import { danglingLink } from './dangling-link.ts';
import { editedAfterAcceptance } from './edited-after-acceptance.ts';
import { futureDate } from './future-date.ts';
import { noAlternatives } from './no-alternatives.ts';
import { noConsequences } from './no-consequences.ts';
import { noSuccessor } from './no-successor.ts';
import { numberTwice } from './number-twice.ts';
import { oneSidedLink } from './one-sided-link.ts';
import { proposedTooLong } from './proposed-too-long.ts';
import type { LintFacts, LintRule } from './rule.ts';
import { supersedeCycle } from './supersede-cycle.ts';
import { supersededByProposal } from './superseded-by-proposal.ts';

const RULES: readonly LintRule[] = [
  danglingLink,
  supersedeCycle,
  numberTwice,
  ambiguousLink,
  oneSidedLink,
  noSuccessor,
  supersededByProposal,
  noConsequences,
  noAlternatives,
  proposedTooLong,
  futureDate,
  editedAfterAcceptance,
];

/** Every finding about a log, beyond what reading its records said, in the order of the files. */
export function lintLog(log: AdrLog, facts: LintFacts): Diagnostic[] {
  return sortDiagnostics(RULES.flatMap((rule) => rule(log, facts)));
}
