import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Announcement } from '#database/connection.ts';
import { NO_CATALOG, type SchemaReport, type SqlTexts } from '#database/load.ts';
import type { DatabaseAnswer, DatabaseRequest } from './database-process.ts';
import type { StartOptions } from './pglite.ts';

/** How long PostgreSQL may take to start, one statement to run, and all of a study's, in milliseconds. */
const STARTING = 60_000;
const STATEMENT = 8_000;
const STUDY = 60_000;
/** How long what has been said already takes to be heard. */
const HEARING = 20;

/** PostgreSQL in a process of its own, at work on schemas one after another. */
export interface Database {
  /** The report of the next schema, in their order. */
  next(): Promise<SchemaReport>;
  stop(): void;
  /** Whether there will be reports of those that are left: a statement may have ended it. */
  readonly isUp: boolean;
}

/** Starts PostgreSQL and has it load schemas. `limit` is the time for one statement. */
export async function startDatabase(
  options: StartOptions,
  schemas: readonly SqlTexts[],
  limit = STATEMENT,
): Promise<Database> {
  const project = fileURLToPath(new URL('../..', import.meta.url));
  const child = fork(fileURLToPath(new URL('./database-process.ts', import.meta.url)), [], {
    // What runs for seconds pays no second compilation: half the time to start, half the memory.
    execArgv: ['--liftoff-only', '--permission', `--allow-fs-read=${project}`],
    env: { TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // Whoever began and did not wait for it leaves no process behind.
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const answers = answersOf(child);
  const request: DatabaseRequest = { ...options, schemas };
  child.send(request);
  const started = await answers(STARTING);
  if (!started || !('started' in started)) {
    child.kill('SIGKILL');
    const why = started && 'fault' in started ? started.fault : said;
    throw new Error(`PostgreSQL does not start.\n${why}`);
  }
  const state = { isUp: true };
  return {
    get isUp() {
      return state.isUp;
    },
    async next() {
      let at: Announcement = { file: 'schema', start: 0, end: 1 };
      const answer = await answers(limit, (next) => {
        at = next;
      });
      if (answer && 'report' in answer) {
        state.isUp = !answer.report.problems.some(({ code }) => code === 'sql-stopped');
        return answer.report;
      }
      if (answer && 'fault' in answer) throw new Error(answer.fault);
      const isLate = child.exitCode === null;
      child.kill('SIGKILL');
      state.isUp = false;
      return stoppedAt(at, isLate, limit);
    },
    stop: end,
  };
}

/** The report of a schema that PostgreSQL did not finish. */
function stoppedAt(at: Announcement, isLate: boolean, limit: number): SchemaReport {
  const message = isLate
    ? `The statement was not done within ${limit / 1000} seconds.`
    : 'PostgreSQL stopped at this statement.';
  const hint = 'A schema makes tables; what works on many rows belongs elsewhere.';
  const problem = { code: 'sql-stopped', ...at, message, hint } as const;
  return { version: '', catalog: NO_CATALOG, queries: [], problems: [problem] };
}

/** Waits for an answer: nothing when it takes too long, or the process has ended. */
type Answers = (
  limit: number,
  hear?: (at: Announcement) => void,
) => Promise<DatabaseAnswer | undefined>;

/**
 * What the process says, in its order; it does not wait for who listens. An announcement is told to
 * `hear` and gives the answer after it the time anew.
 */
function answersOf(child: ChildProcess): Answers {
  const said: { readonly answer: DatabaseAnswer; readonly when: number }[] = [];
  const state = { hasEnded: false, wake: () => {} };
  child.on('message', (message) => {
    said.push({ answer: message as DatabaseAnswer, when: performance.now() });
    state.wake();
  });
  for (const event of ['exit', 'error']) {
    child.on(event, () => {
      state.hasEnded = true;
      state.wake();
    });
  }
  const news = (milliseconds: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, Math.max(0, milliseconds));
      state.wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  return async (limit, hear = () => {}) => {
    const begun = performance.now();
    const last = begun + STUDY;
    let end = begun + limit;
    for (;;) {
      const next = said.shift();
      if (next && 'at' in next.answer) {
        hear(next.answer.at);
        end = Math.min(Math.max(begun, next.when) + limit, last);
      } else if (next) return next.answer;
      else if (state.hasEnded) return undefined;
      else if (performance.now() < end) await news(end - performance.now());
      else {
        // Whoever was busy for as long has answers waiting: they are heard first.
        await news(HEARING);
        if (said.length === 0) return undefined;
      }
    }
  };
}
