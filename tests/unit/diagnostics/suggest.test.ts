import { describe, expect, it } from 'vitest';
import { didYouMean, suggest } from '#diagnostics/suggest.ts';

const words = ['container', 'component', 'softwareSystem', 'person', 'views', 'tags'];

describe('suggest', () => {
  it.each([
    ['contaner', 'container'],
    ['softwaresystem', 'softwareSystem'],
    ['perosn', 'person'],
    ['veiws', 'views'],
    ['tgas', 'tags'],
    ['COMPONENTS', 'component'],
  ])('%s means %s', (word, meant) => {
    expect(suggest(word, words)).toBe(meant);
  });

  it.each(['', 'x', 'zebra', 'containment'])('%s means nothing', (word) => {
    expect(suggest(word, words)).toBeUndefined();
    expect(didYouMean(word, words)).toBeUndefined();
  });

  it('prefers the nearest, then the first', () => {
    expect(suggest('cart', ['cast', 'carts', 'part'])).toBe('cast');
  });
});
