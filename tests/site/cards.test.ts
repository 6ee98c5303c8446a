import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { type BuiltPage, pagesOf, unescapeHtml } from '../support/pages.ts';

/** The tags of a page that say what a link to it is shown with. */
function tagsOf({ html }: BuiltPage): Map<string, string> {
  const tags = html.matchAll(
    /<meta (?:property|name)="((?:og|twitter|article):[^"]+)" content="([^"]*)">/g,
  );
  return new Map([...tags].map(([, name = '', value = '']) => [name, unescapeHtml(value)]));
}

describe.each([
  ['plain', inject('plainSite'), 'https://example.org'],
  ['based', inject('basedSite'), 'https://example.org/portfolio'],
])('links to pages of the %s site', (_, folder, address) => {
  const pages = pagesOf(folder).filter(({ html }) => html.includes('og:title'));
  const images = new Map(pages.map((page) => [page.path, tagsOf(page).get('og:image') ?? '']));

  it('are shown with a picture, its size and words for it, all of it by whole addresses', () => {
    const faults = pages.flatMap((page) => {
      const tags = tagsOf(page);
      const image = tags.get('og:image') ?? '';
      const alt = tags.get('og:image:alt') ?? '';
      const isWhole =
        new RegExp(`^${address}/_/card-[0-9a-f]{16}\\.png$`).test(image) &&
        tags.get('og:image:type') === 'image/png' &&
        tags.get('og:image:width') === '1200' &&
        tags.get('og:image:height') === '627' &&
        tags.get('twitter:card') === 'summary_large_image' &&
        tags.get('twitter:image') === image &&
        tags.get('twitter:image:alt') === alt &&
        alt.length > 10 &&
        alt.length <= 420;
      return isWhole ? [] : [`${page.path} ${JSON.stringify([...tags])}`];
    });
    expect(pages.length).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });

  it('have pictures that are there, of that size, and of at most 1 MB', () => {
    for (const image of new Set(images.values())) {
      const file = join(folder, image.slice(address.length));
      const head = readFileSync(file).subarray(0, 24);
      expect(head.toString('latin1', 1, 4), image).toBe('PNG');
      expect([head.readUInt32BE(16), head.readUInt32BE(20)], image).toEqual([1200, 627]);
      expect(statSync(file).size, image).toBeLessThan(1_000_000);
    }
  });

  it('have one of their own for home, studies, views, decisions and bills, else that of what they belong to', () => {
    const own = [...images.keys()].filter((path) =>
      /^\/(?:(?:case-studies|views|adrs|cost)\/[^/]+\/|cost\/)?$/.test(path),
    );
    const apart = own.filter((path) => path !== '/cost/audit/');
    expect(new Set(apart.map((path) => images.get(path))).size).toBe(apart.length);
    expect(new Set(images.values()).size).toBe(apart.length);
    const study = images.get('/case-studies/mobile-commerce/');
    expect(images.get('/elements/shop/inventory/')).toBe(study);
    expect(images.get('/walkthrough/mobile-commerce/5-min/')).toBe(study);
    for (const path of ['/about/', '/share/', '/review/mobile-commerce/', '/404.html']) {
      expect(images.get(path), path).toBe(images.get('/'));
    }
  });

  it('say of decisions on which day they were taken', () => {
    const records = pages.filter(({ path }) => /^\/adrs\/\d/.test(path));
    for (const page of records) {
      const tags = tagsOf(page);
      expect(tags.get('og:type')).toBe('article');
      expect(tags.get('article:published_time'), page.path).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});
