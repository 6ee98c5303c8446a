import { portfolioProblem } from '../../codes.ts';
import type { Check } from '../check.ts';
import { askedOf } from './asked.ts';

/** Whoever is woken by a failure finds what to do. */
export const checkFailureRunbooks: Check = function* ({ portfolio }) {
  for (const { entry } of askedOf(portfolio)) {
    const { failureModes, listFiles } = entry.study;
    for (const [row, { id, name, runbook }] of failureModes.entries()) {
      if (runbook !== undefined) continue;
      yield portfolioProblem(
        'failure-without-runbook',
        `Nobody is told what to do about \`${id}\`: ${name}.`,
        listFiles.get('failure-modes')?.located.spanOf([row, 'id']),
        { hint: 'Lead to a part of the runbook: `runbook: ./runbook.mdx#redis-is-lost`.' },
      );
    }
  }
};
