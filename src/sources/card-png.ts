import sharp from 'sharp';
import { sheetMarkup } from '#portfolio/cards/markup.ts';
import type { Setter, Sheet } from '#portfolio/cards/sheet.ts';

/** A sheet as a PNG. */
export async function sheetPng(sheet: Sheet, setter: Setter): Promise<Buffer> {
  return await sharp(Buffer.from(sheetMarkup(sheet, setter)), { density: 72 })
    .removeAlpha()
    .png({ compressionLevel: 3 })
    .toBuffer();
}
