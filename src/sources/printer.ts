import type { CardContent } from '#portfolio/cards/card.ts';
import type { FigureTools } from '#portfolio/pages/figure.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { createSketcher, postPictures } from '#portfolio/post-pictures.ts';
import type { PostEntry } from '#portfolio/posts/posts.ts';
import { cacheFolder, openCache } from './cache.ts';
import { createPageCards, type PageCards } from './page-cards.ts';
import { openPress } from './press.ts';
import type { Bytes } from './print.ts';

/** Makes the pictures that a portfolio is shared with, without a browser. */
export interface Printer {
  /** What links to pages of the site are shown with. */
  readonly pages: PageCards;
  /** The card of a post, 1200 × 627, as a PNG. */
  postCard(post: PostEntry): Promise<Bytes>;
  /** The pages of a post as a PDF. */
  postCarousel(post: PostEntry): Promise<Bytes>;
}

/**
 * A printer for one portfolio; what it works with is started when the first picture is asked for.
 * `atOnce`: the card of a page is made as soon as the page names it, since all of them will be wanted.
 * `seen` hears what each card shows, which cannot be read in its pixels.
 */
export function createPrinter(
  portfolio: Portfolio,
  tools: FigureTools,
  atOnce = false,
  seen: (content: CardContent) => void = () => {},
): Printer {
  const press = openPress(openCache(cacheFolder(process.env, process.cwd()), 'cards'));
  const sketcher = createSketcher(portfolio, tools);
  const { author, locale } = portfolio.config;
  const card = (content: CardContent) => {
    seen(content);
    return press.print({ kind: 'card', content });
  };
  return {
    pages: createPageCards(portfolio, { tools, sketcher, card }, atOnce),
    postCard: (post) => card(postPictures(portfolio, post, sketcher).card),
    postCarousel(post) {
      const { carousel: content } = postPictures(portfolio, post, sketcher);
      const info = { title: content.title, author: author.name, language: locale };
      return press.print({ kind: 'carousel', content, info });
    },
  };
}
