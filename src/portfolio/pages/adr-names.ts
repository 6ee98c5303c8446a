import type { AdrRecord, StatusKind } from '#adr/record.ts';
import type { Portfolio } from '../portfolio.ts';
import type { PageLink } from './links.ts';

/** A status as the sign says it: `Accepted`. */
export function statusLabel(status: StatusKind): string {
  return LABELS[status];
}

const LABELS: Readonly<Record<StatusKind, string>> = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  deprecated: 'Deprecated',
  'partly-superseded': 'Partly superseded',
  superseded: 'Superseded',
  unknown: 'No status',
};

/** The number as titles carry it: four digits, or the slug of a record without one. */
export function adrNumber({ number, slug }: AdrRecord): string {
  return number === undefined ? slug : String(number).padStart(4, '0');
}

/** A link to the page of a record, in whichever log it stands. */
export function linkTo({ addresses }: Pick<Portfolio, 'addresses'>, record: AdrRecord): PageLink {
  return { text: `${adrNumber(record)} ${record.title}`, href: addresses.record(record) };
}
