import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { isUnlisted } from '#portfolio/addresses.ts';
import { attributesOf, pagesOf } from '../support/pages.ts';

const folder = inject('plainSite');
const pages = pagesOf(folder);

describe('every page', () => {
  it.each([
    ['an inline script', /<script(?![^>]*\ssrc=)[^>]*>/],
    ['a module script', /<script[^>]*type="?module/],
    ['an inline style', /<style[\s>]/],
    ['a style attribute', /<[a-z][^<>]*\sstyle=/i],
    ['an event handler', /<[a-z][^<>]*\son[a-z]+=/i],
    ['a script address', /(?:href|src)="\s*(?:javascript|data|vbscript):/i],
  ])('is free of %s', (_, pattern) => {
    expect(pages.filter(({ html }) => pattern.test(html)).map(({ path }) => path)).toEqual([]);
  });

  it('loads nothing from another host', () => {
    const foreign = pages.flatMap(({ path, html }) =>
      [
        ...html.matchAll(
          /<(?:script|img|link|iframe|source)\b[^>]*\s(?:src|href)="(https?:[^"]+)"/g,
        ),
      ]
        .filter(([tag]) => !/rel="(?:canonical|me)"/.test(tag))
        .map(([, address]) => `${path} ${address}`),
    );
    expect(foreign).toEqual([]);
  });

  it('has each id once', () => {
    const doubled = pages.flatMap(({ path, html }) => {
      const ids = attributesOf(html, 'id');
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path} #${id}`);
    });
    expect(doubled).toEqual([]);
  });

  it('has one first-level heading, and levels without gaps', () => {
    const wrong = pages.filter(({ html }) => {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      return (
        levels.filter((level) => level === 1).length !== 1 ||
        levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1)
      );
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('says what it is to search engines and shared links', () => {
    const lacking = pages.flatMap(({ path, html }) => {
      const parts = {
        title: /<title>[^<]{3,}<\/title>/,
        description: /<meta name="description" content="[^"]{10,}">/,
        'og:title': /<meta property="og:title" content="[^"]{3,}">/,
        'og:description': /<meta property="og:description" content="[^"]{10,}">/,
        ...(!isUnlisted(path) && {
          'og:url': new RegExp(`<meta property="og:url" content="https://example.org${path}">`),
          canonical: new RegExp(`<link rel="canonical" href="https://example.org${path}">`),
        }),
      };
      return Object.entries(parts)
        .filter(([, pattern]) => !pattern.test(html))
        .map(([name]) => `${path} ${name}`);
    });
    expect(lacking).toEqual([]);
  });

  it('has a title of its own', () => {
    const titles = pages.map(({ html }) => /<title>([^<]*)/.exec(html)?.[1] ?? '');
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

describe('ceilings', () => {
  const gzipped = (file: string) => gzipSync(readFileSync(join(folder, file))).length;

  it('loads at most 12 kB of JavaScript on any page, and 35 kB with an explorer', () => {
    const heavy = pages.flatMap(({ path, html }) => {
      const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(
        ([, source = '']) => source,
      );
      const bytes = scripts.reduce((sum, source) => sum + gzipped(source), 0);
      const most = html.includes('<cost-explorer') ? 35_000 : 12_000;
      return bytes > most ? [`${path} ${bytes}`] : [];
    });
    expect(heavy).toEqual([]);
  });

  it('loads at most 35 kB of JavaScript for the search', () => {
    const [script = ''] = readdirSync(join(folder, '_')).filter((name) =>
      /^search\..*js$/.test(name),
    );
    expect(gzipped(join('_', script))).toBeLessThan(35_000);
  });

  it('loads at most 30 kB of style rules on any page', () => {
    const heavy = pages.flatMap(({ path, html }) => {
      const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
        ([, sheet = '']) => sheet,
      );
      const bytes = sheets.reduce((sum, sheet) => sum + gzipped(sheet), 0);
      return bytes > 30_000 ? [`${path} ${bytes}`] : [];
    });
    expect(heavy).toEqual([]);
  });

  it('preloads the two fonts of the first screen and no other', () => {
    const fonts = readdirSync(join(folder, '_')).filter((name) => name.endsWith('.woff2'));
    const preloaded = attributesOf(
      pages
        .find(({ path }) => path === '/')
        ?.html.match(/<link rel="preload"[^>]*>/g)
        ?.join('') ?? '',
      'href',
    );
    expect(preloaded).toHaveLength(2);
    expect(preloaded.every((font) => fonts.includes(font.replace('/_/', '')))).toBe(true);
  });
});

describe('an unlisted page', () => {
  const unlisted = pages.filter(({ path }) => isUnlisted(path));

  it('asks search engines to pass over it, and no other page does', () => {
    const asking = pages.filter(({ html }) =>
      html.includes('<meta name="robots" content="noindex">'),
    );
    expect(asking).toEqual(unlisted);
    expect(unlisted.length).toBeGreaterThan(5);
  });
});

describe('the sitemap', () => {
  const locations = [
    ...readFileSync(join(folder, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g),
  ].map(([, location = '']) => decodeURIComponent(location.replace('https://example.org', '')));

  it('lists every page but those that are reached by a link alone', () => {
    expect(locations.toSorted()).toEqual(
      pages.map(({ path }) => path).filter((path) => !isUnlisted(path)),
    );
  });
});
