import type { APIRoute, GetStaticPaths } from 'astro';
import { currentSite } from '#integration/bridge.ts';
import { figureFile } from '#portfolio/pages/figure.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentSite()
    .portfolio.index.workspace.views.filter(({ kind }) => kind !== 'Image')
    .map((view) => ({ params: { key: view.key } }));

export const GET: APIRoute = ({ params: { key } }) => {
  const { portfolio, tools, fonts } = currentSite();
  const view = portfolio.index.workspace.views.find((own) => own.key === key);
  const svg = view && figureFile(portfolio, view, tools, fonts);
  return svg === undefined
    ? new Response(null, { status: 404 })
    : new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
