import sharp from 'sharp';
import { sheetMarkup } from '#portfolio/cards/markup.ts';
import type { Setter, Sheet } from '#portfolio/cards/sheet.ts';
import { type Cache, hashOf } from './cache.ts';

/** A sheet as a PNG; one that was made before comes from the cache, by the hash of what it shows. */
export async function sheetPng(sheet: Sheet, setter: Setter, cache: Cache): Promise<Buffer> {
  const markup = sheetMarkup(sheet, setter);
  const key = hashOf('png', sharp.versions.vips ?? '', markup);
  const kept = cache.get(key);
  if (typeof kept === 'string') return Buffer.from(kept, 'base64');
  const png = await sharp(Buffer.from(markup), { density: 72 })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 7 })
    .toBuffer();
  cache.put(key, png.toString('base64'));
  return png;
}
