import type { AdrLog } from '#adr/log.ts';
import type { Study } from '#case-study/study.ts';
import type { Pictures } from '#mermaid/picture.ts';
import type { Workspace } from '#model/workspace.ts';
import type { PortfolioConfig } from './config.ts';
import type { ModelCost } from './costs.ts';

/** The last commit that touched the content. */
export interface Revision {
  /** Seven characters. */
  readonly hash: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** Everything that a portfolio is joined from, read and checked one by one. */
export interface PortfolioInputs {
  readonly config: PortfolioConfig;
  readonly workspace: Workspace;
  readonly studies: readonly Study[];
  readonly log: AdrLog;
  readonly costs: readonly ModelCost[];
  readonly revision?: Revision;
  /** The Mermaid diagrams of studies and records, drawn. */
  readonly pictures?: Pictures;
}
