import type { AdrRecord, AdrSection } from '#adr/record.ts';
import { escapeXml } from '#svg/escape.ts';
import { renderMarkdown } from '../markdown.ts';
import type { Portfolio } from '../portfolio.ts';
import { allRecords } from '../records.ts';
import { adrRow } from './adr-row.ts';

/** As many decisions as a feed holds: a reader that asks once a month misses none of a busy log. */
const MOST = 50;
/** Characters of a decision's summary. */
const SUMMARY = 300;

/** Where the feed stands below the base. */
export const FEED_PATH = '/rss.xml';

/**
 * The newest decisions as RSS 2.0, those of elements too. Addresses in a feed are absolute, so there
 * is one only where the address of the site is known. Records without a date are left out.
 */
export function decisionFeed(portfolio: Portfolio, site: string, base: string): string {
  const { title, locale } = portfolio.config;
  const below = base.replace(/\/$/, '');
  const address = (path: string) => escapeXml(`${site.replace(/\/$/, '')}${below}${path}`);
  const items = allRecords(portfolio)
    .flatMap((record) => {
      const row = adrRow(portfolio, record);
      return row.date === '' ? [] : [{ record, row }];
    })
    .toReversed()
    .toSorted((a, b) => (a.row.date < b.row.date ? 1 : a.row.date > b.row.date ? -1 : 0))
    .slice(0, MOST);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    `<title>${escapeXml(`${title}: decisions`)}</title>`,
    `<link>${address('/adrs/')}</link>`,
    `<description>${escapeXml('What was decided, newest first, with the status that holds.')}</description>`,
    `<language>${escapeXml(locale)}</language>`,
    `<atom:link href="${address(FEED_PATH)}" rel="self" type="application/rss+xml"/>`,
    ...items.flatMap(({ record, row }) => [
      '<item>',
      `<title>${escapeXml(`${row.number} ${row.title}`)}</title>`,
      `<link>${address(row.href)}</link>`,
      `<guid>${address(row.href)}</guid>`,
      `<pubDate>${dayOf(row.date)}</pubDate>`,
      `<description>${escapeXml([`${row.statusLabel}.`, summaryOf(record)].join(' ').trim())}</description>`,
      ...record.tags.map(({ text }) => `<category>${escapeXml(text)}</category>`),
      '</item>',
    ]),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

/** `2026-11-21` as RSS writes a date: `Sat, 21 Nov 2026 00:00:00 GMT`. */
function dayOf(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).toUTCString();
}

/** What was decided, without marks, as far as a feed reader shows it. */
function summaryOf({ sections, preamble }: AdrRecord): string {
  const decision = sectionOf(sections)?.markdown ?? preamble;
  const text = plainText(
    renderMarkdown(decision.replace(/\[\^[^\]\n]+\]/g, ''), { resolve: () => undefined }),
  );
  if (text.length <= SUMMARY) return text;
  return `${text.slice(0, text.lastIndexOf(' ', SUMMARY))} …`;
}

function sectionOf(sections: readonly AdrSection[]): AdrSection | undefined {
  for (const section of sections) {
    const found = section.role === 'decision' ? section : sectionOf(section.children);
    if (found) return found;
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&amp;': '&' },
};

/** The text of HTML that was made from Markdown. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:)])/g, '')
    .trim();
}
