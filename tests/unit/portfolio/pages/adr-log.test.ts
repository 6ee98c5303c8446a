import { describe, expect, it } from 'vitest';
import { adrLogPage } from '#portfolio/pages/adr-log.ts';
import { type Content, portfolioOf, TOOLS } from '../../../support/portfolios.ts';
import { dslOf } from '../../../support/workspaces.ts';

const DSL = dslOf(
  `!identifiers hierarchical
   shop = softwareSystem "Shop" { web = container "Web" }
   bank = softwareSystem "Bank"
   clerk = person "Clerk"`,
);

/** A record: what stands in its front matter, its date, its status and its context. */
const record = (
  title: string,
  { head = '', date = '2026-01-02', status = 'Accepted', context = '' } = {},
) =>
  `${head && `---\n${head}\n---\n`}# ${title}\n\n${date && `Date: ${date}\n\n`}## Status\n\n${status}\n\n## Context\n\n${context}\n`;

const logOf = (adrs: Content['adrs'], more: Partial<Content> = {}) =>
  adrLogPage(portfolioOf({ dsl: DSL, ...(adrs && { adrs }), ...more }), TOOLS);

const FULL = logOf({
  '0001-a.md': record('A', { head: 'tags: [Data, cost]', context: '[w](element:shop.web)' }),
  '0002-b.md': record('B', { status: 'Superseded by [3. C](0003-c.md)', date: '2025-11-20' }),
  '0003-c.md': record('C', {
    status: 'Accepted\n\nSupersedes [2. B](0002-b.md)',
    context: '[b](element:bank) [s](element:shop) [c](element:clerk)',
  }),
  '0004-d.md': record('D', { status: 'Proposed\n\nAmends [3. C](0003-c.md)', date: '' }),
  '0005-e.md': record('E', { status: 'Rejected', head: 'tags: cost' }),
});

describe('the filters of the log', () => {
  it('have what would leave some decisions out, with their numbers', () => {
    expect(
      FULL.filters.map(({ name, options }) => [
        name,
        ...options.map(({ value, text, count }) => `${value}|${text}|${count}`),
      ]),
    ).toEqual([
      [
        'status',
        'accepted|Accepted|2',
        'proposed|Proposed|1',
        'superseded|Superseded|1',
        'rejected|Rejected|1',
      ],
      ['system', 'bank|Bank|1', 'shop|Shop|2'],
      ['tag', 'cost|cost|2', 'data|data|1'],
    ]);
    expect(FULL.rows.map(({ systems, tags }) => [...systems, ...tags])).toEqual([
      ['shop', 'data', 'cost'],
      [],
      ['bank', 'shop'],
      [],
      ['cost'],
    ]);
  });

  it.each<[string, Content['adrs']]>([
    ['an empty log', {}],
    ['one record', { '0001-a.md': record('A') }],
    [
      'records that are all alike',
      {
        '0001-a.md': record('A', { head: 'tags: x', context: '[s](element:shop)' }),
        '0002-b.md': record('B', { head: 'tags: x', context: '[s](element:shop)' }),
      },
    ],
  ])('are none for %s', (_, adrs) => {
    expect(logOf(adrs).filters).toEqual([]);
  });
});

describe('the log over time', () => {
  it('counts what holds, by status and by year, and what has no date', () => {
    expect(FULL.counts.map(({ label, count }) => `${count} ${label}`)).toEqual([
      '2 Accepted',
      '1 Proposed',
      '1 Superseded',
      '1 Rejected',
    ]);
    expect(FULL.years).toEqual([
      { year: '2025', counts: [0, 0, 1, 0] },
      { year: '2026', counts: [2, 0, 0, 1] },
    ]);
    expect(FULL.undated).toBe(1);
    expect(FULL.timelines.map(({ sheet }) => sheet.name)).toEqual(['narrow', 'middle', 'broad']);
  });
});

describe('what replaced what', () => {
  it('is in words and as a drawing whose boxes lead to the records', () => {
    const [chain, ...others] = FULL.chains;
    expect(others).toEqual([]);
    expect(
      chain?.steps.map(({ newer, verb, older }) => `${newer.text} ${verb} ${older.text}`),
    ).toEqual(['0003 C supersedes 0002 B', '0004 D amends 0003 C']);
    expect(chain?.drawing.links.map(({ href }) => href)).toEqual([
      '/adrs/0002-b/',
      '/adrs/0003-c/',
      '/adrs/0004-d/',
    ]);
    expect(chain?.drawing.svg).toContain('superseded by');
    expect(chain?.drawing.graph.nodes.map(({ style }) => style.border)).toEqual([
      'Dashed',
      'Solid',
      'Solid',
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    ['nothing in common', { '0001-a.md': 'Accepted', '0002-b.md': 'Accepted' }, []],
    [
      'two chains, the newer first',
      {
        '0001-a.md': 'Superseded by [2](0002-x.md)',
        '0002-x.md': 'Accepted',
        '0003-b.md': 'Superseded by [4](0004-x.md)',
        '0004-x.md': 'Accepted',
      },
      ['0004>0003', '0002>0001'],
    ],
    [
      'one that replaces two, and is replaced in part',
      {
        '0001-a.md': 'Accepted',
        '0002-b.md': 'Accepted',
        '0003-c.md': 'Accepted\n\nSupersedes [1](0001-a.md)\n\nSupersedes [2](0002-b.md)',
        '0004-d.md': 'Accepted\n\nPartly supersedes [3](0003-c.md)',
      },
      ['0003>0001 0003>0002 0004>0003'],
    ],
    [
      'a circle',
      {
        '0001-a.md': 'Superseded by [2](0002-b.md)',
        '0002-b.md': 'Superseded by [1](0001-a.md)',
      },
      ['0001>0002 0002>0001'],
    ],
  ])('shows %s', (_, statuses, expected) => {
    const { chains } = logOf(
      Object.fromEntries(
        Object.entries(statuses).map(([file, status]) => [file, record('X', { status })]),
      ),
    );
    const short = ({ text }: { readonly text: string }) => text.slice(0, 4);
    expect(
      chains.map(({ steps }) =>
        steps.map(({ newer, older }) => `${short(newer)}>${short(older)}`).join(' '),
      ),
    ).toEqual(expected);
  });
});
