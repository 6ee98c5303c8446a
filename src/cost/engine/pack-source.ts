import { Source } from '#diagnostics/source.ts';

/** Stands for what is left out: neither a blank nor a part of a word. */
const BLANK = '~';

/**
 * A text with nothing but some words in it, each where it was: findings about them get the same line
 * and column from it as from the whole text, and it takes next to no room.
 */
export function packSource({ name, text }: Source, words: readonly string[]): Source {
  const kept = text.replace(/[^\r\n]/g, BLANK).split('');
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      // With what stands around it, which tells a property from a word of a sentence.
      for (let index = Math.max(at - 1, 0); index <= at + word.length; index++) {
        kept[index] = text[index] ?? '';
      }
    }
  }
  return new Source(name, kept.join('').replace(/~+(?=[\r\n]|$)/g, ''));
}
