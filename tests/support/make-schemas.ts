// Writes the JSON Schemas of the typed lists anew: `npm run make:schemas`.
import { writeFileSync } from 'node:fs';
import { schemaPath, schemaText } from '#case-study/json-schema.ts';
import { LISTS, type ListName } from '#case-study/lists/table.ts';

for (const name of Object.keys(LISTS) as ListName[]) {
  writeFileSync(new URL(`../../${schemaPath(name)}`, import.meta.url), schemaText(name));
}
