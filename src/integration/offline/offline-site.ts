import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isFrozen } from '#portfolio/addresses.ts';
import { HEADERS_PATH } from '#portfolio/headers.ts';
import { type ZipEntry, zip } from '#sources/zip.ts';
import { type HasFile, ownFiles, relativeMarkup, relativeStyles } from './relative-links.ts';

/**
 * Makes of a site that was built for the root of a host one that opens from a disk: every link relative
 * and to a file, without the cards of links. Gives the same as an archive.
 */
export function takeOffline(folder: string): Buffer {
  // Headers are for a server.
  rmSync(join(folder, HEADERS_PATH), { force: true });
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.split(sep).join('/'))
    .toSorted();
  // Who shares a link shares that of the site on a host: its cards are there, and not here.
  for (const name of all) if (CARD.test(name)) rmSync(join(folder, name));
  const names = all.filter((name) => !CARD.test(name));
  const files = new Set(names);
  const has = (path: string) => files.has(path);
  const entries = names.map((name): ZipEntry => {
    const path = join(folder, name);
    const change = isFrozen(`/${name}`)
      ? undefined
      : CHANGES.find(([ending]) => ending.test(name))?.[1];
    if (!change) return { name, content: readFileSync(path) };
    const text = readFileSync(path, 'utf8');
    const changed = change(text, name, has);
    if (changed !== text) writeFileSync(path, changed);
    return { name, content: Buffer.from(changed) };
  });
  return zip(entries);
}

/** The card of a page. */
const CARD = /^_\/card-[0-9a-f]{16}\.png$/;

const CHANGES = [
  [
    /\.html$/,
    (text: string, name: string, has: HasFile) => relativeMarkup(ownFiles(text), name, has),
  ],
  [/\.svg$/, relativeMarkup],
  [/\.css$/, relativeStyles],
] as const;
