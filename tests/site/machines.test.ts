import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { z } from 'zod';
import { portfolioDocument } from '#portfolio/pages/portfolio-json.ts';

const folder = inject('plainSite');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

it('publishes its facts with a schema that they keep to, and paths that are there', () => {
  const found = portfolioDocument.parse(read('portfolio.json'));
  const published = z.fromJSONSchema(
    read('portfolio.schema.json') as Parameters<typeof z.fromJSONSchema>[0],
  );
  expect(published.safeParse(found).success).toBe(true);
  expect(found.costs.every(({ small, large }) => large.monthly > small.monthly)).toBe(true);
  const paths = [...JSON.stringify(found).matchAll(/"(?:path|svg)":"([^"]+)"/g)].map(
    ([, path = '']) => decodeURIComponent(path),
  );
  expect(paths.length).toBeGreaterThan(300);
  expect(paths.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
});

it('shows robots the sitemap', () => {
  expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toContain(
    'Sitemap: https://example.org/sitemap.xml',
  );
});
