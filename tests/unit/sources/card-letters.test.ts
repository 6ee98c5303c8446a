import { create } from 'fontkit';
import { expect, it } from 'vitest';
import { foreignLetters, isOurs } from '#portfolio/cards/letters.ts';
import { FACES } from '#portfolio/cards/sheet.ts';
import { readFace } from '#sources/card-fonts.ts';

it('knows exactly the characters that all fonts of cards have', () => {
  const fonts = FACES.map((face) => create(readFace(face)));
  const has = (point: number) =>
    fonts.every((font) => 'characterSet' in font && font.hasGlyphForCodePoint(point));
  const points = Array.from({ length: 0x3000 }, (_, index) => index + 0x20);
  const ours = points.filter((point) => isOurs(String.fromCodePoint(point)));
  expect(ours).toEqual(points.filter(has));
});

it.each([
  ['A café, 4 ≤ 5 → “yes”', ''],
  ['Café with its accent apart: e\u0301', ''],
  ['Signs and pictures are no letters: ✓ ★ 😀', ''],
  ['Paweł Żółć pays złoty', 'łŻć'],
  ['設計 and 設計 again, ٣ and Ω', '設計٣Ω'],
])('finds in “%s” the letters “%s”', (text, letters) => {
  expect(foreignLetters(text).join('')).toBe(letters);
});
