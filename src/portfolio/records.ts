import type { AdrLog } from '#adr/log.ts';
import type { AdrRecord } from '#adr/record.ts';
import type { Element } from '#model/elements.ts';
import { Identifier } from '#model/ids.ts';
import type { Portfolio } from './portfolio.ts';
import { endsOf } from './record-ties.ts';

/** The record that an author names: a number with or without zeros, or the name of its file. */
export function recordOf(log: AdrLog, id: string): AdrRecord | undefined {
  if (/^\d+$/.test(id)) return log.byNumber.get(Number(id))?.[0];
  return log.records.find((record) => record.id === id);
}

/** Every record: of the portfolio's log, then of the logs that are attached to elements. */
export function allRecords({
  log,
  attached,
}: {
  readonly log: AdrLog;
  readonly attached: readonly { readonly log: AdrLog }[];
}): AdrRecord[] {
  return [...new Set([log, ...attached.map((one) => one.log)])].flatMap(({ records }) => records);
}

/** A log with records, and the elements that it is attached to; the portfolio's own has none. */
export interface HeldLog {
  readonly log: AdrLog;
  /** Nothing stands for the workspace itself. */
  readonly holders: readonly (Element | undefined)[];
}

/** Every log that has records: the portfolio's own, then each that is attached, once. */
export function heldLogs({ log, attached }: Pick<Portfolio, 'log' | 'attached'>): HeldLog[] {
  const others = Map.groupBy(
    attached.filter((one) => one.log !== log),
    (one) => one.log,
  );
  return [
    { log, holders: [] },
    ...[...others].map(([own, all]) => ({ log: own, holders: all.map(({ element }) => element) })),
  ].filter(({ log: { records } }) => records.length > 0);
}

/** The log that a record stands in. */
export function logWith(
  { log, attached }: Pick<Portfolio, 'log' | 'attached'>,
  record: AdrRecord,
): AdrLog {
  const holds = (one: AdrLog) => one.byFile.get(record.file) === record;
  return attached.find((one) => holds(one.log))?.log ?? log;
}

/**
 * The elements that a record concerns: the one that its log is attached to, then those that it names,
 * and those at the ends of relationships that it names.
 */
export function elementsOf(
  { index, log, attached }: Pick<Portfolio, 'index' | 'log' | 'attached'>,
  record: AdrRecord,
): Element[] {
  const own = logWith({ log, attached }, record);
  const holders = attached.flatMap((one) => (one.log === own && one.element) || []);
  const named = record.ties.elements.flatMap(
    ({ text }) => index.byIdentifier(Identifier(text)) ?? [],
  );
  return [...new Set([...holders, ...named, ...endsOf(index, record)])];
}
