import type { APIRoute } from 'astro';
import { currentSite } from '#integration/bridge.ts';
import { sitemap } from '#portfolio/pages/sitemap.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(sitemap(currentSite().portfolio, site?.href, import.meta.env.BASE_URL), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
