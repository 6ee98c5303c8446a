import type { APIRoute } from 'astro';
import { currentSite } from '#integration/bridge.ts';
import { portfolioJson } from '#portfolio/pages/portfolio-json.ts';

export const GET: APIRoute = ({ site }) => {
  const base = import.meta.env.BASE_URL;
  return Response.json(portfolioJson(currentSite().portfolio, { site: site?.href, base }));
};
