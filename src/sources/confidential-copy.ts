import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Disguise } from '#confidential/disguise.ts';
import { claimsWithRatio, yamlWithRatio } from '#confidential/figures.ts';
import { isFolder } from './entries.ts';
import { decodeText } from './text-encoding.ts';

/** Files that are read as text. Cost models are code: they run as they are, and are not copied. */
const TEXT = /\.(?:dsl|mdx?|markdown|ya?ml|json|sql|svg|txt|csv|adoc)$|(?:^|\/)\.adr-dir$/i;
/** Texts whose money and counts are for people; numbers of others are places, sizes of columns. */
const WITH_FIGURES = /\.(?:dsl|mdx?|markdown|ya?ml|adoc|txt)$/i;
const LEFT_OUT = /^cost-models(?:\/|$)|(?:^|\/)(?:node_modules|\.git|reviews)(?:\/|$)/;

/**
 * Copies what a portfolio was read from to another folder, under other names: texts, names of files and
 * of folders alike, so that all that leads from one to another still does. Frozen reviews stay behind,
 * whose bytes nobody may change, and so does code.
 */
export function copyDisguised(
  root: string,
  watched: readonly string[],
  to: string,
  disguise: Disguise,
): void {
  for (const path of new Set(watched.flatMap((one) => filesBelow(one)))) {
    const name = relative(root, path).split(sep).join('/');
    if (name.startsWith('../') || LEFT_OUT.test(name)) continue;
    const target = join(to, name.split('/').map(disguise.rename).join('/'));
    const bytes = readFileSync(path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, TEXT.test(name) ? textOf(name, bytes, disguise) : bytes);
  }
}

function textOf(name: string, bytes: Buffer, { ratio, names, rename }: Disguise): string {
  const { text } = decodeText(bytes);
  if (basename(name) === 'claims.yaml') return names(claimsWithRatio(text, ratio));
  if (/\.ya?ml$/i.test(name)) return names(yamlWithRatio(text, ratio));
  return WITH_FIGURES.test(name) ? rename(text) : names(text);
}

function filesBelow(path: string): string[] {
  if (!isFolder(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
