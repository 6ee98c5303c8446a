import type { Announcement, Answer, Connection, Row } from './connection.ts';
import type { Problem } from './problem.ts';

const NAME = 'archfolio_statement';

/** PostgreSQL did not survive a statement: what was found until then, and that. */
export class Stopped extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('PostgreSQL stopped.');
    this.problems = problems;
  }
}

/**
 * Begins the transaction in which all of a study happens. Plans are made for all values of parameters,
 * and for all partitions: values would leave some out.
 */
export async function open(connection: Connection): Promise<void> {
  const answer = await connection.run(
    `begin; savepoint ${NAME}; set local timezone to 'UTC'; set local effective_cache_size to '4GB'; ` +
      'set local plan_cache_mode to force_generic_plan; set local enable_partition_pruning to off; set local max_parallel_workers_per_gather to 0; set local jit to off',
  );
  if ('refusal' in answer) throw new Error(answer.refusal.message);
}

/**
 * Runs an author's statement so that the ones after it can run, too. A statement after which PostgreSQL
 * does not answer is the last one.
 */
export async function attempt(
  connection: Connection,
  sql: string,
  at: Announcement,
  found: readonly Problem[] = [],
): Promise<Answer> {
  await connection.announce?.(at);
  const answer = await connection.run(sql);
  const after = await connection.run(
    'refusal' in answer
      ? `rollback to savepoint ${NAME}; select 1 as alive`
      : `release savepoint ${NAME}; savepoint ${NAME}; select 1 as alive`,
  );
  if ('rows' in after && after.rows[0]?.alive === 1) return answer;
  throw new Stopped([
    ...found,
    {
      code: 'sql-stopped',
      ...at,
      message: 'PostgreSQL stopped at this statement.',
      hint: 'It asks for more than a schema needs: programs, files or memory of the server.',
    },
  ]);
}

/** The rows of a question of our own, which PostgreSQL has no reason to refuse. */
export async function rowsOf(connection: Connection, sql: string): Promise<readonly Row[]> {
  const answer = await connection.run(sql);
  if ('refusal' in answer) throw new Error(`${answer.refusal.message}: ${sql.slice(0, 200)}`);
  return answer.rows;
}
