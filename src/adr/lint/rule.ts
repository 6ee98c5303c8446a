import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Span } from '#diagnostics/source.ts';
import type { AdrLog } from '../log.ts';
import type { AdrRecord } from '../record.ts';

/** One state of a record in the history of its repository. */
export interface RecordVersion {
  /** A short name of the commit. */
  readonly commit: string;
  /** `YYYY-MM-DD`, of the commit. */
  readonly date: string;
  readonly text: string;
}

/** How long a record may stay proposed unless it is said otherwise, in days. */
export const PROPOSED_DAYS = 90;

/** What rules may know beside the log. */
export interface LintFacts {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** How long a record may stay proposed, in days. */
  readonly proposedDays: number;
  /** By path inside the log, oldest first; empty where there is no history. */
  readonly versions: ReadonlyMap<string, readonly RecordVersion[]>;
}

/** A check of a whole log. */
export type LintRule = (log: AdrLog, facts: LintFacts) => Diagnostic[];

/** Where a finding about a whole record points: its title. */
export function titleSpan({ heading }: AdrRecord): Span {
  return heading.span;
}

/** `0003-use-kafka (Use Kafka)`: a record in a message. */
export function nameOf({ id, title }: AdrRecord): string {
  return `${id} (${title})`;
}
