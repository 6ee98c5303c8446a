import { postPicturePath } from '#portfolio/addresses.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { postsOf } from '#portfolio/posts/posts.ts';
import type { Bytes } from '#sources/print.ts';
import type { Printer } from '#sources/printer.ts';

/** Files that are printed when they are asked for, by their path below the base; each is made once. */
export type PrintedFiles = ReadonlyMap<string, () => Promise<Bytes>>;

/**
 * The card and the carousel of every post that is published, and of drafts where they are wanted: they
 * take a third of a build, and nobody but the author sees them.
 */
export function printedFiles(
  portfolio: Portfolio,
  printer: Pick<Printer, 'postCard' | 'postCarousel'>,
  { drafts }: { readonly drafts: boolean },
): PrintedFiles {
  const posts = postsOf(portfolio, []).filter(({ post }) => drafts || post.published !== undefined);
  const files = posts.flatMap((post): [string, () => Promise<Bytes>][] => {
    const path = (kind: 'png' | 'pdf') =>
      postPicturePath(post.entry.study.slug, post.post.id, kind);
    return [
      [path('png'), () => printer.postCard(post)],
      [path('pdf'), () => printer.postCarousel(post)],
    ];
  });
  return new Map(files.map(([path, print]) => [path, once(print)]));
}

function once(make: () => Promise<Bytes>): () => Promise<Bytes> {
  let made: Promise<Bytes> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
