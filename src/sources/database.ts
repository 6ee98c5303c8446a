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

/** PostgreSQL in a process of its own, one schema at a time. */
export interface Database {
  load(texts: SqlTexts): Promise<SchemaReport>;
  stop(): void;
  /** Whether it can load another schema: a statement may have ended it. */
  readonly isUp: boolean;
}

/** Starts PostgreSQL. `limit` is the time for one statement. */
export async function startDatabase(options: StartOptions, limit = STATEMENT): Promise<Database> {
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
  const started = await answerTo(child, { start: options }, STARTING);
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
    async load(texts) {
      let at: Announcement = { file: 'schema', start: 0, end: 1 };
      const answer = await answerTo(child, { texts }, limit, (next) => {
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

/**
 * What the process makes of a request; nothing when it takes too long, or ends. What it says before
 * that is told to `hear`, and gives it the time anew.
 */
function answerTo(
  child: ChildProcess,
  request: DatabaseRequest,
  limit: number,
  hear: (at: Announcement) => void = () => {},
): Promise<DatabaseAnswer | undefined> {
  return new Promise((done) => {
    const finish = (answer?: DatabaseAnswer) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
      done(answer);
    };
    const onMessage = (message: unknown) => {
      const answer = message as DatabaseAnswer;
      if ('at' in answer) {
        hear(answer.at);
        clearTimeout(timer);
        timer = setTimeout(onLate, Math.min(limit, last - performance.now()));
      } else finish(answer);
    };
    const onEnd = () => finish();
    // Whoever was busy for as long has answers waiting: they are heard first.
    const onLate = () => {
      timer = setTimeout(onEnd, HEARING);
    };
    const last = performance.now() + STUDY;
    let timer = setTimeout(onLate, limit);
    child.on('message', onMessage).on('exit', onEnd).on('error', onEnd);
    child.send(request);
  });
}
