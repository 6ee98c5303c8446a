import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import type { Head, StoredRecord } from '#search/format.ts';
import { createSearcher } from '#search/query.ts';
import { attributesOf, pagesOf } from '../support/pages.ts';

const folder = inject('plainSite');

/** Runs a file of the index as a page does, and gives what it hands over. */
function handed(path: string): unknown {
  let content: unknown;
  const receive = (_number: number, given: unknown) => {
    content = given;
  };
  const archfolioSearch = { index: receive, places: receive, texts: receive };
  runInNewContext(readFileSync(join(folder, path), 'utf8'), { archfolioSearch });
  return content;
}

const first = handed('search/index.js') as { readonly head: Head; readonly folder: string };

/** A question with an empty cache: its answer, and the bytes that it loads, gzipped. */
async function asking(query: string) {
  const loaded = new Set(['search/index.js']);
  const file = (name: string) => {
    const path = join(first.folder, `${name}.js`);
    loaded.add(path);
    return Promise.resolve(handed(path));
  };
  const searcher = createSearcher({
    head: () => Promise.resolve(first.head),
    places: (number) => file(`places-${number}`) as Promise<readonly string[]>,
    texts: (number) => file(`texts-${number}`) as Promise<readonly StoredRecord[]>,
  });
  const answer = await searcher.ask(query);
  const bytes = [...loaded].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length,
    0,
  );
  return { answer, bytes };
}

describe('the index', () => {
  it('has every kind of thing', () => {
    expect(first.head.kinds.map(([kind]) => kind)).toEqual([
      ...['Studies', 'Stories', 'Decisions', 'Drawings', 'Elements', 'Cost lines'],
      ...['Practice', 'Evidence'],
    ]);
  });

  it.each(['order service', 'databse failvoer', '7', 'a', 'user', 'postgers writr lost'])(
    'answers %j with at most 300 kB, and more than nothing',
    async (query) => {
      const { answer, bytes } = await asking(query);
      expect(answer.count).toBeGreaterThan(0);
      expect(bytes).toBeLessThan(300_000);
    },
  );

  it('leads to pages and places that are there', () => {
    const ids = new Map(
      pagesOf(folder).map(({ path, html }) => [path, new Set(attributesOf(html, 'id'))]),
    );
    const records = first.head.texts.flatMap(
      (_, file) => handed(join(first.folder, `texts-${file}.js`)) as StoredRecord[],
    );
    expect(records).toHaveLength(first.head.records);
    const broken = records
      .map(([, href]) => href)
      .filter((href) => {
        const [path = '', anchor] = href.split('#').map(decodeURIComponent);
        return anchor === undefined ? !ids.has(path) : !ids.get(path)?.has(anchor);
      });
    expect(broken).toEqual([]);
    expect(existsSync(join(folder, first.folder))).toBe(true);
  });
});
