import { describe, expect, it } from 'vitest';
import { formatClock } from '#portfolio/format.ts';
import { bytesText } from '#portfolio/pages/lists/cache.ts';
import { listsOf } from '#portfolio/pages/lists/lists.ts';
import { costOf, portfolioOf } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';
import { dslOf } from '../../../support/workspaces.ts';

const NBSP = '\u00A0';
const DSL = dslOf(
  `!identifiers hierarchical
   user = person "User"
   shop = softwareSystem "Shop" {
     web = container "Web"
     db = container "DB"
   }
   user -> shop.web
   shop.web -> shop.db`,
  'container shop containers { include * }',
);
const WEB = { text: 'Web', href: '/elements/shop/web/' };
const DB = { text: 'DB', href: '/elements/shop/db/' };
const ADR = { text: 'ADR 0001', href: '/adrs/0001-a/' };

/** What a study with one list shows of it. */
function shown(name: string, text: string, more: Readonly<Record<string, string>> = {}) {
  const portfolio = portfolioOf({
    dsl: DSL,
    studies: {
      shop: { 'index.mdx': frontMatter({ costModel: 'shop' }), [`${name}.yaml`]: text, ...more },
    },
    adrs: { '0001-a.md': '---\nstatus: accepted\n---\n# A\n' },
    costs: [costOf('shop', [{ element: 'shop.db', small: 20, large: 1234 }])],
  });
  const [entry] = portfolio.studies;
  if (!entry) throw new Error('The study can be read.');
  return listsOf(portfolio, entry);
}

describe('objectives', () => {
  it('say what follows from them', () => {
    const [slo] = shown(
      'slos',
      '- { id: a, name: A, sli: S, objective: 99.95, elements: [shop.web] }\n',
    ).slos;
    expect(slo).toMatchObject({
      objective: `99.95${NBSP}%`,
      window: '30 days',
      budget: '21.6 min',
      mayFail: `0.05${NBSP}%`,
      where: [WEB],
    });
    expect(slo?.alerts).toEqual([
      {
        rule: '14.4 × over 1 h',
        errorRate: `0.72${NBSP}%`,
        spent: `2${NBSP}%`,
        empty: '50 h',
        response: 'page',
      },
      {
        rule: '6 × over 6 h',
        errorRate: `0.3${NBSP}%`,
        spent: `5${NBSP}%`,
        empty: '5 days',
        response: 'page',
      },
      {
        rule: '1 × over 3 days',
        errorRate: `0.05${NBSP}%`,
        spent: `10${NBSP}%`,
        empty: '30 days',
        response: 'ticket',
      },
    ]);
  });
});

describe('threats', () => {
  const THREATS = `- { id: a, title: A, stride: tampering, flow: { from: user, to: shop.web }, harm: H, decisions: [1], controls: [{ layer: data, does: Both }, { layer: edge, does: Wall }] }
- { id: b, title: B, stride: spoofing, flow: { from: shop.web, to: shop.db }, harm: H, controls: [{ layer: data, does: Both }] }
`;

  it('stand under their kind, kinds without one too, their controls from the outside in', () => {
    const { threats } = shown('threats', THREATS);
    expect(threats.map(({ kind, rows }) => [kind, rows.map(({ id }) => id)])).toEqual([
      ['Spoofing', ['b']],
      ['Tampering', ['a']],
      ['Repudiation', []],
      ['Information disclosure', []],
      ['Denial of service', []],
      ['Elevation of privilege', []],
    ]);
    expect(threats[1]?.rows[0]).toMatchObject({
      from: { text: 'User', href: '/elements/user/' },
      to: WEB,
      controls: [
        { layer: 'Edge', does: 'Wall' },
        { layer: 'Data', does: 'Both' },
      ],
      decisions: [ADR],
    });
  });

  it('share a control that has the same words', () => {
    expect(shown('threats', THREATS).controls).toEqual([
      {
        layer: 'Edge',
        controls: [{ does: 'Wall', against: [{ text: 'A', href: '#threat-a' }] }],
      },
      {
        layer: 'Data',
        controls: [
          {
            does: 'Both',
            against: [
              { text: 'A', href: '#threat-a' },
              { text: 'B', href: '#threat-b' },
            ],
          },
        ],
      },
    ]);
  });

  it('are no table where there is none', () => {
    expect(shown('nfrs', '[]\n').threats).toEqual([]);
  });
});

describe('events', () => {
  it('stand under their topic, with links to who writes and reads them', () => {
    const event = (id: string, topic: string, consumers: string) =>
      `- { id: ${id}, name: N, topic: ${topic}, key: K, when: W, schema: { version: 3, fields: { b: B, a: A } }, producer: shop.web, consumers: ${consumers}, failure: F }\n`;
    const { topics } = shown(
      'events',
      event('x', 'one', '[{ group: g, element: shop.db, does: D }]') +
        event('y', 'two', '[]') +
        event('z', 'one', '[]'),
    );
    expect(topics.map(({ topic, rows }) => [topic, rows.map(({ id }) => id)])).toEqual([
      ['one', ['x', 'z']],
      ['two', ['y']],
    ]);
    expect(topics[0]?.rows[0]).toMatchObject({
      version: 3,
      fields: [
        ['b', 'B'],
        ['a', 'A'],
      ],
      producer: WEB,
      consumers: [{ group: 'g', element: DB, does: 'D' }],
    });
  });
});

describe('a cache', () => {
  it('adds up its memory at both sizes', () => {
    const entry = (id: string, entries: string, size: string) =>
      `- { id: ${id}, what: W, key: K, element: shop.db, readBy: shop.web, ttl: 1 min, invalidation: I, whenDown: D, entries: ${entries}, size: ${size} }\n`;
    const { cache } = shown('cache', entry('a', '50000', '8 kB') + entry('b', '2 a user', '1 kB'));
    expect(cache.sizes).toEqual(['100K users', '500K users']);
    expect(cache.rows.map(({ entries, memory }) => [entries, ...memory])).toEqual([
      ['50,000', `400${NBSP}MB`, `400${NBSP}MB`],
      ['2 a user', `200${NBSP}MB`, `1${NBSP}GB`],
    ]);
    expect(cache.total).toEqual([`600${NBSP}MB`, `1.4${NBSP}GB`]);
  });

  it.each([
    [0, `0${NBSP}B`],
    [999, `999${NBSP}B`],
    [1000, `1${NBSP}kB`],
    [999_999, `1${NBSP}MB`],
    [2.6e9, `2.6${NBSP}GB`],
    [5e15, `5,000${NBSP}TB`],
  ])('of %d bytes is %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});

describe('a network', () => {
  const { networks } = shown(
    'network',
    `- id: net
  name: Net
  cidr: 10.0.0.0/16
  zones: [a, b]
  subnets:
    - { id: p1, cidr: 10.0.0.0/24, zone: a, kind: public, elements: [shop.web] }
    - { id: i2, cidr: 10.0.16.0/20, zone: b, kind: isolated }
  groups: [{ id: web, name: Web servers }, { id: db, name: Database }]
  rules:
    - { from: web, to: db, ports: '5432', why: Queries }
    - { from: internet, to: web, ports: '443', why: Users }
    - { from: 192.168.0.0/16, to: web, ports: '22', why: Office }
    - { from: web, to: web, ports: '53', protocol: udp, why: Names }
`,
  );

  it('shows subnets by kind and zone, with the addresses that hosts can have', () => {
    expect(networks[0]?.subnets).toEqual([
      {
        kind: 'Public',
        sense: 'reached from the internet',
        zones: [
          [{ id: 'p1', cidr: '10.0.0.0/24', addresses: '251', elements: [WEB], also: [] }],
          [],
        ],
      },
      {
        kind: 'Isolated',
        sense: 'no way in or out',
        zones: [
          [],
          [{ id: 'i2', cidr: '10.0.16.0/20', addresses: '4,091', elements: [], also: [] }],
        ],
      },
    ]);
  });

  it('shows who may reach whom: those outside first, empty where all is refused', () => {
    expect(networks[0]?.targets).toEqual(['Web servers', 'Database']);
    expect(networks[0]?.matrix).toEqual([
      { from: 'Internet', cells: ['443', ''] },
      { from: '192.168.0.0/16', cells: ['22', ''] },
      { from: 'Web servers', cells: ['53 udp', '5432'] },
    ]);
    expect(networks[0]?.rules.map(({ from, to }) => [from, to])).toEqual([
      ['Web servers', 'Database'],
      ['Internet', 'Web servers'],
      ['192.168.0.0/16', 'Web servers'],
      ['Web servers', 'Web servers'],
    ]);
  });
});

describe('a walkthrough', () => {
  it('has a column for each cut that it is given in, and their sums', () => {
    const { walkthrough } = shown(
      'walkthrough',
      `- { id: a, title: A, say: S, view: containers, decisions: [1], seconds: { 15-min: 90, 3-min: 45 } }
- { id: b, title: B, say: S, cost: shop.db, seconds: { 15-min: 65 } }
`,
    );
    expect(walkthrough.cuts).toEqual([
      { text: '3 min', href: '/walkthrough/shop/3-min/' },
      { text: '15 min', href: '/walkthrough/shop/15-min/' },
    ]);
    expect(walkthrough.totals).toEqual(['0:45', '2:35']);
    expect(walkthrough.rows.map(({ times }) => times)).toEqual([
      ['0:45', '1:30'],
      ['', '1:05'],
    ]);
    expect(walkthrough.rows[0]?.shows).toEqual([
      { text: 'Shop: containers', href: '/views/containers/' },
      ADR,
    ]);
  });

  it.each([
    [5, '0:05'],
    [60, '1:00'],
    [1800, '30:00'],
    [undefined, ''],
  ])('says %d seconds as %s', (seconds, text) => {
    expect(formatClock(seconds)).toBe(text);
  });
});

describe('a failure', () => {
  it('leads to its part of the runbook', () => {
    const FAILURE =
      '- { id: a, name: N, trigger: T, elements: [shop.db], breaks: B, radius: R, users: U, detection: D, mitigation: M, recovery: R, runbook: "./runbook.mdx#db-down" }\n';
    const runbook = '---\ntitle: Runbook\n---\n\n## DB down\n';
    const { failures } = shown('failure-modes', FAILURE, { 'runbook.mdx': runbook });
    expect(failures[0]).toMatchObject({
      elements: [DB],
      runbook: '/case-studies/shop/runbook/#db-down',
    });
    expect(shown('failure-modes', FAILURE).failures[0]).not.toHaveProperty('runbook');
  });
});

describe('a rollout', () => {
  it('leads to what it is about', () => {
    const step =
      '- { id: a, title: T, does: D, exposure: E, gate: G, rollback: R, elements: [shop.web] }\n';
    expect(shown('rollout', step).rollout[0]?.elements).toEqual([WEB]);
  });
});
