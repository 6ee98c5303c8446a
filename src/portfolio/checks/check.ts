import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import type { Portfolio } from '../portfolio.ts';

/** What a rule looks at: the portfolio, and the files that it cannot see there. */
export interface CheckInput {
  readonly portfolio: Portfolio;
  /** Cost models' files by model id. */
  readonly modelSources: ReadonlyMap<string, Source>;
  /** What could not be read in full: things may seem to be missing that only hide behind an error. */
  readonly unread?: readonly Part[];
  /** Files of studies that have errors, by their path. */
  readonly unreadFiles?: readonly string[];
}

/** A part of the content that is read by itself. */
export type Part = 'workspace' | 'models';

/** A rule: everything that it finds, in any order. */
export type Check = (input: CheckInput) => Iterable<Diagnostic>;
