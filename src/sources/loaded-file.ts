import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Workspace } from '#model/workspace.ts';

/** A workspace that was named on the command line. */
export interface LoadedFile {
  readonly workspace: Workspace | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Default views and the counts of inspections are in it already. */
  readonly isComplete?: boolean;
}
