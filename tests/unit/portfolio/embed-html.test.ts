import { expect, it } from 'vitest';
import { lowerHeadings, prefixIds } from '#portfolio/embed-html.ts';

it.each([
  ['<h2 id="a">#a id="a"</h2>', '<h2 id="x--a">#a id="a"</h2>'],
  ['<a href="#a">a</a><a href="/b/#a">b</a>', '<a href="#x--a">a</a><a href="/b/#a">b</a>'],
  ['<a href="#">top</a>', '<a href="#">top</a>'],
  ['<svg aria-labelledby="a b">', '<svg aria-labelledby="x--a x--b">'],
  ['<path marker-end="url(#m)" data-id="7">', '<path marker-end="url(#x--m)" data-id="7">'],
  ['<use xlink:href="#s"/><label for="f">', '<use xlink:href="#x--s"/><label for="x--f">'],
])('%s', (html, expected) => {
  expect(prefixIds(html, 'x--')).toBe(expected);
  expect(prefixIds(html, '')).toBe(html);
});

it('lowers headings to the sixth level at most', () => {
  expect(lowerHeadings('<h3 id="a">A</h3><hr><h5>B</h5>', 2)).toBe(
    '<h5 id="a">A</h5><hr><h6>B</h6>',
  );
});
