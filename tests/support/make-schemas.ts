// Writes the JSON Schemas of the typed lists anew: `npm run make:schemas`.
import { writeFileSync } from 'node:fs';
import { ALL_LIST_NAMES, schemaPath, schemaText } from '#case-study/json-schema.ts';
import { ALIASES_SCHEMA, aliasesSchema } from '#confidential/aliases-schema.ts';

for (const name of ALL_LIST_NAMES) {
  writeFileSync(new URL(`../../${schemaPath(name)}`, import.meta.url), schemaText(name));
}
writeFileSync(new URL(`../../${ALIASES_SCHEMA}`, import.meta.url), aliasesSchema());
