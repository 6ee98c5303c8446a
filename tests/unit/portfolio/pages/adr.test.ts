import { describe, expect, it } from 'vitest';
import { adrPage } from '#portfolio/pages/adr.ts';
import { adrNumber } from '#portfolio/pages/adr-names.ts';
import { adrRow } from '#portfolio/pages/adr-row.ts';
import { costOf, portfolioOf, recordOf, TOOLS } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';
import { dslOf } from '../../../support/workspaces.ts';

const DSL = dslOf(
  `!identifiers hierarchical
   user = person "User"
   shop = softwareSystem "Shop" {
     web = container "Web"
     db = container "DB"
   }
   shop.web -> shop.db "Reads"`,
  'container shop containers { include * }',
);

const MADR = `---
status: accepted
date: 2026-03-04
decision-makers: [Ann, Bob]
elements: [shop.web, shop.db, gone]
---
# Use Kafka

What came before.

## Context and Problem Statement

Services [wait](element:shop.web) for one another. <script>x</script>

## Decision Drivers

* Speed

## Considered Options

* Kafka
* RabbitMQ

## Decision Outcome

Chosen option: "Kafka".

It is quick.

### Consequences

Said before.

* Good, because events can be read again
* Bad, because it must be run
* Neutral, because nobody minds

### Confirmation

A test.

## Pros and Cons of the Options

### Kafka

A log, see [their page](https://kafka.apache.org).

* Good, because fast
* Neutral, because written in Java
* Bad, because heavy

### RabbitMQ

* Good, because known

## More Information

See [the second](0002-queues.md).
`;
const simple = (title: string, status: string, body = '') =>
  `# ${title}\n\nDate: 2026-01-02\n\n## Status\n\n${status}\n\n## Context\n\nWhy.\n\n## Decision\n\nSo.\n\n## Consequences\n\nThen.\n${body}`;

const portfolio = portfolioOf({
  dsl: DSL,
  studies: { shop: { 'index.mdx': frontMatter({ name: 'Shop' }) } },
  adrs: {
    '0001-use-kafka.md': MADR,
    '0002-queues.md': simple('2. Queues', 'Superseded by [3. Streams](0003-streams.md)'),
    '0003-streams.md': simple('3. Streams', 'Accepted\n\nSupersedes [2. Queues](0002-queues.md)'),
    '0004-odd.md': '# Odd\n\nNothing but a text.\n',
    '0005-late.md': simple('5. Late', 'Proposed'),
    'unnumbered.md': simple('Unnumbered', 'Rejected'),
  },
  costs: [costOf('shop', [])],
  config: { repository: 'https://example.org/repo/' },
});
const page = (number: number, base = '/') =>
  adrPage(portfolio, recordOf(portfolio, number), TOOLS, base);

const rows = portfolio.log.records.map((record) => adrRow(portfolio, record));

describe('the rows of the log', () => {
  it('say number, title, status and date, in order', () => {
    expect(
      rows.map(({ number, title, href, status, statusLabel, date }) => [
        number,
        title,
        href,
        status,
        statusLabel,
        date,
      ]),
    ).toEqual([
      ['0001', 'Use Kafka', '/adrs/0001-use-kafka/', 'accepted', 'Accepted', '2026-03-04'],
      ['0002', 'Queues', '/adrs/0002-queues/', 'superseded', 'Superseded by 0003', '2026-01-02'],
      ['0003', 'Streams', '/adrs/0003-streams/', 'accepted', 'Accepted', '2026-01-02'],
      ['0004', 'Odd', '/adrs/0004-odd/', 'unknown', 'No status', ''],
      ['0005', 'Late', '/adrs/0005-late/', 'proposed', 'Proposed', '2026-01-02'],
      ['unnumbered', 'Unnumbered', '/adrs/unnumbered/', 'rejected', 'Rejected', '2026-01-02'],
    ]);
  });

  it('name the elements that a record concerns, those that there are', () => {
    expect(rows[0]?.elements).toEqual([
      { text: 'Web', href: '/elements/shop/web/' },
      { text: 'DB', href: '/elements/shop/db/' },
    ]);
  });

  it('write a number with four digits, and more where there are more', () => {
    const record = recordOf(portfolio, 1);
    expect(adrNumber({ ...record, number: 12_345 })).toBe('12345');
    expect(adrNumber({ ...record, number: undefined })).toBe('use-kafka');
  });
});

describe('the page of a record', () => {
  const madr = page(1);

  it('has the answer first, then why, then the rest, each thing once', () => {
    expect(madr.parts.map(({ heading, role }) => [heading, role])).toEqual([
      ['Decision Outcome', 'decision'],
      ['Context and Problem Statement', 'context'],
      ['Decision Drivers', 'drivers'],
      ['Introduction', 'other'],
      ['More Information', 'more-information'],
    ]);
    const [decision] = madr.parts;
    expect(decision?.html).toContain('It is quick.');
    expect(decision?.html).toContain('A test.');
    // The table marks the chosen option, and the columns have the consequences.
    for (const elsewhere of ['Chosen option', 'Consequences', 'read again', 'Said before'])
      expect(decision?.html).not.toContain(elsewhere);
    expect(madr.parts[3]?.html).toBe('<p>What came before.</p>\n');
  });

  it('keeps what the lists below do not show', () => {
    const { parts, options, consequences } = page(3);
    expect(parts.map(({ heading, html }) => [heading, html.trim()])).toEqual([
      ['Decision', '<p>So.</p>'],
      ['Context', '<p>Why.</p>'],
      ['Consequences', '<p>Then.</p>'],
    ]);
    expect([options, consequences]).toEqual([[], []]);
    expect(page(4).parts).toEqual([
      {
        heading: 'Introduction',
        id: 'introduction',
        role: 'other',
        html: '<p>Nothing but a text.</p>\n',
      },
    ]);
  });

  it('has its options with every argument, as sentences', () => {
    expect(madr.options).toEqual([
      {
        name: 'Kafka',
        description: 'A log, see <a href="https://kafka.apache.org">their page</a>.',
        chosen: true,
        pros: ['Fast'],
        cons: ['Heavy'],
        neutral: ['Written in Java'],
      },
      { name: 'RabbitMQ', description: '', chosen: false, pros: ['Known'], cons: [], neutral: [] },
    ]);
  });

  it('sorts what follows', () => {
    expect(madr.consequences).toEqual([
      { heading: 'Gained', items: ['Events can be read again'] },
      { heading: 'Given up', items: ['It must be run'] },
      { heading: 'To be watched', items: ['Nobody minds', 'Said before.'] },
    ]);
  });

  it('draws the elements that it concerns', () => {
    expect(madr.neighbourhood?.graph.nodes.map(({ name }) => name)).toEqual(['Web', 'DB']);
    expect(madr.neighbourhood?.links.map(({ href }) => href)).toEqual([
      '/elements/shop/web/',
      '/elements/shop/db/',
    ]);
    expect(page(3)).not.toHaveProperty('neighbourhood');
  });

  it('leads on: relations, where the answer stands now, studies, neighbours, its source', () => {
    expect(page(2)).toMatchObject({
      relations: [],
      current: [{ text: '0003 Streams', href: '/adrs/0003-streams/' }],
      previous: { text: '0001 Use Kafka', href: '/adrs/0001-use-kafka/' },
      next: { text: '0003 Streams', href: '/adrs/0003-streams/' },
      source: 'https://example.org/repo/edit/main/adrs/0002-queues.md',
      studies: [],
    });
    expect(page(3).current).toEqual([]);
    expect(madr.studies).toEqual([{ text: 'Shop', href: '/case-studies/shop/' }]);
    expect(madr).not.toHaveProperty('previous');
    expect(adrPage(portfolio, portfolio.log.records.at(-1)!, TOOLS, '/')).not.toHaveProperty(
      'next',
    );
    expect(
      adrPage(portfolioOf({ adrs: { '0001-a.md': MADR } }), madr.record, TOOLS, '/'),
    ).not.toHaveProperty('source');
  });

  it('shows HTML of its author as text', () => {
    expect(madr.parts[1]?.html).toContain('&lt;script&gt;x&lt;/script&gt;');
  });
});

describe('links in a record', () => {
  const linked = (address: string, base = '/') => {
    const own = portfolioOf({
      dsl: DSL,
      studies: { shop: { 'index.mdx': frontMatter() } },
      costs: [costOf('shop', [])],
      adrs: {
        '0001-a.md': `# A\n\n## Context\n\n[x](${address})\n`,
        '0002-b.md': simple('2. B', 'Accepted'),
      },
    });
    const { parts } = adrPage(own, recordOf(own, 1), TOOLS, base);
    return /<a(?: href="([^"]*)")?>x<\/a>/.exec(parts[0]?.html ?? '')?.[1];
  };

  it.each([
    ['0002-b.md', '/adrs/0002-b/'],
    ['./0002-b.md', '/adrs/0002-b/'],
    ['0002-b.md#context', '/adrs/0002-b/'],
    ['0002-b.md?x', '/adrs/0002-b/'],
    ['element:shop.web', '/elements/shop/web/'],
    ['element:SHOP.web', '/elements/shop/web/'],
    ['cost:shop', '/cost/shop/'],
    ['cost:shop/database.storage', '/cost/shop/'],
    ['study:shop', '/case-studies/shop/'],
    ['https://example.org', 'https://example.org'],
    ['element:none', undefined],
    ['cost:none', undefined],
    ['study:none', undefined],
    ['0009-none.md', undefined],
    ['../../etc/passwd', undefined],
    ['element:', undefined],
  ])('%s leads to %s', (address, href) => {
    expect(linked(address)).toBe(href);
  });

  it.each([
    ['/portfolio', '/portfolio/adrs/0002-b/'],
    ['/portfolio/', '/portfolio/adrs/0002-b/'],
    ['/', '/adrs/0002-b/'],
  ])('stand below the base %s', (base, href) => {
    expect(linked('0002-b.md', base)).toBe(href);
  });
});

it('tells what passes between elements, and what a part of a bill costs at both sizes', () => {
  const own = portfolioOf({
    dsl: dslOf(
      '!identifiers hierarchical\ns = softwareSystem "S" { w = container "W" }\nb = person "B"\nb -> s.w "Asks"\nb -> s.w "Pays"',
    ),
    costs: [costOf('s', [{ element: 's.w', small: 1, large: 20 }])],
    adrs: { '0001-a.md': '---\nrelationships: ["b -> s: pays"]\ncosts: [s, s/none]\n---\n# A\n' },
  });
  const { passes, bills, elements } = adrPage(own, recordOf(own, 1), TOOLS, '/');
  expect(passes).toEqual([{ from: 'B', to: 'W', what: 'Pays' }]);
  expect(bills.map(({ link, spend }) => `${link.href} ${spend}`)).toEqual([
    '/cost/s/ $1.00 a month for 100K users, $20 for 500K',
  ]);
  expect(elements.map(({ text }) => text)).toEqual(['B', 'S']);
});

describe('the drawing of what a record concerns', () => {
  const drawn = (elements: string, model = 'a = person "A"\nb = person "B"\na -> b') => {
    const own = portfolioOf({
      dsl: dslOf(model),
      adrs: { '0001-a.md': `---\nelements: [${elements}]\n---\n# A\n\n## Context\n\nx\n` },
    });
    return adrPage(own, recordOf(own, 1), TOOLS, '/').neighbourhood;
  };

  const nine = Array.from({ length: 9 }, (_, n) => `p${n} = person "P${n}"`).join('\n');

  it.each([
    ['one alone', 'a', undefined],
    ['the same twice', 'a, A', undefined],
    ['two with a line', 'a, b', 2],
  ])('of %s', (_, elements, boxes) => {
    expect(drawn(elements)?.graph.nodes.length).toBe(boxes);
  });

  it('is none where nothing passes between them, and none of a crowd', () => {
    expect(drawn('a, b', 'a = person "A"\nb = person "B"')).toBeUndefined();
    const names = Array.from({ length: 9 }, (_, n) => `p${n}`);
    expect(drawn(names.join(', '), `${nine}\np0 -> p1`)).toBeUndefined();
    expect(drawn(names.slice(1).join(', '), `${nine}\np1 -> p2`)?.graph.nodes).toHaveLength(8);
  });
});
