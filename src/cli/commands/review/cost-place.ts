import { readFileSync } from 'node:fs';
import { Source } from '#diagnostics/source.ts';
import { isFile } from '#sources/entries.ts';

/**
 * Where the file of a cost model writes a part or a line that an address names; nothing where that is
 * not plain, since a model is code and may make its lines as it likes.
 */
export function costPlace(
  root: string,
  file: string,
  address: string,
): { readonly line?: number; readonly column?: number } {
  const [, name] = /#(?:part|line)-(.+)$/.exec(address) ?? [];
  if (name === undefined || !file.startsWith('cost-models/') || !isFile(`${root}/${file}`)) {
    return {};
  }
  const source = new Source(file, readFileSync(`${root}/${file}`, 'utf8'));
  const at = name.split('.').reduce<number | undefined>((from, key) => {
    return from === undefined ? undefined : keyAfter(source.text, key, from);
  }, 0);
  return at === undefined ? {} : source.positionAt(at);
}

function keyAfter(text: string, key: string, from: number): number | undefined {
  const pattern = new RegExp(`^[ \\t]*(?:['"]?)(${RegExp.escape(key)})['"]?:`, 'm');
  const found = pattern.exec(text.slice(from));
  return found ? from + found.index + found[0].indexOf(key) : undefined;
}
