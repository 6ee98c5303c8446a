/** The process as commands see it: handed in, so that a command can be run by a test. */
export interface Ports {
  /** Where relative paths are taken from: npm's INIT_CWD, else the current folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: (text: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
  /** Whether standard output and standard error are a terminal that a person reads. */
  readonly isTTY: boolean;
  readonly now: () => Date;
}

/** Exit codes of every command but `adr`, which keeps those of adr-tools. */
export const EXIT = { success: 0, findings: 1, usage: 2 } as const;

/** The folder that somebody is in; none where it has been deleted. */
export function currentFolder(): string | undefined {
  try {
    return process.env.INIT_CWD ?? process.cwd();
  } catch {
    return undefined;
  }
}

/** The real process. */
export function processPorts(): Ports {
  return {
    cwd: currentFolder() ?? '/',
    env: process.env,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    isTTY: Boolean(process.stdout.isTTY && process.stderr.isTTY),
    now: () => new Date(),
  };
}

/** Colours only for a person, and never with NO_COLOR. */
export function wantsColor({ isTTY, env }: Ports): boolean {
  return isTTY && !env.NO_COLOR;
}
