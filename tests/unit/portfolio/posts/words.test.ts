import { describe, expect, it } from 'vitest';
import { isClause, sentence, thing } from '#portfolio/posts/words.ts';

describe('a text of a list', () => {
  it.each([
    ['The primary fails and its replica takes over', true],
    ['The instance, its disk or its zone fails; a patch does the same', true],
    ['Nothing is authorised; orders are still accepted', true],
    ['That order stays pending, and support is told', true],
    ['Parcels of that order are not booked', true],
    ['What fails three times goes to the topic as it came', true],
    ['Bookings wait for a day; a refused address goes to support', true],
    ['After five failures readers leave it alone', true],
    ['A sale, a mention, a mistake in a price', false],
    ['The wait is long that nobody sees', true],
    ['Row-lock wait above 200 ms, p95', false],
    ['A release that writes what an older reader does not expect', false],
    ['Nothing; the version before runs on both shapes', false],
    ['Nothing, as long as buckets are counted', false],
    ['Slower pages, and lists refused past the limiter. Some are signed out', false],
    ['Multi-AZ failover; services are told', false],
    ['Fails', false],
    ['', false],
  ])('%j is a sentence as it stands: %s', (text, is) => {
    expect(isClause(text)).toBe(is);
  });

  it.each([
    ['All shoppers, in speed', true],
    ['visitors whose wallets are empty', true],
    ['nobody, until a second broker is lost', true],
    ['Unknown at first', false],
    ['Moderate', false],
  ])('%j names somebody or something: %s', (text, is) => {
    expect(thing(text)).toBe(is);
  });

  it('becomes a sentence, but for names that begin small', () => {
    expect(sentence('the disk fails')).toBe('The disk fails.');
    expect(sentence('us-east-1 fails')).toBe('us-east-1 fails.');
    expect(sentence('"Try again"')).toBe('"Try again".');
  });
});
