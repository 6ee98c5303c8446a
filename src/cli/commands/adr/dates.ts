import type { AdrPorts } from './ports.ts';

/** Today where the author is, `YYYY-MM-DD`. */
export function today({ now }: Pick<AdrPorts, 'now'>): string {
  const date = now();
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The date of a new record: ADR_DATE as it is, otherwise today. */
export function dateText(ports: Pick<AdrPorts, 'now' | 'env'>): string {
  return ports.env.ADR_DATE || today(ports);
}
