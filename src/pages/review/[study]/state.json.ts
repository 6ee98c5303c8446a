import type { APIRoute } from 'astro';
import { currentSite } from '#integration/bridge.ts';
import { shortDigest } from '#integration/digest.ts';
import { reviewState } from '#portfolio/pages/review/state.ts';

export function getStaticPaths() {
  return currentSite().portfolio.studies.map(({ study }) => ({ params: { study: study.slug } }));
}

export const GET: APIRoute = ({ params }) => {
  const { portfolio } = currentSite();
  const entry = portfolio.studies.find(({ study }) => study.slug === params.study);
  return Response.json(entry && reviewState(portfolio, entry, shortDigest));
};
