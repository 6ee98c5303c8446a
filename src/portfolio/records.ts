import type { AdrLog } from '#adr/log.ts';
import type { AdrRecord } from '#adr/record.ts';

/** The record that an author names: a number with or without zeros, or the name of its file. */
export function recordOf(log: AdrLog, id: string): AdrRecord | undefined {
  if (/^\d+$/.test(id)) return log.byNumber.get(Number(id))?.[0];
  return log.records.find((record) => record.id === id);
}
