import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { env } from 'node:process';

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

/** Of pages that one component draws from one kind of data, as many as show what it does. */
const ONE_OF = { elements: 12, views: 3, review: 5, walkthrough: 9 } as const;
const KINDS = ['elements', 'views', 'review', 'walkthrough'] as const;

/**
 * The pages that a browser test looks at: all of them with `EVERY_PAGE=1`, else each page but of elements,
 * drawings and walkthroughs, of which there are many alike: one in so many, the first among them.
 */
export function pagesToVisit(folder: string): string[] {
  const paths = pagesOf(folder).map(({ path }) => path);
  if (env.EVERY_PAGE === '1') return paths;
  const seen = { elements: 0, views: 0, review: 0, walkthrough: 0 };
  return paths.filter((path) => {
    const kind = KINDS.find((name) => path.startsWith(`/${name}/`) && path !== `/${name}/`);
    if (!kind) return true;
    seen[kind] += 1;
    return seen[kind] % ONE_OF[kind] === 1;
  });
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
