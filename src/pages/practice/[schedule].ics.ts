import type { APIRoute, GetStaticPaths } from 'astro';
import { currentSite } from '#integration/bridge.ts';
import { practiceSchedule } from '#portfolio/pages/practice/schedule.ts';

const calendarOf = (site: string | undefined) =>
  practiceSchedule(currentSite().portfolio, site, import.meta.env.BASE_URL)?.calendar;

/** There is a calendar where there are days, and one of them is dated. */
export const getStaticPaths = (() =>
  calendarOf(undefined) ? [{ params: { schedule: 'schedule' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = ({ site }) =>
  new Response(calendarOf(site?.href)?.text ?? '', {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
