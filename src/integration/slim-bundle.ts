import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, transform } from 'esbuild';
import { parseSync } from 'vite';
import { COST_CODES } from '#cost/codes.ts';

/**
 * Leaves out of an explorer what only a terminal says: what the codes of findings mean, and why the
 * drivers of the model have their ranges.
 */
export function slimBundle(model: string): Plugin {
  return {
    name: 'archfolio-slim-bundle',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]cost[\\/]codes\.ts$/ }, () => ({ contents: codesAlone() }));
      onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
        if (path !== model) return undefined;
        const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts' });
        return { contents: withoutReasons(code), resolveDir: dirname(path) };
      });
    },
  };
}

/** The codes with their severities: `finding` in `cost/codes.ts` reads no more of them. */
function codesAlone(): string {
  const table = Object.entries(COST_CODES).map(([code, { severity }]) => [code, { severity }]);
  const path = fileURLToPath(new URL('../diagnostics/diagnostic.ts', import.meta.url));
  return [
    `import { diagnosticsOf } from ${JSON.stringify(path)};`,
    `export const finding = diagnosticsOf(${JSON.stringify(Object.fromEntries(table))});`,
  ].join('\n');
}

/** A model's text with nothing in the `why` of its drivers where that is a plain text. */
export function withoutReasons(code: string): string {
  const drivers = propertiesOf(parseSync('model.js', code).program, 'drivers');
  const places = drivers
    .flatMap((value) => propertiesOf(value, 'why'))
    .flatMap((value) => placeOf(value) ?? [])
    .sort((a, b) => b.start - a.start);
  return places.reduce(
    (text, { start, end }) => `${text.slice(0, start)}''${text.slice(end)}`,
    code,
  );
}

/** The values of all properties of a name, anywhere in a tree. */
function propertiesOf(node: unknown, name: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('key' in node && 'value' in node && isNamed(node.key, name)) return [node.value];
  return Object.values(node).flatMap((part) => propertiesOf(part, name));
}

function isNamed(key: unknown, name: string): boolean {
  return typeof key === 'object' && key !== null && 'name' in key && key.name === name;
}

/** Where a plain text stands, its quotes included. */
function placeOf(node: unknown): { readonly start: number; readonly end: number } | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if (!('value' in node && typeof node.value === 'string')) return undefined;
  if (!('start' in node && 'end' in node)) return undefined;
  const { start, end } = node;
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}
