import type { APIRoute, GetStaticPaths } from 'astro';
import { currentSite } from '#integration/bridge.ts';
import { postsOf } from '#portfolio/posts/posts.ts';

export const getStaticPaths: GetStaticPaths = () =>
  postsOf(currentSite().portfolio, []).map((entry) => ({
    params: { study: entry.entry.study.slug, id: entry.post.id },
  }));

export const GET: APIRoute = async ({ params: { study, id } }) => {
  const { portfolio, printer } = currentSite();
  const found = postsOf(portfolio, []).find(
    ({ entry, post }) => entry.study.slug === study && post.id === id,
  );
  return found
    ? new Response(await printer.postCard(found), { headers: { 'content-type': 'image/png' } })
    : new Response(null, { status: 404 });
};
