import type { Nfr } from '#case-study/lists/nfrs.ts';
import type { Capacity } from '#cost/engine/capacity.ts';
import { meant } from '#diagnostics/suggest.ts';
import { portfolioProblem } from '../codes.ts';
import { formatCount } from '../format.ts';
import type { Check } from './check.ts';

/**
 * What a requirement asks the design to carry, the cost model's design carries: the capacity that the
 * requirement names reaches its target, and where it counts users, nothing ends before them.
 */
export const checkRequirementLimits: Check = function* ({ portfolio: { studies } }) {
  for (const { study, cost } of studies) {
    if (!cost) continue;
    const located = study.listFiles.get('nfrs')?.located;
    const { capacity } = cost.large;
    for (const [row, nfr] of study.nfrs.entries()) {
      const named = capacity.find(({ id }) => id === nfr.capacity);
      if (nfr.capacity !== undefined && !named) {
        const ids = capacity.map(({ id }) => id);
        yield portfolioProblem(
          'unknown-cost-line',
          `The model \`${cost.id}\` has no capacity \`${nfr.capacity}\`.`,
          located?.spanOf([row, 'capacity']),
          { hint: `Its capacities are ${ids.join(', ')}.`, ...meant(nfr.capacity, ids) },
        );
      }
      for (const one of named ? [named] : capacity) {
        const message = contradiction(nfr, one, named === one);
        if (message === undefined) continue;
        yield portfolioProblem(
          'requirement-beyond-capacity',
          message,
          located?.spanOf([row, 'target']),
          { hint: `Lower the target, or change the model: ${one.fix}` },
        );
      }
    }
  }
};

/** What of a design is less than a requirement asks; nothing where it is enough, or not comparable. */
function contradiction(nfr: Nfr, capacity: Capacity, isNamed: boolean): string | undefined {
  const { count, unit } = figureOf(nfr.target);
  if (count === undefined) return undefined;
  const { id, limit, saturatesAtUsers, configured } = capacity;
  if (isNamed) {
    return limit < count
      ? `\`${nfr.id}\` asks for ${nfr.target}, and \`${id}\` of the model ends at ${formatCount(limit)}.`
      : undefined;
  }
  if (configured || !/^users?\b/i.test(unit) || (saturatesAtUsers ?? count) >= count) {
    return undefined;
  }
  return `\`${nfr.id}\` asks for ${nfr.target}, and \`${id}\` of the model ends at ${formatCount(saturatesAtUsers ?? 0)} users.`;
}

/** The number that a target begins with, and the words behind it: `1,200 orders a minute`. */
function figureOf(target: string): { readonly count: number | undefined; readonly unit: string } {
  const [, digits, unit = ''] = /^(\d[\d,]*(?:\.\d+)?)\s*(.*)$/s.exec(target) ?? [];
  return { count: digits === undefined ? undefined : Number(digits.replaceAll(',', '')), unit };
}
