import { clause, sentencesIn } from './words.ts';

/** Says things in turn and never one sentence twice. */
export interface Speaker {
  /**
   * One of several ways to say something: the one that was taken least so far, among those whose every
   * sentence is new. Nothing where all were said before.
   */
  say(topic: string, ways: readonly string[]): string;
  /** A text as it stands within a sentence. */
  inner(text: string): string;
}

/** A speaker who knows which words are names, and has said nothing yet. */
export function createSpeaker(names: ReadonlySet<string>): Speaker {
  const said = new Set<string>();
  const uses = new Map<string, number>();
  return {
    say(topic, ways) {
      const free = ways
        .map((text, place) => ({ text, use: `${topic} ${place}` }))
        .filter(({ text }) => text !== '' && sentencesIn(text).every((one) => !said.has(key(one))))
        .toSorted((a, b) => (uses.get(a.use) ?? 0) - (uses.get(b.use) ?? 0));
      const [taking] = free;
      if (!taking) return '';
      uses.set(taking.use, (uses.get(taking.use) ?? 0) + 1);
      for (const one of sentencesIn(taking.text)) said.add(key(one));
      return taking.text;
    },
    inner: (text) => clause(text, names),
  };
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$¢%]+/gu, ' ')
    .trim();
}
