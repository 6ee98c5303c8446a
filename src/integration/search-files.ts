import { createHash } from 'node:crypto';
import { searchRecords } from '#portfolio/pages/search/records.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { buildIndex } from '#search/build.ts';

/**
 * The search index as classic scripts, by path below the base. The first has an address that stays, so
 * that an edit of one page leaves the others as they are; it says in which folder the others lie, whose
 * name changes with what is in them.
 */
export function searchFiles(portfolio: Portfolio): ReadonlyMap<string, string> {
  const { head, places, texts } = buildIndex(searchRecords(portfolio));
  const files = [
    ...places.map((file, number) => [`places-${number}`, handing('places', number, file)] as const),
    ...texts.map((file, number) => [`texts-${number}`, handing('texts', number, file)] as const),
  ];
  const hash = createHash('sha256');
  for (const [, code] of files) hash.update(code);
  const folder = `/_/search-${hash.digest('hex').slice(0, 10)}/`;
  return new Map([
    ['/search/index.js', handing('index', 0, { head, folder })],
    ...files.map(([name, code]) => [`${folder}${name}.js`, code] as const),
  ]);
}

/** A script that hands its content to the page: `client/search/index-files.ts` waits for it. */
function handing(kind: string, number: number, content: unknown): string {
  return `archfolioSearch.${kind}(${number},${JSON.stringify(content)});\n`;
}
