import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cleanFile } from '#pictures/clean.ts';
import { claimedFormat } from '#pictures/raster.ts';
import { pictureSize } from '#pictures/size.ts';
import type { ContentFile } from '#portfolio/link-target.ts';
import { isFolder } from './entries.ts';

/** Folders whose files stand beside what shows them. */
const FOLDERS = ['case-studies', 'adrs'] as const;

/** What pages may show or lead to; anything else in the folders is a source and stays unpublished. */
const SHOWN = /\.(?:png|jpe?g|gif|svg|webp|avif|pdf)$/i;

/** The pictures and documents of a content folder, and of folders of records elsewhere; pictures with their size. */
export function listContentFiles(root: string, others: readonly string[] = []): ContentFile[] {
  const isBelow = (path: string, folder: string) => `${path}/`.startsWith(`${folder}/`);
  const folders = [...FOLDERS, ...new Set(others)].filter(
    (path, index, all) => !all.some((other, at) => at < index && isBelow(path, other)),
  );
  return folders.flatMap((folder) =>
    filesBelow(`${root}/${folder}`)
      .filter((name) => SHOWN.test(name) && !/(?:^|\/)[._]/.test(name))
      .map((name): ContentFile => {
        const path = `${folder}/${name}`;
        return { path, ...contentOf(path, readFileSync(`${root}/${path}`)) };
      }),
  );
}

/** The size of a picture, what is published in place of an SVG, or why a file may not be. */
function contentOf(path: string, bytes: Uint8Array): Omit<ContentFile, 'path'> {
  const claimed = claimedFormat(path.slice(path.lastIndexOf('.') + 1));
  const clean = claimed && cleanFile(bytes, claimed);
  if (!clean) return {};
  return 'fault' in clean ? { fault: clean.fault } : { ...pictureSize(bytes), ...clean };
}

/** Paths of what stands in the site's public folder and is served as it is. */
export function listPublicFiles(): string[] {
  return filesBelow(fileURLToPath(new URL('../public/files', import.meta.url))).map(
    (name) => `/${name}`,
  );
}

function filesBelow(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}
