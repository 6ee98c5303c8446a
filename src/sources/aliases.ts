import { readFileSync } from 'node:fs';
import { type Aliases, checkAliases, type Named, readAliases } from '#confidential/aliases.ts';
import { confidentialProblem } from '#confidential/codes.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { isFile } from './entries.ts';
import { readYaml } from './yaml.ts';

/** Where a confidential build is told what to call what it must not name. */
export const ALIASES_FILE = 'aliases.yaml';

/** Reads the aliases of a content folder, and holds them against what it has. */
export function loadAliases(
  root: string,
  named: Named,
): { readonly aliases: Aliases | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const path = `${root}/${ALIASES_FILE}`;
  if (!isFile(path)) {
    const message = `There is no ${ALIASES_FILE}, which says what to call what must not be named.`;
    const hint = '`npm run new -- aliases` begins one from the systems of the workspace.';
    const detail = { file: ALIASES_FILE, hint };
    const missing = confidentialProblem('aliases-missing', message, undefined, detail);
    return { aliases: undefined, diagnostics: [missing] };
  }
  const { located, diagnostics } = readYaml(new Source(ALIASES_FILE, readFileSync(path, 'utf8')));
  if (diagnostics.length > 0) return { aliases: undefined, diagnostics };
  const read = readAliases(located);
  if (!read.aliases) return read;
  const found = checkAliases(read.aliases, named);
  return { aliases: read.aliases, diagnostics: found };
}
