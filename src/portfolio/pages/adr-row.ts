import { effectiveStatus, successorsOf } from '#adr/log.ts';
import type { AdrRecord, StatusKind } from '#adr/record.ts';
import type { Portfolio } from '../portfolio.ts';
import { elementsOf, logWith } from '../records.ts';
import { adrNumber, statusLabel } from './adr-names.ts';
import type { MaybeLink } from './links.ts';

/** A decision as a row of a list. */
export interface AdrRow {
  readonly number: string;
  readonly title: string;
  readonly href: string;
  readonly status: StatusKind;
  /** What the sign says beside it: `Accepted`, `Superseded by 0003`. */
  readonly statusLabel: string;
  /** `YYYY-MM-DD`; empty where the record has none that can be read. */
  readonly date: string;
  readonly elements: readonly MaybeLink[];
}

/** A record as a row of a list, with the status that holds. */
export function adrRow(portfolio: Portfolio, record: AdrRecord): AdrRow {
  const { addresses } = portfolio;
  const log = logWith(portfolio, record);
  const status = effectiveStatus(log, record);
  const successors = successorsOf(log, record).map(adrNumber);
  return {
    number: adrNumber(record),
    title: record.title,
    href: addresses.record(record),
    status,
    statusLabel:
      status === 'superseded' && successors.length > 0
        ? `Superseded by ${successors.join(', ')}`
        : statusLabel(status),
    date: record.date?.iso ?? '',
    elements: elementsOf(portfolio, record).map(({ id, name }) => {
      const href = addresses.element(id);
      return { text: name, ...(href && { href }) };
    }),
  };
}
