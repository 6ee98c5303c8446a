import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { StoredRecord } from '#search/format.ts';
import { openIndex } from '../support/first-query.ts';
import { attributesOf, pagesOf } from '../support/pages.ts';

const folder = inject('plainSite');

const first = openIndex(folder);

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
      const { answer, bytes } = await first.ask(query);
      expect(answer.count).toBeGreaterThan(0);
      expect(bytes).toBeLessThan(300_000);
    },
  );

  it('leads to pages and places that are there', () => {
    const ids = new Map(
      pagesOf(folder).map(({ path, html }) => [path, new Set(attributesOf(html, 'id'))]),
    );
    const records = first.head.texts.flatMap(
      (_, file) => first.handed(join(first.folder, `texts-${file}.js`)) as StoredRecord[],
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
