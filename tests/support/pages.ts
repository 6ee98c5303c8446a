import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A page of a built site. */
export interface BuiltPage {
  /** Its address below the base: `/views/x/`, `/404.html`. */
  readonly path: string;
  readonly html: string;
}

/** Every page of a built site, in the order of their addresses. */
export function pagesOf(folder: string): BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({
      path: `/${name.split(sep).join('/')}`.replace(/index\.html$/, ''),
      html: readFileSync(join(folder, name), 'utf8'),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Values of an attribute on a page, entities undone. */
export function attributesOf(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    unescapeHtml(value),
  );
}

/** `&amp;` and its like as characters. */
export function unescapeHtml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[name] ?? whole;
  });
}
