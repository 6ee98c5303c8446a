import { visible } from '#diagnostics/hidden.ts';

/** The process as commands see it: handed in, so that a command can be run by a test. */
export interface Ports {
  /** Where relative paths are taken from: npm's INIT_CWD, else the current folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A text is words: what would move or colour a terminal is shown as an escape. Bytes go as they are. */
  readonly stdout: (text: string | Uint8Array) => void;
  readonly stderr: (text: string | Uint8Array) => void;
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
    stdout: (text) => process.stdout.write(shown(text)),
    stderr: (text) => process.stderr.write(shown(text)),
    isTTY: Boolean(process.stdout.isTTY && process.stderr.isTTY),
    now: () => new Date(),
  };
}

function shown(text: string | Uint8Array): string | Uint8Array {
  return typeof text === 'string' ? visible(text) : text;
}

/** A text that is coloured where a person reads it; whoever coloured it has made all else visible. */
export function inColor(text: string, ports: Pick<Ports, 'isTTY' | 'env'>): string | Uint8Array {
  return wantsColor(ports) ? Buffer.from(text) : text;
}

/** A document for a program, whose every character counts; a person at a terminal reads it as words. */
export function asDocument(text: string, { isTTY }: Pick<Ports, 'isTTY'>): string | Uint8Array {
  return isTTY ? text : Buffer.from(text);
}

/** Colours only for a person, and never with NO_COLOR. */
export function wantsColor({ isTTY, env }: Pick<Ports, 'isTTY' | 'env'>): boolean {
  return isTTY && !env.NO_COLOR;
}
