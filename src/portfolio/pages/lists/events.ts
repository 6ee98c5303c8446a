import type { Event } from '#case-study/lists/events.ts';
import type { Portfolio } from '../../portfolio.ts';
import type { MaybeLink } from '../links.ts';
import { elementLink } from './links.ts';

export interface ConsumerRow {
  readonly group: string;
  readonly element: MaybeLink;
  readonly does: string;
  readonly alert?: string;
}

export interface EventRow
  extends Pick<Event, 'id' | 'name' | 'topic' | 'key' | 'when' | 'failure' | 'retention'> {
  readonly version: number;
  /** Names of fields, and what they hold. */
  readonly fields: readonly (readonly [name: string, holds: string])[];
  readonly producer: MaybeLink;
  readonly consumers: readonly ConsumerRow[];
}

/** The events of a study by topic, in the order of its list. */
export interface TopicGroup {
  readonly topic: string;
  readonly rows: readonly EventRow[];
}

export function eventTopics(portfolio: Portfolio, events: readonly Event[]): TopicGroup[] {
  const rows = events.map(
    ({ schema, producer, consumers, ...event }): EventRow => ({
      ...event,
      version: schema.version,
      fields: Object.entries(schema.fields),
      producer: elementLink(portfolio, producer),
      consumers: consumers.map(({ element, alert, ...consumer }) => ({
        ...consumer,
        element: elementLink(portfolio, element),
        ...(alert !== undefined && { alert }),
      })),
    }),
  );
  return [...Map.groupBy(rows, ({ topic }) => topic)].map(([topic, own]) => ({ topic, rows: own }));
}
