import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { finding } from '../codes.ts';
import type { Supersession } from '../log.ts';
import { type LintRule, nameOf } from './rule.ts';

/** A supersession or an amendment that only one of its two records states. */
export const oneSidedLink: LintRule = (log) => [
  ...log.supersessions.flatMap((pair) => check(pair, 'Supersedes', 'Superseded by')),
  ...log.amendments.flatMap((pair) => check(pair, 'Amends', 'Amended by')),
];

function check(pair: Supersession, active: string, passive: string): Diagnostic[] {
  const { newer, older, statedBy, links } = pair;
  const [link] = links;
  if (statedBy === 'both' || newer === older || link === undefined) return [];
  const [silent, other, verb] =
    statedBy === 'newer' ? [older, newer, passive] : [newer, older, active];
  return [
    finding('adr-one-sided-link', `${nameOf(silent)} does not say so itself.`, link.span, {
      hint: `Add \`${verb} [${other.heading.text || other.title}](${other.file})\` to the status of ${silent.file}.`,
    }),
  ];
}
