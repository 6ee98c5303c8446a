import { describe, expect, it } from 'vitest';
import { listedPaths, sitemap } from '#portfolio/pages/sitemap.ts';
import { costOf, portfolioOf } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';
import { dslOf } from '../../../support/workspaces.ts';
import { elementsIn, parseXml, textIn } from '../../../support/xml.ts';

const portfolio = portfolioOf({
  dsl: dslOf(
    'shop = softwareSystem "Shop" { container "Käse & Brot" }',
    'systemLandscape all { include * }',
  ),
  studies: {
    shop: { 'index.mdx': frontMatter(), 'run & book.mdx': '---\ntitle: R\n---\n' },
  },
  adrs: { '0001-a.md': '# A\n' },
  costs: [costOf('shop', [])],
});

/** The XML declaration aside: the parser reads elements only. */
const parsed = (text: string) =>
  parseXml(text.replace('<?xml version="1.0" encoding="UTF-8"?>\n', ''));
const locations = (text: string) =>
  [...elementsIn(parsed(text))].filter(({ name }) => name === 'loc').map(textIn);

describe('the pages that search engines may list', () => {
  it('are all of them, each once', () => {
    const paths = listedPaths(portfolio);
    expect(paths).toEqual([
      '/',
      '/case-studies/',
      '/case-studies/shop/',
      '/case-studies/shop/run%20%26%20book/',
      '/views/',
      '/views/all/',
      '/elements/',
      '/elements/shop/',
      '/elements/shop/K%C3%A4se-Brot/',
      '/adrs/',
      '/adrs/0001-a/',
      '/cost/',
      '/cost/audit/',
      '/cost/shop/',
      '/readiness/',
      '/practice/',
      '/about/',
      '/search/',
    ]);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('the sitemap', () => {
  it.each([
    ['https://example.org', '/', 'https://example.org'],
    ['https://example.org/', '/', 'https://example.org'],
    ['https://example.org', '/portfolio', 'https://example.org/portfolio'],
    ['https://example.org/', '/portfolio/', 'https://example.org/portfolio'],
  ])('of %s below %s has whole addresses', (site, base, start) => {
    expect(locations(sitemap(portfolio, site, base))).toEqual(
      listedPaths(portfolio).map((path) => start + path),
    );
  });

  it('has no entries without an address of the site', () => {
    expect(sitemap(portfolio, undefined, '/')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n</urlset>\n',
    );
  });

  it('is well formed whatever the address', () => {
    expect(locations(sitemap(portfolio, 'https://example.org/?a&b=<c>', '/'))[0]).toBe(
      'https://example.org/?a&b=<c>/',
    );
  });
});
