/**
 * Words that are spoken in a minute before listeners who follow a drawing at the same time. Talks run
 * at 130 to 160; this leaves room to breathe and to point.
 */
export const SPOKEN_WORDS_A_MINUTE = 140;

/** Whole seconds that a text takes to say, rounded up; marks without letters or digits are no words. */
export function speakingSeconds(text: string): number {
  return Math.ceil((spokenWords(text) * 60) / SPOKEN_WORDS_A_MINUTE);
}

/** Words as they are said: what holds a letter or a digit, between blanks. */
export function spokenWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A text in sentences, each with the mark that ends it. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
