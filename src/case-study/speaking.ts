/**
 * Words that are spoken in a minute before listeners who follow a drawing at the same time. Talks run
 * at 130 to 160; this leaves room to breathe and to point.
 */
export const SPOKEN_WORDS_A_MINUTE = 140;

/** Whole seconds that a text takes to say, rounded up; marks without letters or digits are no words. */
export function speakingSeconds(text: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return Math.ceil((words * 60) / SPOKEN_WORDS_A_MINUTE);
}

/** A text in sentences, each with the mark that ends it. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
