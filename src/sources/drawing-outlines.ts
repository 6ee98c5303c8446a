import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import type { Outliner } from '#svg/outlines.ts';

/**
 * Sets words with the fonts that drawings embed, kerning and ligatures as a browser has them, so that
 * outlines stand where the text would.
 */
export function createOutliner(): Outliner {
  const fonts = { 400: readFont(400), 600: readFont(600) };
  return (text, { size, weight }) => {
    const font = fonts[weight];
    for (const character of text) {
      if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return undefined;
    }
    const { glyphs, positions } = font.layout(text);
    const scale = size / font.unitsPerEm;
    let data = '';
    let x = 0;
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const at = { x: x + xOffset, y: yOffset };
      for (const { command, args } of glyph.path.commands) {
        const points = args.map((value, place) =>
          place % 2 === 0 ? (at.x + value) * scale : -(at.y + value) * scale,
        );
        data += `${LETTERS[command] ?? ''}${points.map(hundredths).join(' ')}`;
      }
      x += xAdvance;
    }
    return { data, width: x * scale };
  };
}

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** Fine enough for a drawing that is printed large. */
function hundredths(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

function readFont(weight: 400 | 600): Font {
  const file = new URL(`../svg/fonts/archivo-90-${weight}.woff2`, import.meta.url);
  const font = create(readFileSync(file));
  if (!('layout' in font)) throw new Error('The font of drawings is a collection.');
  return font;
}
