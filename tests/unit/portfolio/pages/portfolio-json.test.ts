import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  portfolioDocument,
  portfolioJson,
  portfolioSchema,
} from '#portfolio/pages/portfolio-json.ts';
import { robots } from '#portfolio/pages/sitemap.ts';
import { portfolioOf } from '../../../support/portfolios.ts';

const PORTFOLIO = portfolioOf({
  dsl: `workspace {
    !identifiers hierarchical
    model {
      user = person "User"
      shop = softwareSystem "Shop" {
        db = container "Store" "Holds it." "PostgreSQL"
      }
      user -> shop.db "Asks" "HTTPS"
    }
    views {
      container shop containers {
        include *
      }
    }
  }`,
  adrs: {
    '0001-rows.md':
      '---\ndate: 2026-01-02\nelements: [shop.db]\n---\n# 1. Rows\n\n## Status\n\nAccepted\n\n## Decision\n\nRows.\n',
  },
});
const found = portfolioJson(PORTFOLIO, { site: 'https://example.org/', base: '/x' });

it('tells machines what there is and how it is joined', () => {
  expect(found.$schema).toBe('/x/portfolio.schema.json');
  expect(found.elements.map(({ path, parent }) => [path, parent])).toEqual([
    ['/elements/user/', undefined],
    ['/elements/shop/', undefined],
    ['/elements/shop/db/', '/elements/shop/'],
  ]);
  expect(found.relationships).toEqual([
    { from: '/elements/user/', to: '/elements/shop/db/', description: 'Asks', technology: 'HTTPS' },
  ]);
  expect(found.views).toMatchObject([
    { key: 'containers', elements: ['/elements/user/', '/elements/shop/db/'] },
  ]);
  expect(found.decisions).toMatchObject([
    { number: 1, status: 'accepted', path: '/adrs/0001-rows/', elements: ['/elements/shop/db/'] },
  ]);
});

it('is what its published schema says', () => {
  const written: unknown = JSON.parse(JSON.stringify(found));
  expect(portfolioDocument.parse(written)).toEqual(found);
  const schema: unknown = JSON.parse(JSON.stringify(portfolioSchema()));
  const published = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  expect(published.safeParse(written).success).toBe(true);
  expect(published.safeParse({ ...found, version: 2 }).success).toBe(false);
  expect(published.safeParse({ ...found, more: 1 }).success).toBe(false);
});

it('lets robots read all, and shows them the sitemap where it has an address', () => {
  expect(robots('https://example.org/', '/x/')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://example.org/x/sitemap.xml\n',
  );
  expect(robots(undefined, '/')).toBe('User-agent: *\nAllow: /\n');
});
