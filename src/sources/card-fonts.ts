import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { INSTEAD } from '#portfolio/cards/letters.ts';
import { FACES, type Face, type Setter } from '#portfolio/cards/sheet.ts';

/** The bytes of a font of cards, as a PDF embeds parts of it. */
export function readFace(face: Face): Buffer {
  return readFileSync(new URL(`../svg/fonts/${face}.ttf`, import.meta.url));
}

/**
 * A word as it is set, in units of the font, up is up: its advance, and its outline as path data that
 * begins where the pen stands on the baseline and is relative throughout.
 */
interface Word {
  readonly advance: number;
  readonly outline: () => string;
}

/** Sets words in the fonts of cards; each word is worked out once. */
export function createSetter(): Setter {
  const fonts = new Map<Face, { readonly font: Font; readonly words: Map<string, Word> }>();
  const openFace = (face: Face) => {
    const known = fonts.get(face);
    if (known) return known;
    const font = create(readFace(face));
    if (!('layout' in font)) throw new Error(`${face} is a collection of fonts.`);
    const opened = { font, words: new Map<string, Word>() };
    fonts.set(face, opened);
    return opened;
  };
  const characters = new Map<string, string>();
  const shownAs = (character: string) => {
    const point = character.codePointAt(0) ?? 0;
    const isKnown = FACES.every((face) => openFace(face).font.hasGlyphForCodePoint(point));
    return isKnown ? character : (INSTEAD[character] ?? '');
  };
  const wordsOf = (text: string, face: Face): Word[] => {
    const { font, words } = openFace(face);
    // A blank stands with the word before it, so that words are kerned alike wherever they stand.
    return (text.match(/[^ ]* ?/g) ?? []).flatMap((piece) => {
      if (piece === '') return [];
      const known = words.get(piece) ?? wordOf(font, piece);
      words.set(piece, known);
      return known;
    });
  };
  const scripts = new Map<string, boolean>();
  const lacks = (text: string) => {
    if (LATIN.test(text)) return false;
    const isLacking =
      scripts.get(text) ?? [...text].some((one) => LETTER.test(one) && shownAs(one) === '');
    scripts.set(text, isLacking);
    return isLacking;
  };
  return {
    lacks,
    width(text, face, size) {
      if (lacks(text)) return [...text].reduce((sum, one) => sum + roughWidth(one), 0) * size;
      const units = wordsOf(text, face).reduce((sum, { advance }) => sum + advance, 0);
      return (units * size) / openFace(face).font.unitsPerEm;
    },
    outline(text, face, size) {
      let d = '';
      let x = 0;
      for (const { advance, outline } of wordsOf(text, face)) {
        const drawn = outline();
        if (drawn !== '') d += `M${x} 0${drawn}`;
        x += advance;
      }
      return { d, scale: size / openFace(face).font.unitsPerEm };
    },
    known(text) {
      let known = '';
      for (const character of text) {
        const shown = characters.get(character) ?? shownAs(character);
        characters.set(character, shown);
        known += shown;
      }
      return known;
    },
  };
}

function wordOf(font: Font, text: string): Word {
  const { glyphs, positions, advanceWidth } = font.layout(text);
  let drawn: string | undefined;
  const draw = () => {
    let d = '';
    let x = 0;
    let pen: readonly [number, number] = [0, 0];
    let start = pen;
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      for (const { command, args } of glyph.path.commands) {
        const points = args.map((value, place) =>
          Math.round(value + (place % 2 === 0 ? x + xOffset : yOffset)),
        );
        d += (LETTERS[command] ?? '') + relative(points, pen);
        pen = command === 'closePath' ? start : [points.at(-2) ?? 0, points.at(-1) ?? 0];
        if (command === 'moveTo') start = pen;
      }
      x += xAdvance;
    }
    return d;
  };
  return { advance: Math.round(advanceWidth), outline: () => (drawn ??= draw()) };
}

/** Points as path data from where the pen stands: a minus parts numbers as well as a blank. */
function relative(points: readonly number[], [x, y]: readonly [number, number]): string {
  return points
    .map((value, place) => String(value - (place % 2 === 0 ? x : y)))
    .map((number, place) => (place > 0 && !number.startsWith('-') ? ` ${number}` : number))
    .join('');
}

/** Text that the fonts have for certain. */
const LATIN = /^[ -~]*$/;
const LETTER = /[\p{L}\p{N}]/u;

/** About how wide a character is that our fonts do not have, in sizes of the text. */
function roughWidth(character: string): number {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)
    ? 1
    : 0.6;
}

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
  closePath: 'z',
};
