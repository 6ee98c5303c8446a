import { describe, expect, it } from 'vitest';
import {
  type HeaderRule,
  headerRules,
  headersFile,
  headersOf,
  pagePolicy,
  readHeaders,
} from '#portfolio/headers.ts';

const PAGES = [
  '/',
  '/404.html',
  '/views/',
  '/views/shop/',
  '/elements/shop/api/',
  '/review/shop/',
  '/share/',
  '/walkthrough/shop/3-min/',
  '/walkthrough/shop/3-min/presenter/',
];

const served = (base = '/', hosts: readonly string[] = []) =>
  readHeaders(headersFile(headerRules(PAGES, hosts), base));

const policiesOf = (rules: readonly HeaderRule[], path: string) =>
  headersOf(rules, path).get('content-security-policy')?.split(', ') ?? [];

describe('the policy of a page', () => {
  it('allows nothing inline, nothing evaluated, and no host but those that the author permits', () => {
    expect(pagePolicy([])).not.toMatch(/unsafe|\*|https?:/);
    expect(pagePolicy(['img.example.org', 'http://localhost:8080', '[::1]:80'])).toContain(
      "img-src 'self' data: https://img.example.org http://localhost:8080;",
    );
  });
});

describe('the headers of a site', () => {
  it.each([
    ['/', 2],
    ['/404.html', 2],
    ['/views/shop/', 2],
    ['/elements/any/part/', 2],
    ['/review/shop/', 2],
    ['/walkthrough/a/b/presenter/', 2],
    // A drawing has a style sheet of its own, a frozen review its scripts by their hashes.
    ['/views/shop.svg', 1],
    ['/review/shop/0123456789abcdef/', 1],
    ['/_/site.abc.js', 1],
    ['/nothing/here', 1],
  ])('%s comes under %i policies, each whole', (path, count) => {
    const policies = policiesOf(served(), path);
    expect(policies).toHaveLength(count);
    for (const policy of policies) {
      expect(policy).toContain("base-uri 'none'; form-action 'none'");
      expect(policy).toMatch(/(?:default|object)-src 'none'/);
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });

  it.each([
    ['/review/shop/', 'noindex'],
    ['/review/shop/0123456789abcdef/', 'noindex'],
    ['/share/', 'noindex'],
    ['/share/shop/post.png', undefined],
    ['/walkthrough/shop/3-min/', undefined],
    ['/walkthrough/shop/3-min/presenter/', 'noindex'],
    ['/404.html', 'noindex'],
    ['/views/shop/', undefined],
  ])('robots are told of %s: %s', (path, expected) => {
    expect(headersOf(served(), path).get('x-robots-tag')).toBe(expected);
  });

  it('keeps files with a hash in their names, and only those', () => {
    const cached = (path: string) => headersOf(served(), path).get('cache-control');
    expect(cached('/_/site.abc.js')).toMatch(/immutable/);
    expect(cached('/search/index.js')).toBeUndefined();
    expect(cached('/')).toBeUndefined();
  });

  it('stand below a base', () => {
    const rules = served('/portfolio');
    expect(policiesOf(rules, '/portfolio/views/x/')).toHaveLength(2);
    expect(policiesOf(rules, '/portfolio/')).toHaveLength(2);
    expect(policiesOf(rules, '/views/x/')).toHaveLength(0);
  });

  it('stay within what hosts read: a hundred rules, lines of 2,000 characters', () => {
    const deep = Array.from({ length: 12 }, (_, depth) => `/elements/${'x/'.repeat(depth)}`);
    const hosts = Array.from({ length: 30 }, (_, index) => `pictures-${index}.example.org`);
    const rules = headerRules([...PAGES, ...deep], hosts);
    expect(rules.length).toBeLessThan(100);
    for (const line of headersFile(rules).split('\n')) expect(line.length).toBeLessThan(2_000);
  });
});

it('reads what people write in such a file, too', () => {
  const rules = readHeaders(
    '# mine\n\n/a/*\r\n\tX-A: 1\n  X-A: 2\n\n  no header\n/b\n  X-B: x:y\n',
  );
  expect([...headersOf(rules, '/a/c')]).toEqual([['x-a', '1, 2']]);
  expect([...headersOf(rules, '/b')]).toEqual([['x-b', 'x:y']]);
  expect([...headersOf(rules, '/bc')]).toEqual([]);
});
