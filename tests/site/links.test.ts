import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { isUnlisted } from '#portfolio/addresses.ts';
import { attributesOf, type BuiltPage, pagesOf } from '../support/pages.ts';

/** Links that leave nothing to resolve here. */
const OUTSIDE = /^(?:https?:|mailto:)/;

describe.each([
  ['without a base', inject('plainSite'), ''],
  ['below a base', inject('basedSite'), '/portfolio'],
])('%s', (_, folder, base) => {
  const pages = pagesOf(folder);
  const ids = new Map(pages.map(({ path, html }) => [path, new Set(attributesOf(html, 'id'))]));

  const brokenIn = ({ path, html }: BuiltPage): string[] =>
    [...attributesOf(html, 'href'), ...attributesOf(html, 'src')].filter((address) => {
      if (OUTSIDE.test(address)) return false;
      // What is asked of a page, `?study=shop`, is the page's own affair.
      const [target = '', fragment] = address.replace(/\?[^#]*/, '').split('#');
      const page = target === '' ? path : target.slice(base.length);
      if (target !== '' && !target.startsWith(`${base}/`)) return true;
      const file = join(folder, decodeURIComponent(page), page.endsWith('/') ? 'index.html' : '');
      if (!existsSync(file)) return true;
      return (
        fragment !== undefined &&
        !ids.get(decodeURIComponent(page))?.has(decodeURIComponent(fragment))
      );
    });

  it('has every link and fragment of every page resolve', () => {
    expect(pages.length).toBeGreaterThan(50);
    const broken = pages.flatMap((page) =>
      brokenIn(page).map((address) => `${page.path} -> ${address}`),
    );
    expect(broken).toEqual([]);
  });

  it('writes every link to a page with a slash at its end', () => {
    const bare = pages.flatMap(({ path, html }) =>
      attributesOf(html, 'href')
        .filter(
          (address) =>
            !OUTSIDE.test(address) &&
            /^[^#]+$/.test(address) &&
            !/\/(?:\?.*)?$|\.\w+$/.test(address),
        )
        .map((address) => `${path} -> ${address}`),
    );
    expect(bare).toEqual([]);
  });
});

it('reaches every page from the home page by links', () => {
  const pages = new Map(pagesOf(inject('plainSite')).map((page) => [page.path, page]));
  const seen = new Set(['/']);
  const open = ['/'];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const address of attributesOf(pages.get(path)?.html ?? '', 'href')) {
      const target = decodeURIComponent(address.replace(/#.*$/, ''));
      if (pages.has(target) && !seen.has(target)) {
        seen.add(target);
        open.push(target);
      }
    }
  }
  const unseen = [...pages.keys()].filter((path) => !seen.has(path));
  expect(unseen.filter((path) => !isUnlisted(path))).toEqual([]);
  expect(unseen).toContain('/review/mobile-commerce/');
});
