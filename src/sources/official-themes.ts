import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where Structurizr serves its themes from, each version for good. */
const ADDRESS = /^https:\/\/static\.structurizr\.com\/themes\/([a-z][\w.-]*)\/theme\.json$/;

/** The text of one of Structurizr's own themes that come with the package, by its address. */
export function officialTheme(address: string): string | undefined {
  const [, name] = ADDRESS.exec(address) ?? [];
  if (name === undefined) return undefined;
  const file = fileURLToPath(new URL(`./official-themes/${name}.json`, import.meta.url));
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
