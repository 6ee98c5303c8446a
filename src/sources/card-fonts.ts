import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { FACES, type Face, type Setter } from '#portfolio/cards/sheet.ts';

/** The bytes of a font of cards, as a PDF embeds parts of it. */
export function readFace(face: Face): Buffer {
  return readFileSync(new URL(`../svg/fonts/${face}.ttf`, import.meta.url));
}

/** A word as it is set: its advance and its outline in units of the font, baseline at nought, up is up. */
interface Word {
  readonly advance: number;
  readonly outline: () => readonly (readonly [letter: string, points: readonly number[]])[];
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
  return {
    width(text, face, size) {
      const units = wordsOf(text, face).reduce((sum, { advance }) => sum + advance, 0);
      return (units * size) / openFace(face).font.unitsPerEm;
    },
    outline(text, face, size) {
      let d = '';
      let x = 0;
      for (const { advance, outline } of wordsOf(text, face)) {
        for (const [letter, points] of outline()) {
          d +=
            letter + points.map((value, place) => (place % 2 === 0 ? x + value : value)).join(' ');
        }
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
  let drawn: (readonly [string, readonly number[]])[] | undefined;
  const draw = () => {
    let x = 0;
    return glyphs.flatMap((glyph, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const [left, up] = [x + xOffset, yOffset];
      x += xAdvance;
      return glyph.path.commands.map(({ command, args }) => {
        const points = args.map((value, place) =>
          Math.round(value + (place % 2 === 0 ? left : up)),
        );
        return [LETTERS[command] ?? '', points] as const;
      });
    });
  };
  return { advance: Math.round(advanceWidth), outline: () => (drawn ??= draw()) };
}

/** What is written where a font lacks a character. */
const INSTEAD: Readonly<Record<string, string>> = {
  '≤': 'at most ',
  '≥': 'at least ',
  '→': '>',
  '\u202F': ' ',
  '\u2011': '-',
  '\n': ' ',
};

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};
