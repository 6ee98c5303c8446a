import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Element } from '#model/elements.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import { portfolioProblem } from '../codes.ts';
import { elementCalled } from '../portfolio.ts';
import type { Check } from './check.ts';
import { leadsTo } from './data-flows.ts';

/** An event can reach each of its consumers in the model: from its producer, directly or by one broker. */
export const checkEventPaths: Check = function* ({ portfolio }): Iterable<Diagnostic> {
  const { index } = portfolio;
  for (const { study } of portfolio.studies) {
    const located = study.listFiles.get('events')?.located;
    for (const [row, { name, producer, consumers }] of study.events.entries()) {
      const from = elementCalled(portfolio, producer);
      for (const [place, consumer] of consumers.entries()) {
        const to = elementCalled(portfolio, consumer.element);
        if (!from || !to || from === to || reaches(index, from, to)) continue;
        yield portfolioProblem(
          'unconnected-event',
          `In the model \`${name}\` does not get from \`${producer}\` to \`${consumer.element}\`.`,
          located?.spanOf([row, 'consumers', place, 'element']),
          { hint: 'It takes a relationship from the producer to a broker, and one from there.' },
        );
      }
    }
  }
};

function reaches(index: WorkspaceIndex, from: Element, to: Element): boolean {
  if (leadsTo(index, from, to)) return true;
  const brokers = index.workspace.relationships
    .filter(({ source }) => index.lineage(source).includes(from))
    .flatMap(({ destination }) => index.element(destination) ?? []);
  return brokers.some((broker) => leadsTo(index, broker, to));
}
