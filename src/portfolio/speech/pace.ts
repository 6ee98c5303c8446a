import { SPOKEN_WORDS_A_MINUTE, speakingSeconds, spokenWords } from '#case-study/speaking.ts';

/** Words a minute of somebody who reads for himself. */
const READING_PACE = 220;

/** Below this share of its time a text was promised and not written. */
const LEAST_SHARE = 0.7;

/** How long a text is and how long it may be. */
export interface Speech {
  readonly words: number;
  /** Seconds that saying it takes. */
  readonly seconds: number;
  /** Seconds that it may take. */
  readonly limit: number;
  /** Words a minute that this is reckoned at. */
  readonly pace: number;
  readonly verdict: 'fits' | 'long' | 'short';
}

/** What saying a text takes, beside the seconds that it may take. */
export function speechOf(text: string, limit: number): Speech {
  const words = spokenWords(text);
  const { least, most } = roomIn(limit);
  const verdict = words > most ? 'long' : words < least ? 'short' : 'fits';
  return { words, seconds: speakingSeconds(text), limit, pace: SPOKEN_WORDS_A_MINUTE, verdict };
}

/** The words that a time has room for: the fewest, and the most. */
export function roomIn(limit: number): { readonly least: number; readonly most: number } {
  const most = Math.floor((limit / 60) * SPOKEN_WORDS_A_MINUTE);
  return { least: Math.ceil(most * LEAST_SHARE), most };
}

/** Minutes that reading takes, at least one. */
export function minutesToRead(words: number): number {
  return Math.max(1, Math.round(words / READING_PACE));
}
