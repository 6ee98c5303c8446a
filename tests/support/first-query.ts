import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import type { Head, StoredRecord } from '#search/format.ts';
import { type Answer, createSearcher } from '#search/query.ts';

/** The search index of a built site, as a page that has just been opened asks it. */
export interface BuiltIndex {
  readonly head: Head;
  /** Below the site's root. */
  readonly folder: string;
  /** A question with an empty cache: its answer, and the bytes that it loads, gzipped. */
  ask(query: string): Promise<{ readonly answer: Answer; readonly bytes: number }>;
  /** What a file of the index hands over. */
  handed(path: string): unknown;
}

/** Opens the index of a site that was built into `site`. */
export function openIndex(site: string): BuiltIndex {
  /** Runs a file of the index as a page does, and gives what it hands over. */
  const handed = (path: string): unknown => {
    let content: unknown;
    const receive = (_number: number, given: unknown) => {
      content = given;
    };
    const archfolioSearch = { index: receive, places: receive, texts: receive };
    runInNewContext(readFileSync(join(site, path), 'utf8'), { archfolioSearch });
    return content;
  };
  const first = handed('search/index.js') as { readonly head: Head; readonly folder: string };
  return {
    ...first,
    handed,
    async ask(query) {
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
      const sizes = [...loaded].map((path) => gzipSync(readFileSync(join(site, path))).length);
      return { answer, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    },
  };
}
