// Writes the page that explains every code anew: `npm run make:codes`.
import { writeFileSync } from 'node:fs';
import { CODES_PAGE } from '#diagnostics/json.ts';
import { codesPage } from './codes-page.ts';

writeFileSync(new URL(`../../${CODES_PAGE}`, import.meta.url), codesPage());
