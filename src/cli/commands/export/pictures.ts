import sharp from 'sharp';
import { createOutliner } from '#sources/drawing-outlines.ts';
import { withOutlines } from '#svg/outlines.ts';
import { PALETTES, type Theme } from '#svg/palette.ts';
import type { Ports } from '../../ports.ts';
import { UsageError } from '../../program.ts';
import type { ExportedFile } from './exported-file.ts';

/** The longest side of a PNG, in pixels. */
const LONGEST = 30_000;

/** Drawings with their words as paths; what the font cannot set is told. */
export function asPaths(drawings: readonly ExportedFile[], ports: Ports): ExportedFile[] {
  const outline = createOutliner();
  return drawings.map((drawing) => {
    const { svg, left } = withOutlines(drawing.text, outline);
    if (left.length > 0) {
      const words = left.slice(0, 3).map((text) => `“${text}”`);
      const more = left.length > 3 ? ` and ${left.length - 3} more` : '';
      ports.stderr(
        `warning: ${drawing.name}: the font lacks ${words.join(', ')}${more}: left as text\n`,
      );
    }
    return { ...drawing, text: svg };
  });
}

/**
 * Drawings as PNG, `scale` pixels to each of theirs. Words are drawn from their outlines, so that no
 * font of the machine comes into it.
 */
export async function asPng(
  drawings: readonly ExportedFile[],
  { scale, theme }: { readonly scale: number; readonly theme: Theme },
  ports: Ports,
): Promise<ExportedFile[]> {
  // The last column of pixels may be half a pixel of the drawing: the ground fills it.
  const { plate } = PALETTES[theme].furniture;
  const pictures: ExportedFile[] = [];
  for (const { name, text, ...rest } of asPaths(drawings, ports)) {
    const [, width = '0', height = '0'] = / width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? [];
    if (Math.max(Number(width), Number(height)) * scale > LONGEST) {
      throw new UsageError(
        `${name} would be ${Math.round(Number(width) * scale)} × ${Math.round(Number(height) * scale)} pixels; no side can be longer than ${LONGEST}.`,
      );
    }
    // At 72 dots an inch a pixel of the drawing is one of the picture.
    const picture = sharp(Buffer.from(text), {
      density: 72 * scale,
      limitInputPixels: false,
    });
    const bytes = await picture.flatten({ background: plate }).png().toBuffer();
    pictures.push({ ...rest, name: name.replace(/\.svg$/, '.png'), text: '', bytes });
  }
  return pictures;
}
