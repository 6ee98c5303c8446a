import { z } from 'zod';
import { aliasList } from './aliases.ts';

/** Where an editor finds the schema of `aliases.yaml`, from the root of this project. */
export const ALIASES_SCHEMA = 'src/confidential/schemas/aliases.json';

/** The JSON Schema of `aliases.yaml`, as text. */
export function aliasesSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(aliasList, { io: 'input', reused: 'ref' });
  return `${JSON.stringify({ $schema, title: 'aliases.yaml', ...schema }, null, 2)}\n`;
}
