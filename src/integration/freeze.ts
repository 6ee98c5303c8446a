import { createHash } from 'node:crypto';
import type { ReviewState } from '#portfolio/pages/review/state.ts';
import { mediaType } from '#sources/media-types.ts';
import { fontFacesFor } from './font-faces.ts';

/** What a frozen page is made of. */
export interface Frozen {
  /** The page as it was built, for a site without a base. */
  readonly html: string;
  readonly slug: string;
  readonly state: ReviewState;
  /** The client's code, in the order in which it runs. */
  readonly scripts: readonly string[];
  /** A file of the site that was built, by its path below the root. */
  readonly read: (path: string) => Buffer;
}

/** From the folder of a frozen page to the root of the site: `/review/<slug>/<digest>/`. */
const ROOT = '../../..';

/**
 * A page that stands by itself: styles, fonts, pictures, scripts and the state that it shows are in
 * it, and a policy of its own lets it ask for nothing but the state of the study now.
 */
export function freezePage({ html, slug, state, scripts, read }: Frozen): string {
  const sheets: string[] = [];
  const plain = html.replace(/<link rel="stylesheet" href="([^"]+)"[^>]*>/g, (_, path: string) => {
    sheets.push(read(path).toString('utf8'));
    return '';
  });
  const style = withFiles(fontFacesFor(sheets.join('\n'), textOf(plain)), read);
  const code = scripts.join('\n');
  const policy = [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(code)}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = JSON.stringify(state).replaceAll('<', '\\u003c');
  return withOwnLinks(withPictures(plain, read), slug)
    .replace(
      /<meta charset="utf-8"\/?>/,
      (tag) => `${tag}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace('</head>', () => `<style>${style}</style></head>`)
    .replace(
      '</body>',
      () =>
        `<script type="application/json" id="review-state">${data}</script><script>${code}</script></body>`,
    );
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** What letters a page needs fonts for. */
function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code));
}

function dataAddress(path: string, read: Frozen['read']): string {
  const type = mediaType(path);
  return `data:${type};base64,${read(path).toString('base64')}`;
}

function withFiles(css: string, read: Frozen['read']): string {
  return css.replace(
    /url\("?(\/[^")]+)"?\)/g,
    (_, path: string) => `url(${dataAddress(path, read)})`,
  );
}

function withPictures(html: string, read: Frozen['read']): string {
  return html.replace(
    /(<img\b[^>]*?\ssrc=")(\/[^"?#]+)[^"]*"/g,
    (_, tag: string, path: string) => `${tag}${dataAddress(decodeURIComponent(path), read)}"`,
  );
}

/** Links to what the page holds itself stay on it; the others lead to the site as it is now. */
function withOwnLinks(html: string, slug: string): string {
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
  const places = new Map<string, string>();
  for (const [tag] of html.matchAll(/<[a-z][^<>]*\sdata-anchor="[^<>]*>/g)) {
    const address = /\sdata-anchor="([^"]*)"/.exec(tag)?.[1];
    const id = /\sid="([^"]*)"/.exec(tag)?.[1];
    if (address && id && !places.has(address)) places.set(address, id);
  }
  const onPage = (address: string) => {
    const [path = '', fragment] = address.split('#');
    const id = fragment === undefined ? undefined : `${prefixOf(path, slug)}${fragment}`;
    return places.get(address) ?? (id !== undefined && ids.has(id) ? id : undefined);
  };
  return html.replace(/(<a\b[^>]*?\shref=")(\/[^"]*)"/g, (_, tag: string, address: string) => {
    const id = onPage(address) ?? places.get(address.replace(/#.*$/, ''));
    return `${tag}${id === undefined ? ROOT + address : `#${id}`}"`;
  });
}

/** What the ids of another page begin with on the page of the review. */
function prefixOf(path: string, slug: string): string {
  const name = path.replace(/^\/|\/$/g, '');
  if (name === `case-studies/${slug}`) return '';
  const [, page] = new RegExp(`^case-studies/${slug}/([^/]+)$`).exec(name) ?? [];
  return `${page ?? name.replace(/[/%]/g, '-')}--`;
}
