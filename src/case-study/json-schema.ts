import { z } from 'zod';
import { LISTS, type ListName } from './lists/table.ts';

/** Where an editor finds the schema of a list, from the root of this project. */
export function schemaPath(name: ListName): string {
  return `src/case-study/schemas/${name}.json`;
}

/**
 * The JSON Schema of a typed list, as text: what a language server completes and marks while an author
 * writes. It says what the zod schema says but for checks between fields, which only `check` knows.
 */
export function schemaText(name: ListName): string {
  const { $schema, ...schema } = z.toJSONSchema(LISTS[name], { io: 'input' });
  return `${JSON.stringify({ $schema, title: `${name}.yaml`, ...schema }, null, 2)}\n`;
}
