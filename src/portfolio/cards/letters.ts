/** The characters that all fonts of cards and carousels have, as `make:fonts` cuts them: code points from, to. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bc, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x304, 0x304],
  [0x308, 0x308],
  [0x2009, 0x2009],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
] as const;

/** What is written where a font lacks a character. */
export const INSTEAD: Readonly<Record<string, string>> = {
  '≤': 'at most ',
  '≥': 'at least ',
  '→': '>',
  '\u202F': ' ',
  '\u2011': '-',
  '\n': ' ',
};

/** Whether all fonts of cards and carousels have a character. */
export function isOurs(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return RANGES.some(([from, to]) => point >= from && point <= to);
}

/**
 * The letters and digits of a text that the fonts lack, each once, in their order: a line with one of them
 * is set in a font of the machine.
 */
export function foreignLetters(text: string): string[] {
  const own = (character: string) => isOurs(character) || Object.hasOwn(INSTEAD, character);
  const letters = [...text.normalize()].filter((one) => /[\p{L}\p{N}]/u.test(one) && !own(one));
  return [...new Set(letters)];
}
