import { withoutComments } from './statements.ts';

/** What a statement makes: a kind, and a name without its schema. */
export interface Created {
  readonly kind: string;
  readonly name: string;
}

const KINDS =
  'materialized\\s+view|view|table|index|type|domain|function|procedure|sequence|schema|role|user|' +
  'trigger|policy|extension|aggregate|rule|statistics|collation|foreign\\s+table|server|cast|operator';
const CREATE = new RegExp(
  '\\bcreate\\s+(?:or\\s+replace\\s+)?' +
    '(?:(?:global|local|temp|temporary|unlogged|unique|recursive|constraint)\\s+)*' +
    `(${KINDS})\\s+(?:concurrently\\s+)?(?:if\\s+not\\s+exists\\s+)?((?:"(?:[^"]|"")+"|[\\w$])+` +
    '(?:\\s*\\.\\s*(?:"(?:[^"]|"")+"|[\\w$]+))*)',
  'iu',
);

/** What a statement makes first; nothing for those that make nothing, and for an index without a name. */
export function createdBy(statement: string): Created | undefined {
  const [, kind = '', name = ''] = CREATE.exec(withoutComments(statement)) ?? [];
  if (name === '' || /^on$/i.test(name)) return undefined;
  return { kind: kind.toLowerCase().replace(/\s+/g, ' '), name: lastName(name) };
}

/** The last part of a name as PostgreSQL keeps it: `"App".Users` is `users`. */
export function lastName(name: string): string {
  const parts = name.match(/"(?:[^"]|"")+"|[\p{L}\p{N}_$]+/gu) ?? [name];
  const last = parts.at(-1) ?? name;
  return last.startsWith('"') ? last.slice(1, -1).replaceAll('""', '"') : last.toLowerCase();
}

/** The first words of a statement, in lower case. */
export function firstWords(statement: string, count: number): string[] {
  const words = withoutComments(statement).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  return words.slice(0, count).map((word) => word.toLowerCase());
}
