import type { APIRoute, GetStaticPaths } from 'astro';
import { currentSite } from '#integration/bridge.ts';
import { decisionFeed, FEED_PATH } from '#portfolio/pages/feed.ts';

/** There is a feed only where the site has an address. */
export const getStaticPaths = (() => {
  const feed = FEED_PATH.replace(/^\/|\.xml$/g, '');
  return import.meta.env.SITE ? [{ params: { feed } }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ site }) =>
  new Response(decisionFeed(currentSite().portfolio, site?.href ?? '', import.meta.env.BASE_URL), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
