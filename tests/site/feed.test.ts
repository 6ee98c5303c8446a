import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { pagesOf } from '../support/pages.ts';
import { elementsIn, parseXml, textIn } from '../support/xml.ts';

it.each([
  ['plainSite', 'https://example.org'],
  ['basedSite', 'https://example.org/portfolio'],
] as const)(
  'the feed of the %s leads to pages that there are, and every page to it',
  (name, start) => {
    const folder = inject(name);
    const text = readFileSync(join(folder, 'rss.xml'), 'utf8');
    const feed = parseXml(text.replace(/^<\?xml[^>]*\?>\n/, ''));
    const links = [...elementsIn(feed)].filter((one) => one.name === 'link').map(textIn);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      expect(link.startsWith(`${start}/`), link).toBe(true);
      expect(existsSync(join(folder, link.slice(start.length), 'index.html')), link).toBe(true);
    }
    const way = `href="${start.slice('https://example.org'.length)}/rss.xml"`;
    const without = pagesOf(folder).filter(
      ({ html }) =>
        !(html.match(/<link rel="alternate"[^>]*>/g) ?? []).some((one) => one.includes(way)),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  },
);
