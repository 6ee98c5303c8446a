import type { APIRoute } from 'astro';
import { portfolioSchema } from '#portfolio/pages/portfolio-json.ts';

export const GET: APIRoute = () => Response.json(portfolioSchema());
