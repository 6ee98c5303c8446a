import { Source } from '#diagnostics/source.ts';

/**
 * A text with nothing but some words in it, each where it was: findings about them get the same line
 * and column from it as from the whole text, and it takes next to no room.
 */
export function packSource({ name, text }: Source, words: readonly string[]): Source {
  const blank = text.replace(/[^\r\n]/g, ' ').split('');
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      // With the quotes around it: a name in quotes is found before one without.
      for (let index = Math.max(at - 1, 0); index <= at + word.length; index++) {
        const character = text[index];
        if (character !== undefined) blank[index] = character;
      }
    }
  }
  return new Source(name, blank.join('').replace(/ +(?=[\r\n]|$)/g, ''));
}
