import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Element } from '#model/elements.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import { portfolioProblem } from '../codes.ts';
import { elementCalled } from '../portfolio.ts';
import type { Check } from './check.ts';

/** A threat comes over a relationship that the model has. */
export const checkDataFlows: Check = function* ({ portfolio }): Iterable<Diagnostic> {
  const { index } = portfolio;
  for (const { study } of portfolio.studies) {
    const located = study.listFiles.get('threats')?.located;
    for (const [row, { flow }] of study.threats.entries()) {
      const [from, to] = [flow.from, flow.to].map((name) => elementCalled(portfolio, name));
      if (!from || !to || leadsTo(index, from, to)) continue;
      yield portfolioProblem(
        'unknown-relationship',
        `Nothing in the model leads from \`${flow.from}\` to \`${flow.to}\`.`,
        located?.spanOf([row, 'flow']),
        { hint: hintFor(index, from, to) },
      );
    }
  }
};

/** Whether a relationship leads from an element, or a part of it, to another, or to a part of that. */
export function leadsTo(index: WorkspaceIndex, from: Element, to: Element): boolean {
  return index.workspace.relationships.some(
    ({ source, destination }) => isIn(index, source, from) && isIn(index, destination, to),
  );
}

function isIn(index: WorkspaceIndex, id: Element['id'], holder: Element): boolean {
  return index.lineage(id).some((one) => one === holder);
}

function hintFor(index: WorkspaceIndex, from: Element, to: Element): string {
  if (leadsTo(index, to, from)) return 'One leads the other way.';
  const targets = index
    .outgoing(from.id)
    .flatMap(({ destination }) => index.element(destination)?.identifier ?? []);
  return targets.length > 0
    ? `From there one leads to ${[...new Set(targets)].join(', ')}.`
    : 'Write the relationship into the workspace, or name the elements between which it is.';
}
