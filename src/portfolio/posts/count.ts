import type { Channel } from '#case-study/portfolio-lists/visibility.ts';

/** An address in a text, up to a blank; punctuation behind it is the sentence's. */
const ADDRESS = /https?:\/\/[^\s]*[^\s.,;:!?)\]"'”’]/g;

/**
 * Characters of a post as its channel counts them. LinkedIn and most others count UTF-16 units: an
 * emoji is two or more, a line break is one. An address longer than `links` is one of that length
 * (LinkedIn shortens those of more than 26, answer a521889 of its help; X makes each 23).
 */
export function postLength(text: string, { links }: Pick<Channel, 'links'>): number {
  if (links === undefined) return text.length;
  return text.replace(ADDRESS, (address) => address.slice(0, links)).length;
}

/** What stands above “see more”: so many units of the text, never half of a character. */
export function hookOf(text: string, length: number): string {
  const cut = text.slice(0, length);
  const last = cut.charCodeAt(cut.length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff && text.length > length;
  return isHalf ? cut.slice(0, -1) : cut;
}
