import { didYouMean } from '#diagnostics/suggest.ts';
import type { Problem } from './problem.ts';
import { type Statement, splitStatements } from './statements.ts';

/** A query of `queries.sql`: what it answers, the statement, and the indexes that it is said to use. */
export interface StatedQuery {
  readonly name: string;
  readonly statement: Statement;
  readonly uses: readonly StatedIndex[];
}

/** The name of an index in a comment, by offsets. */
export interface StatedIndex {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What `queries.sql` holds. */
export interface QueriesFile {
  readonly queries: readonly StatedQuery[];
  /** Statements without a name: they run first, to make rows of the author's own. */
  readonly setup: readonly Statement[];
  readonly problems: readonly Problem[];
}

/** `-- query: Orders of a customer`; the rest of the line is the value. */
const NOTE = /^[ \t]*--[ \t]*([a-z]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$/gim;
const KEYS = ['query', 'uses'];

/**
 * Reads `queries.sql`. Above a query stand `-- query: NAME` and, where an index is claimed,
 * `-- uses: INDEX, INDEX`; a statement without them runs as it is.
 */
export function readQueries(text: string): QueriesFile {
  const queries: StatedQuery[] = [];
  const setup: Statement[] = [];
  const problems: Problem[] = [];
  for (const statement of splitStatements(text)) {
    const notes = notesAbove(text, statement);
    for (const { key, start, end } of notes) {
      const hint = KEYS.includes(key) ? undefined : didYouMean(key, KEYS);
      if (hint === undefined) continue;
      const message = `A comment above a query begins with \`query:\` or \`uses:\`, not with \`${key}:\`.`;
      problems.push({ code: 'query-comment', file: 'queries', start, end, message, hint });
    }
    const name = notes.find(({ key }) => key === 'query');
    const uses = notes.filter(({ key }) => key === 'uses');
    if (name && name.value !== '') {
      queries.push({ name: name.value, statement, uses: uses.flatMap(indexesOf) });
      continue;
    }
    const nameless = name ?? uses[0];
    if (nameless) {
      const { start, end } = nameless;
      const message = 'The query has no name.';
      const hint = 'Write above it `-- query:` and what it answers.';
      problems.push({ code: 'query-comment', file: 'queries', start, end, message, hint });
    } else setup.push(statement);
  }
  return { queries, setup, problems };
}

/** A line of a comment with a key. */
interface Note {
  readonly key: string;
  readonly value: string;
  /** The whole note without its dashes. */
  readonly start: number;
  readonly end: number;
}

function notesAbove(text: string, { before, start }: Statement): Note[] {
  return [...text.slice(before, start).matchAll(NOTE)].map((match) => {
    const [whole, key = '', value = ''] = match;
    const from = before + match.index + whole.search(/[a-z]/i);
    const to = before + match.index + whole.trimEnd().length;
    return { key: key.toLowerCase(), value, start: from, end: to };
  });
}

function indexesOf({ value, end }: Note): StatedIndex[] {
  const first = end - value.length;
  return [...value.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => ({
    name,
    start: first + index,
    end: first + index + name.length,
  }));
}
