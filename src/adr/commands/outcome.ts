import type { Diagnostic } from '#diagnostics/diagnostic.ts';

/** A file that a command writes, by its path inside the log. */
export interface FileWrite {
  /** `create` fails when the file exists by then; `replace` takes the place of what was read. */
  readonly kind: 'create' | 'replace';
  readonly file: string;
  readonly text: string;
}

/** What a command wants: nothing has happened yet. All of `writes` are done, or none. */
export interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  /** For stderr; `--json` leaves stdout alone. */
  readonly diagnostics: readonly Diagnostic[];
  /** In the order in which they are to appear on the disk. */
  readonly writes: readonly FileWrite[];
  /** The record to open in an editor once it is written. */
  readonly edit?: string | undefined;
  /** The document of `--json`. */
  readonly json?: unknown;
}

/** A command that has worked. */
export function done(stdout: string, more: Partial<Outcome> = {}): Outcome {
  return { exit: 0, stdout, diagnostics: [], writes: [], ...more };
}

/** A command that has not, and writes nothing; adr-tools ends with 1 for almost everything. */
export function failed(diagnostics: readonly Diagnostic[], stdout = '', exit = 1): Outcome {
  return { exit, stdout, diagnostics, writes: [] };
}
