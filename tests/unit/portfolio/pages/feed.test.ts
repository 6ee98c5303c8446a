import { describe, expect, it } from 'vitest';
import { decisionFeed } from '#portfolio/pages/feed.ts';
import { type Content, portfolioOf } from '../../../support/portfolios.ts';
import { elementsIn, parseXml, textIn, type XmlElement } from '../../../support/xml.ts';

const record = (title: string, date: string, decision = 'We do.', status = 'Accepted') =>
  `---\ntags: [data]\n---\n# ${title}\n\n${date && `Date: ${date}\n\n`}## Status\n\n${status}\n\n## Decision\n\n${decision}\n`;

/** A feed as a parser sees it, the XML declaration aside. */
function feedOf(content: Content, site = 'https://example.org', base = '/') {
  const text = decisionFeed(portfolioOf(content), site, base);
  const root = parseXml(text.replace('<?xml version="1.0" encoding="UTF-8"?>\n', ''));
  const all = [...elementsIn(root)];
  const field = (item: XmlElement, name: string) =>
    [...elementsIn(item)].filter((one) => one.name === name).map(textIn);
  return { root, items: all.filter(({ name }) => name === 'item'), all, field };
}

const LOG = {
  '0001-old.md': record('Old', '2025-03-01', 'First.', 'Superseded by [2. New](0002-new.md)'),
  '0002-new.md': record(
    'New',
    '2026-11-21',
    'We **use** [Kafka](https://example.org)[^1] & `a < b`.',
  ),
  '0003-same-day.md': record('Same <day>', '2026-11-21'),
  '0004-undated.md': record('Undated', ''),
};

describe('the feed of decisions', () => {
  it('has the newest first, those without a date left out', () => {
    const { items, field } = feedOf({ adrs: LOG });
    expect(items.map((item) => [field(item, 'title')[0], field(item, 'pubDate')[0]])).toEqual([
      ['0003 Same <day>', 'Sat, 21 Nov 2026 00:00:00 GMT'],
      ['0002 New', 'Sat, 21 Nov 2026 00:00:00 GMT'],
      ['0001 Old', 'Sat, 01 Mar 2025 00:00:00 GMT'],
    ]);
  });

  it('says the status that holds and what was decided, as plain text', () => {
    const { items, field } = feedOf({ adrs: LOG });
    expect(items.map((item) => field(item, 'description')[0])).toEqual([
      'Accepted. We do.',
      'Accepted. We use Kafka & a < b.',
      'Superseded by 0002. First.',
    ]);
    expect(items.map((item) => field(item, 'category'))).toEqual([['data'], ['data'], ['data']]);
  });

  it.each([
    ['https://example.org', '/', 'https://example.org'],
    ['https://example.org/', '/portfolio', 'https://example.org/portfolio'],
    ['https://example.org', '/portfolio/', 'https://example.org/portfolio'],
  ])('has whole addresses: %s below %s', (site, base, start) => {
    const { all, items, field } = feedOf({ adrs: LOG }, site, base);
    expect(all.filter(({ name }) => name === 'link').map(textIn)).toEqual([
      `${start}/adrs/`,
      `${start}/adrs/0003-same-day/`,
      `${start}/adrs/0002-new/`,
      `${start}/adrs/0001-old/`,
    ]);
    expect(items.flatMap((item) => field(item, 'guid'))).toEqual(
      items.flatMap((item) => field(item, 'link')),
    );
    const self = all.find(({ name }) => name === 'atom:link');
    expect(self?.attributes.get('href')).toBe(`${start}/rss.xml`);
  });

  it('is a feed without items where nothing is decided yet', () => {
    const { root, items } = feedOf({});
    expect([root.name, root.attributes.get('version'), items]).toEqual(['rss', '2.0', []]);
  });

  it('has as many as a reader takes, and cuts what is long at a word', () => {
    const many = Array.from({ length: 60 }, (_, index): [string, string] => [
      `${String(index + 1).padStart(4, '0')}-x.md`,
      record('X', '2026-01-01', 'word '.repeat(100)),
    ]);
    const { items, field } = feedOf({ adrs: Object.fromEntries(many) });
    expect(items).toHaveLength(50);
    const [about = ''] = items.flatMap((item) => field(item, 'description'));
    expect(about.length).toBeLessThan(330);
    expect(about).toMatch(/ word …$/);
  });
});
