import { describe, expect, it } from 'vitest';
import { relativeMarkup, relativeStyles } from '#integration/offline/relative-links.ts';

const FILES = new Set([
  ...['index.html', 'adrs/index.html', 'adrs/0001-ä b/index.html', 'views/all.svg', '_/a&b.png'],
  '_/site.js',
]);
const has = (path: string) => FILES.has(path);

describe('links of a page', () => {
  it.each([
    ['a page', '<a href="/adrs/">', '<a href="../../adrs/index.html">'],
    ['the root', '<a data-root="/">', '<a data-root="../../index.html">'],
    ['a place', '<a href="/adrs/?a=/b#c">', '<a href="../../adrs/index.html?a=/b#c">'],
    [
      'letters',
      '<a href="/adrs/0001-%C3%A4%20b/">',
      '<a href="../../adrs/0001-%C3%A4%20b/index.html">',
    ],
    ['a file', '<img src="/views/all.svg">', '<img src="../../views/all.svg">'],
    ['an entity', '<img src="/_/a&amp;b.png">', '<img src="../../_/a&amp;b.png">'],
    ['single quotes', "<a href='/adrs/'>", '<a href="../../adrs/index.html">'],
    ['SVG', '<use xlink:href="/views/all.svg#x"/>', '<use xlink:href="../../views/all.svg#x"/>'],
    [
      'a set',
      '<source srcset="/views/all.svg 1x, /_/site.js 2x">',
      '<source srcset="../../views/all.svg 1x, ../../_/site.js 2x">',
    ],
    ['a font ahead', '<link rel="preload" href="/_/x.woff2" as="font">', ''],
  ])('to %s', (_, markup, wanted) => {
    expect(relativeMarkup(markup, 'a/b/index.html', has)).toBe(wanted);
  });

  it.each([
    '<a href="#here">',
    '<a href="https://example.org/adrs/">',
    '<a href="//example.org/">',
    '<a href="/gone/">',
    '<a href="/%zz/">',
    '<p title="/adrs/">',
    '<p>href="/adrs/"</p>',
    '<a title="a > b" href="mailto:a@b.c">',
  ])('stay where they lead elsewhere: %s', (markup) => {
    expect(relativeMarkup(markup, 'a/b/index.html', has)).toBe(markup);
  });

  it('are seen through a sign in an attribute before them', () => {
    expect(relativeMarkup('<a title="a > b" href="/adrs/">', 'index.html', has)).toBe(
      '<a title="a > b" href="./adrs/index.html">',
    );
  });
});

it('addresses in style sheets are relative', () => {
  const css = 'a{src:url(/_/site.js) url("/_/site.js"),url(data:x)}';
  expect(relativeStyles(css, '_/a.css', has)).toBe(
    'a{src:url(../_/site.js) url("../_/site.js"),url(data:x)}',
  );
});
