import { type AdrLog, effectiveStatus, type Supersession } from '#adr/log.ts';
import type { AdrRecord, StatusKind } from '#adr/record.ts';
import type { Portfolio } from '../portfolio.ts';
import { logWith } from '../records.ts';
import { linkTo, statusLabel } from './adr-names.ts';
import type { PageLink } from './links.ts';

/** A record beside the one that a page is about, and what lies between them. */
export interface ChainLink {
  readonly link: PageLink;
  readonly status: StatusKind;
  readonly statusLabel: string;
  /** When the status came to be, as far as the records say: `YYYY-MM-DD`. */
  readonly date?: string;
  /** Read from the older record to the newer: `superseded by`, `partly superseded by`, `amended by`. */
  readonly verb: string;
  /** The older record goes on to hold, at least in part. */
  readonly holds: boolean;
}

/** What stood before a record and what came after it, directly; the page itself is in the middle. */
export interface Chain {
  readonly before: readonly ChainLink[];
  readonly after: readonly ChainLink[];
}

/** The records that a record supersedes or amends, and those that supersede or amend it. */
export function chainOf(portfolio: Portfolio, record: AdrRecord): Chain {
  const log = logWith(portfolio, record);
  const { supersessions, amendments } = log;
  const pairs = [
    ...supersessions.map((pair) => ({
      ...pair,
      verb: pair.partly ? 'partly superseded by' : 'superseded by',
      holds: pair.partly,
    })),
    ...amendments.map((pair) => ({ ...pair, verb: 'amended by', holds: true })),
  ];
  return {
    before: pairs
      .filter(({ newer }) => newer === record)
      .map((pair) => chainLink(portfolio, log, pair.older, pair)),
    after: pairs
      .filter(({ older }) => older === record)
      .map((pair) => chainLink(portfolio, log, pair.newer, pair)),
  };
}

function chainLink(
  portfolio: Portfolio,
  log: AdrLog,
  other: AdrRecord,
  { newer, older, verb, holds }: Supersession & Pick<ChainLink, 'verb' | 'holds'>,
): ChainLink {
  const status = effectiveStatus(log, other);
  // A record ends on the day of the one that takes its place.
  const date = other === older && !holds ? newer.date?.iso : other.date?.iso;
  return {
    link: linkTo(portfolio, other),
    ...{ status, statusLabel: statusLabel(status), verb, holds },
    ...(date && { date }),
  };
}
