import type { LogFolder } from '#adr/commands/log-folder.ts';
import type { Outcome } from '#adr/commands/outcome.ts';
import type { LintFacts } from '#adr/lint/rule.ts';
import type { LogPlace } from '#sources/adr-log.ts';

/** Everything that `adr` needs from the world. */
export interface AdrPorts {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: (text: string | Uint8Array) => void;
  readonly stderr: (text: string | Uint8Array) => void;
  /** Whether a person sits at a terminal: colours, a pager, editors that need one. */
  readonly isTTY: boolean;
  readonly now: () => Date;
  readonly disk: AdrDisk;
  /**
   * Runs a program in the current folder with the terminal as its own, `input` on its standard input
   * where there is one. Gives its exit code; 127 when there is no such program.
   */
  readonly run: (program: string, args: readonly string[], input?: string) => number;
}

/** The disk, as far as `adr` touches it. */
export interface AdrDisk {
  readonly findLog: (cwd: string) => LogPlace;
  /** Reads the log; what a killed command left is finished first. */
  readonly readLog: (place: LogPlace, options?: { deep?: boolean }) => Promise<LogFolder>;
  /** Carries out a plan, all of it or nothing, while nobody else writes to the log. */
  readonly changeLog: (place: LogPlace, plan: (folder: LogFolder) => Outcome) => Promise<Outcome>;
  /** Makes a folder and names it in `.adr-dir`. */
  readonly startLog: (cwd: string, directory: string) => void;
  /** The text of a file, from the current folder; nothing when it is not there. */
  readonly readText: (cwd: string, path: string) => string | undefined;
  /** The states of records in their repository; empty without one. */
  readonly versions: (place: LogPlace) => LintFacts['versions'];
  /** The folder of the command line, and that of the built-in templates. */
  readonly bin: string;
  readonly templates: string;
}
