import { type CardContent, cardSheet } from '#portfolio/cards/card.ts';
import { carouselSheets } from '#portfolio/cards/carousel.ts';
import type { FigureTools } from '#portfolio/pages/figure.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { createSketcher, postPictures } from '#portfolio/post-pictures.ts';
import type { PostEntry } from '#portfolio/posts/posts.ts';
import { cacheFolder, openCache } from './cache.ts';
import { createSetter } from './card-fonts.ts';
import { sheetPng } from './card-png.ts';
import { sheetsPdf } from './carousel-pdf.ts';

/** Makes the pictures that a portfolio is shared with, without a browser. */
export interface Printer {
  /** A card of 1200 × 627 as a PNG. */
  card(content: CardContent): Promise<Uint8Array<ArrayBuffer>>;
  postCard(post: PostEntry): Promise<Uint8Array<ArrayBuffer>>;
  /** The pages of a post as a PDF. */
  postCarousel(post: PostEntry): Promise<Uint8Array<ArrayBuffer>>;
}

/** A printer for one portfolio; fonts are opened when the first picture is asked for. */
export function createPrinter(portfolio: Portfolio, tools: FigureTools): Printer {
  const cache = openCache(cacheFolder(process.env, process.cwd()), 'cards');
  const setter = createSetter();
  const sketcher = createSketcher(portfolio, tools);
  const { author, locale } = portfolio.config;
  const card = async (content: CardContent) =>
    new Uint8Array(await sheetPng(cardSheet(content, setter), setter, cache));
  return {
    card,
    postCard: (post) => card(postPictures(portfolio, post, sketcher).card),
    async postCarousel(post) {
      const { carousel } = postPictures(portfolio, post, sketcher);
      const sheets = carouselSheets(carousel, setter);
      const info = { title: carousel.title, author: author.name, language: locale };
      return new Uint8Array(await sheetsPdf(sheets, info, setter, cache));
    },
  };
}
