import type { APIRoute } from 'astro';
import { robots } from '#portfolio/pages/sitemap.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(robots(site?.href, import.meta.env.BASE_URL), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
