import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnyListName, schemaPath } from '#case-study/json-schema.ts';

/** Where this package lies. */
const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The first line of a typed list, which tells a YAML language server its schema. `file` is the list's
 * path on the disk, in the content folder `root`. Nothing where this package lies outside of that folder:
 * the path would hold on one machine alone.
 */
export function schemaLine(root: string, file: string, name: AnyListName, packageFolder = PACKAGE) {
  return lineOf(root, file, schemaPath(name), packageFolder);
}

/** The same for any schema of this package, by its path there. */
export function lineOf(root: string, file: string, schema: string, packageFolder = PACKAGE) {
  const inside = relative(root, packageFolder);
  if (inside.startsWith('..') || inside.startsWith(sep) || /^[a-z]:/i.test(inside)) return '';
  const path = relative(dirname(file), `${packageFolder}/${schema}`);
  return `# yaml-language-server: $schema=${path.split(sep).join('/')}\n`;
}
