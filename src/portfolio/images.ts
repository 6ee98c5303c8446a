import { isPermitted } from '#model/hosts.ts';
import type { ImageView } from '#model/views.ts';
import type { PageLink } from './pages/links.ts';

/** A picture that a page shows; without a theme it is for both. */
export interface Picture {
  readonly source: string;
  readonly theme?: 'light' | 'dark';
}

/** What an image view comes to on a page. */
export interface ViewImage {
  /** One for both themes, one a theme, or none. */
  readonly pictures: readonly Picture[];
  /** Where pictures are that a page may not load, or that can be opened beside it. */
  readonly links: readonly PageLink[];
}

/**
 * The pictures of an image view. Data URIs of pictures are shown; an address is, where its host is
 * one of those that the author permits, and is a link otherwise: a page loads nothing from strangers.
 */
export function imageOf(view: ImageView, hosts: readonly string[]): ViewImage {
  const contents: readonly (readonly [string | undefined, Picture['theme']])[] =
    view.contentLight === undefined && view.contentDark === undefined
      ? [[view.content, undefined]]
      : [
          [view.contentLight ?? view.content ?? view.contentDark, 'light'],
          [view.contentDark ?? view.content ?? view.contentLight, 'dark'],
        ];
  const pictures: Picture[] = [];
  const links = new Map<string, PageLink>();
  for (const [content, theme] of contents) {
    if (content === undefined) continue;
    const host = hostOf(content);
    if (host !== undefined) links.set(content, { text: linkText(host, theme), href: content });
    if (isPicture(content) || isPermitted(content, hosts)) {
      pictures.push({ source: content, ...(theme && { theme }) });
    }
  }
  return { pictures: sameForBoth(pictures), links: [...links.values()] };
}

function isPicture(content: string): boolean {
  return /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(content);
}

/** The host of an http address; nothing for all else. */
function hostOf(content: string): string | undefined {
  const url = URL.parse(content);
  return url && /^https?:$/.test(url.protocol) ? url.host : undefined;
}

function linkText(host: string, theme: Picture['theme']): string {
  return `The picture${theme ? `, ${theme}` : ''}, at ${host}`;
}

/** With the picture of one theme missing, the other's serves both. */
function sameForBoth(pictures: readonly Picture[]): Picture[] {
  const [first, second] = pictures;
  if (!first || (second && second.source !== first.source)) return [...pictures];
  return [{ source: first.source }];
}
