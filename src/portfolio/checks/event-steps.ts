import type { Event } from '#case-study/lists/events.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import type { Element } from '#model/elements.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import type { DynamicView } from '#model/views.ts';
import { portfolioProblem } from '../codes.ts';
import { elementCalled, type Portfolio } from '../portfolio.ts';
import type { Check } from './check.ts';
import { leadsTo } from './data-flows.ts';

/**
 * What a dynamic view sends over a broker is in the events of the study: from that producer, to that
 * consumer. A broker is what lies between a producer and a consumer of an event in the model.
 */
export const checkEventSteps: Check = function* ({ portfolio }): Iterable<Diagnostic> {
  const { index } = portfolio;
  for (const { study, views } of portfolio.studies) {
    if (study.events.length === 0) continue;
    const known = study.events.map((event) => endsOf(portfolio, event));
    const brokers = brokersOf(index, known);
    for (const view of views) {
      if (view.kind !== 'Dynamic') continue;
      for (const { id, description = '', order, response } of view.relationships) {
        const relationship = index.relationship(id);
        if (!relationship || response) continue;
        const [from, to] = [relationship.source, relationship.destination].map((end) =>
          index.element(end),
        );
        if (!from || !to || brokers.has(from) === brokers.has(to)) continue;
        const isKnown = brokers.has(to)
          ? known.some(({ producer }) => producer && isRelated(index, from, producer))
          : known.some(({ consumers }) => consumers.some((one) => isRelated(index, to, one)));
        if (isKnown) continue;
        yield portfolioProblem(
          'unlisted-event',
          `Step ${order} sends “${description}” from ${from.name} to ${to.name}, and events.yaml has no such event.`,
          stepSpan(view, description),
          {
            hint: brokers.has(to)
              ? `Add an event with \`producer: ${from.identifier ?? from.id}\`.`
              : `Add \`${to.identifier ?? to.id}\` to the consumers of an event.`,
          },
        );
      }
    }
  }
};

/** The two ends of an event in the model. */
interface Ends {
  readonly producer: Element | undefined;
  readonly consumers: readonly Element[];
}

function endsOf(portfolio: Portfolio, { producer, consumers }: Event): Ends {
  return {
    producer: elementCalled(portfolio, producer),
    consumers: consumers.flatMap(({ element }) => elementCalled(portfolio, element) ?? []),
  };
}

function brokersOf(index: WorkspaceIndex, events: readonly Ends[]): ReadonlySet<Element> {
  const between = events.flatMap(({ producer, consumers }) => {
    if (!producer) return [];
    const next = index.workspace.relationships
      .filter(({ source }) => index.lineage(source).includes(producer))
      .flatMap(({ destination }) => index.element(destination) ?? []);
    return next.filter(
      (one) => !consumers.includes(one) && consumers.some((to) => leadsTo(index, one, to)),
    );
  });
  return new Set(between);
}

/** Whether one is the other, or a part of it. */
function isRelated(index: WorkspaceIndex, a: Element, b: Element): boolean {
  return index.lineage(a.id).includes(b) || index.lineage(b.id).includes(a);
}

/** Where a step's words stand behind the head of its view; the head where they are put together. */
function stepSpan({ origin }: DynamicView, description: string): Span | undefined {
  const at =
    description && origin ? origin.source.text.indexOf(`"${description}"`, origin.end) : -1;
  if (!origin || at < 0) return origin;
  return { source: origin.source, start: at + 1, end: at + 1 + description.length };
}
