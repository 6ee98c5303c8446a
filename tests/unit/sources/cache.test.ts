import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, openCache } from '#sources/cache.ts';
import { contentFolder } from '../../support/content.ts';
import { DAMAGES } from '../../support/damage.ts';
import { seededRandom } from '../../support/random.ts';

const VALUES = fc.tuple(fc.jsonValue(), fc.jsonValue(), fc.jsonValue());
const KEYS = [hashOf('a'), hashOf('b'), hashOf('c')] as const;

describe('a cache', () => {
  it.each(Object.entries(DAMAGES))('gives what was kept, or nothing, after %s', (_, damage) => {
    fc.assert(
      fc.property(VALUES, fc.integer(), (values, seed) => {
        const folder = contentFolder({});
        const cache = openCache(folder, 'answers');
        for (const [index, key] of KEYS.entries()) cache.put(key, values[index]);
        const [first, second] = KEYS.map((key) => join(folder, 'answers', key));
        damage(first ?? '', seededRandom(seed), second ?? '');
        for (const [index, key] of KEYS.entries()) {
          const kept = cache.get(key);
          // As JSON: it has one zero.
          if (kept !== undefined) expect(JSON.stringify(kept)).toBe(JSON.stringify(values[index]));
        }
        expect(cache.get(KEYS[2])).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['of another key', 'layouts/b'],
    ['of another part', 'answers/a'],
  ])('takes no entry %s', (_, from) => {
    const folder = contentFolder({});
    for (const part of ['layouts', 'answers'])
      for (const key of ['a', 'b']) openCache(folder, part).put(key, `${part}/${key}`);
    cpSync(join(folder, from), join(folder, 'layouts/a'));
    expect(openCache(folder, 'layouts').get('a')).toBeUndefined();
    expect(openCache(folder, 'layouts').get('b')).toBe('layouts/b');
  });

  it.each<[string, (path: string) => void]>([
    ['a file', (path) => writeFileSync(path, '')],
    ['a link that leads nowhere', (path) => symlinkSync('nowhere/at/all', path)],
    ['a link to itself', (path) => symlinkSync(path, path)],
    ['a folder that nobody may use', (path) => mkdirSync(path, { mode: 0 })],
    ['a folder that nobody may write', (path) => mkdirSync(path, { mode: 0o500 })],
  ])('keeps nothing, or all, where it would be in %s', (_, prepare) => {
    const path = join(contentFolder({}), 'cache');
    prepare(path);
    const cache = openCache(path, 'layouts');
    cache.put('a', [1]);
    // Who may do everything is kept from nothing.
    expect([undefined, [1]]).toContainEqual(cache.get('a'));
  });

  it('makes room for new entries, whatever stands among the old ones', () => {
    const folder = contentFolder({});
    openCache(folder, 'layouts').put('a', 1);
    mkdirSync(join(folder, 'layouts/folder'));
    writeFileSync(join(folder, 'layouts/folder/file'), '');
    for (let count = 0; count < 20; count++)
      writeFileSync(join(folder, `layouts/old-${count}`), '');
    const cache = openCache(folder, 'layouts', 10);
    cache.put('b', 2);
    expect(cache.get('b')).toBe(2);
  });
});
