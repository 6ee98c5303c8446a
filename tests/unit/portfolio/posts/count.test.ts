import { describe, expect, it } from 'vitest';
import { hookOf, postLength } from '#portfolio/posts/count.ts';

const LINKS = { links: 26 };

describe('characters of a post, as LinkedIn counts them', () => {
  it.each<[string, string, number]>([
    ['nothing', '', 0],
    ['letters, a blank and a line break', 'one two\nthree', 13],
    ['a letter with an accent, composed', 'é', 1],
    ['the same of two characters', 'e\u0301', 2],
    ['an emoji beyond the first plane: two units', '🙂', 2],
    ['one with a tone of skin: four', '👍🏽', 4],
    ['a family of three, joined: eight', '👩‍👩‍👧', 8],
    ['a flag: four', '🇮🇳', 4],
    ['a link shorter than the short form', 'https://a.example/b', 19],
    ['a link of 26, as it is', 'https://abcdefghijklmno.ex', 26],
    ['a longer link', `https://portfolio.example/${'a'.repeat(100)}`, 26],
    [
      'the full stop behind a link is the sentence’s',
      'See https://portfolio.example/adrs/0004.',
      31,
    ],
    ['two links', 'https://portfolio.example/1234567 https://portfolio.example/7654321', 53],
  ])('%s', (_, text, length) => {
    expect(postLength(text, LINKS)).toBe(length);
  });

  it('counts links as they are where a channel does not shorten them', () => {
    expect(postLength(`https://portfolio.example/${'a'.repeat(10)}`, {})).toBe(36);
  });
});

it('never shows a half of a character above “see more”', () => {
  expect([hookOf('abcd', 2), hookOf('a🙂b', 2), hookOf('a🙂b', 3), hookOf('🙂', 9)]).toEqual([
    'ab',
    'a',
    'a🙂',
    '🙂',
  ]);
});
