import type { APIRoute } from 'astro';
import { currentSite } from '#integration/bridge.ts';
import { icalendar } from '#portfolio/icalendar.ts';
import { planCalendar } from '#portfolio/pages/share.ts';

/** Without a plan it is a calendar with nothing in it. */
export const GET: APIRoute = ({ site }) => {
  const { portfolio } = currentSite();
  const { title } = portfolio.config;
  const plan = planCalendar(portfolio, site?.href) ?? {
    name: title,
    date: '1970-01-01',
    entries: [],
  };
  return new Response(icalendar(plan), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
};
