import { z } from 'zod';
import { LISTS } from './lists/table.ts';
import { PORTFOLIO_LISTS } from './portfolio-lists/table.ts';

const ALL = { ...LISTS, ...PORTFOLIO_LISTS };
const names = z.strictObject(ALL).keyof();

/** A list of a study, or one of the portfolio as a whole. */
export type AnyListName = z.output<typeof names>;

export const ALL_LIST_NAMES: readonly AnyListName[] = names.options;

/** Where an editor finds the schema of a list, from the root of this project. */
export function schemaPath(name: AnyListName): string {
  return `src/case-study/schemas/${name}.json`;
}

/**
 * The JSON Schema of a typed list, as text: what a language server completes and marks while an author
 * writes. It says what the zod schema says but for checks between fields, which only `check` knows.
 */
export function schemaText(name: AnyListName): string {
  // What a list of the portfolio has in many places is defined once.
  const reused = Object.hasOwn(LISTS, name) ? 'inline' : 'ref';
  const { $schema, ...schema } = z.toJSONSchema(ALL[name], { io: 'input', reused });
  return `${JSON.stringify({ $schema, title: `${name}.yaml`, ...schema }, null, 2)}\n`;
}
