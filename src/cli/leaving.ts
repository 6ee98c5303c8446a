import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something whose traces must go however the process ends: done, failed, by a signal (the exit
 * code is then that of the signal, 130 or 143) or because something ended the process.
 */
export async function cleaningUp<T>(clean: () => void, run: () => Promise<T>): Promise<T> {
  const exit = process.exit.bind(process);
  const onSignal = (signal: NodeJS.Signals) => {
    exit(128 + constants.signals[signal]);
  };
  process.once('exit', clean);
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    return await run();
  } finally {
    clean();
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('exit', clean);
  }
}

/** Ends as a Unix tool does when nobody reads on: at once, silently, with the exit code of SIGPIPE. */
export function leaveWhenUnread(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(128 + constants.signals.SIGPIPE);
    });
  }
}

/** What is said of an end that no command asked for. */
interface Complaints {
  /** Something ended the process before the command was done. */
  readonly endedEarly: () => void;
  /** Something threw that nobody waits for: a timer, a promise. Gives the exit code. */
  readonly threwLate: (error: unknown) => number;
}

/**
 * Runs a command and leaves with its exit code once its words are out: a timer that an author's file
 * has started keeps nobody waiting. Something else may end the process, before the command is done or
 * after, or the command may wait for what never comes: no exit code then says that all is well. Exits of
 * signals keep theirs.
 */
export async function leaveWith(
  run: () => Promise<number>,
  { endedEarly, threwLate }: Complaints,
): Promise<void> {
  const exit = process.exit.bind(process);
  let own: number | undefined;
  process.once('exit', (code) => {
    if (code > 128) return;
    if (own === undefined) endedEarly();
    process.exitCode = own ?? 1;
  });
  process.on('uncaughtException', (error) => {
    own = threwLate(error);
    exit(own);
  });
  own = await run();
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((done) => void stream.write('', () => done()));
  }
  exit(own);
}
