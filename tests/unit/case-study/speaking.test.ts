import { describe, expect, it } from 'vitest';
import { sentencesOf, speakingSeconds } from '#case-study/speaking.ts';

describe('speaking', () => {
  it.each([
    ['', 0],
    ['One.', 1],
    ['A word – and marks', 2],
    [Array(70).fill('word').join(' '), 30],
  ])('of %j takes %i seconds', (text, seconds) => {
    expect(speakingSeconds(text)).toBe(seconds);
  });
});

describe('sentences', () => {
  it.each([
    ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
    ['It is 2.5 kB. Next', ['It is 2.5 kB.', 'Next']],
    ['She says "it is yours." Then she goes.', ['She says "it is yours."', 'Then she goes.']],
    ['e.g. this stays', ['e.g. this stays']],
    ['', []],
  ])('of %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});
