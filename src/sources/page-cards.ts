import { subjectsOf } from '#portfolio/card-subjects.ts';
import type { CardContent } from '#portfolio/cards/card.ts';
import { cardAlt, pageCard } from '#portfolio/page-cards.ts';
import type { FigureTools } from '#portfolio/pages/figure.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import type { Sketcher } from '#portfolio/post-pictures.ts';
import { hashOf } from './cache.ts';
import { makerHash } from './press.ts';
import type { Bytes } from './print.ts';

/** A card as a page names it. */
export interface ShownCard {
  /** Where its picture stands below the base; the hash of what it shows is in its name. */
  readonly path: string;
  readonly alt: string;
}

/** The cards of a site's pages. A card is worked out when the first page asks for it. */
export interface PageCards {
  /** The card of a page, by the page's path below the base. */
  of(path: string): ShownCard;
  /** The pictures that were asked for so far, by their paths below the base. */
  readonly pictures: ReadonlyMap<string, () => Promise<Bytes>>;
}

/** What cards are made with besides the portfolio. */
export interface CardTools {
  readonly tools: FigureTools;
  readonly sketcher: Sketcher;
  readonly card: (content: CardContent) => Promise<Bytes>;
}

/**
 * The cards of the pages of a portfolio. With `atOnce` a picture is begun when its card is asked for, so
 * that other threads make it while pages are rendered; without, when it is wanted.
 */
export function createPageCards(
  portfolio: Portfolio,
  { tools, sketcher, card: print }: CardTools,
  atOnce: boolean,
): PageCards {
  const subjectOf = subjectsOf(portfolio);
  const known = new Map<unknown, ShownCard>();
  const pictures = new Map<string, () => Promise<Bytes>>();
  let maker: string | undefined;
  return {
    pictures,
    of(path) {
      const subject = subjectOf(path);
      const key = keyOf(subject);
      const shown = known.get(key);
      if (shown) return shown;
      const content = pageCard(portfolio, subject, tools, sketcher);
      maker ??= makerHash();
      const hash = hashOf(maker, JSON.stringify(content)).slice(0, 16);
      const card = { path: `/_/card-${hash}.png`, alt: cardAlt(content) };
      known.set(key, card);
      let made: Promise<Bytes> | undefined;
      const make = () => (made ??= print(content));
      pictures.set(card.path, make);
      // Who waits for it hears of a fault, and not the process before that.
      if (atOnce) make().catch(() => undefined);
      return card;
    },
  };
}

/** What tells subjects apart: the thing itself. */
function keyOf(subject: ReturnType<ReturnType<typeof subjectsOf>>): unknown {
  switch (subject.kind) {
    case 'study':
      return subject.entry;
    case 'view':
      return subject.view;
    case 'record':
      return subject.record;
    case 'cost':
      return subject.cost;
    default:
      return subject.kind;
  }
}
