import { type CardContent, cardSheet } from '#portfolio/cards/card.ts';
import { type CarouselContent, carouselSheets } from '#portfolio/cards/carousel.ts';
import { createSetter } from './card-fonts.ts';
import { sheetPng } from './card-png.ts';
import { type PdfInfo, sheetsPdf } from './carousel-pdf.ts';

/** A picture to be made: the same content gives the same bytes, wherever it comes from. */
export type PrintJob =
  | { readonly kind: 'card'; readonly content: CardContent }
  | { readonly kind: 'carousel'; readonly content: CarouselContent; readonly info: PdfInfo };

export type Bytes = Uint8Array<ArrayBuffer>;

/** Prints in this thread, without a browser; each word is set once for all pictures. */
export function createPrint(): (job: PrintJob) => Promise<Bytes> {
  const setter = createSetter();
  return async (job) => {
    if (job.kind === 'card') {
      return new Uint8Array(await sheetPng(cardSheet(job.content, setter), setter));
    }
    const sheets = carouselSheets(job.content, setter);
    return new Uint8Array(await sheetsPdf(sheets, job.info, setter));
  };
}
