import { readFileSync } from 'node:fs';
import type { EmbeddedFonts } from '#svg/drawing.ts';

/** The font that drawings were measured with: files carry it, so that they look the same everywhere. */
export function readDrawingFonts(): EmbeddedFonts {
  const read = (weight: number) =>
    readFileSync(new URL(`../svg/fonts/archivo-90-${weight}.woff2`, import.meta.url)).toString(
      'base64',
    );
  return { regular: read(400), semibold: read(600) };
}
