import { localDate } from '#adr/read/dates.ts';
import type { AdrPorts } from './ports.ts';

/** Today where the author is, `YYYY-MM-DD`. */
export function today({ now }: Pick<AdrPorts, 'now'>): string {
  return localDate(now());
}

/** The date of a new record: ADR_DATE as it is, otherwise today. */
export function dateText(ports: Pick<AdrPorts, 'now' | 'env'>): string {
  return ports.env.ADR_DATE || today(ports);
}
