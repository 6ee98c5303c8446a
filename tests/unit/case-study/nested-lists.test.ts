import { describe, expect, it } from 'vitest';
import { cacheBytes, cacheEntries } from '#case-study/lists/cache.ts';
import {
  addressText,
  contains,
  overlaps,
  readBlock,
  usableAddresses,
} from '#case-study/lists/cidr.ts';
import { bytesOf, secondsOf } from '#case-study/lists/fields.ts';
import { burnAlerts } from '#case-study/lists/slos.ts';
import type { ListName } from '#case-study/lists/table.ts';
import { cutSeconds } from '#case-study/lists/walkthrough.ts';
import { at, frontMatter, studyFrom, textUnder } from '../../support/studies.ts';

const read = (name: ListName, text: string) =>
  studyFrom({ 'index.mdx': frontMatter(), [`${name}.yaml`]: text });

const NETWORK = `- id: production
  name: Production
  cidr: 10.0.0.0/16
  zones: [us-east-1a, us-east-1b]
  subnets:
    - { id: one, cidr: 10.0.0.0/24, zone: us-east-1a, kind: public }
    - { id: two, cidr: 10.0.1.0/24, zone: us-east-1b, kind: private }
  groups:
    - { id: nodes, name: Nodes }
    - { id: database, name: Database }
  rules:
    - { from: nodes, to: database, ports: '5432', why: Queries }
    - { from: internet, to: nodes, ports: '443', why: Shoppers }
`;
const THREAT = `- id: replay
  title: Replays a token
  stride: spoofing
  flow: { from: user, to: shop }
  harm: An account
  controls:
    - { layer: identity, does: Rotation }
`;
const EVENT = `- id: created
  name: OrderCreated
  topic: orders
  key: order id
  when: An order was written
  schema: { version: 1, fields: { order_id: the order } }
  producer: shop
  consumers:
    - { group: mail, element: mail, does: Writes }
  failure: Dead letters
`;
const SLO = `- id: availability
  name: Available
  sli: good of all
  objective: 99.9
  alerts:
    - { over: 1 h, burn: 14, response: page }
`;
const STOP = `- id: whole
  title: The whole
  say: This is it
  seconds: { 3-min: 30 }
`;
const RISK = `- id: lost
  title: Lost
  elements: db
  likelihood: 1
  impact: 5
  owner: Platform
  response: accept
  mitigation: None
  status: accepted
`;

/** One fault a row: what is put for what in a list without faults, its finding, the text marked, a hint. */
const FAULTS: readonly (readonly [
  list: ListName,
  text: string,
  what: string,
  instead: string,
  finding: string,
  marked: string,
  hint?: string,
])[] = [
  ['network', NETWORK, '/16', '/33', 'network.yaml:3', '10.0.0.0/33'],
  ['network', NETWORK, '10.0.0.0/16', '10.0.300.0/16', 'network.yaml:3', '10.0.300.0/16'],
  ['network', NETWORK, '10.0.1.0/24', '10.0.1.7/24', 'network.yaml:7', '10.0.1.7/24'],
  ['network', NETWORK, '10.0.1.0/24', '10.1.1.0/24', 'network.yaml:7', '10.1.1.0/24'],
  ['network', NETWORK, '10.0.1.0/24', '10.0.0.128/25', 'network.yaml:7', '10.0.0.128/25'],
  [
    ...(['network', NETWORK, 'zone: us-east-1b', 'zone: us-east-1c', 'network.yaml:7'] as const),
    'us-east-1c',
    'Did you mean `us-east-1a`?',
  ],
  [
    'network',
    NETWORK,
    'kind: private',
    'kind: privat',
    'network.yaml:7',
    'privat',
    'Did you mean `private`?',
  ],
  ['network', NETWORK, 'id: two', 'id: one', 'network.yaml:7', 'one'],
  [
    'network',
    NETWORK,
    'groups:\n',
    'groups:\n    - { id: nodes, name: N }\n',
    'network.yaml:10',
    'nodes',
  ],
  [
    ...(['network', NETWORK, 'to: database', 'to: databse', 'network.yaml:12'] as const),
    'databse',
    'Did you mean `database`?',
  ],
  ['network', NETWORK, 'from: internet', 'from: 10.0.0.9/24', 'network.yaml:13', '10.0.0.9/24'],
  ['network', NETWORK, "'443'", 'https', 'network.yaml:13', 'https'],
  [
    'network',
    NETWORK,
    ' why: Queries',
    ' whi: Queries, why: y',
    'network.yaml:12',
    'whi',
    'Did you mean `why`?',
  ],
  [
    'threats',
    THREAT,
    'stride: spoofing',
    'stride: spofing',
    'threats.yaml:3',
    'spofing',
    'Did you mean `spoofing`?',
  ],
  ['threats', THREAT, 'to: shop', 'to: 7', 'threats.yaml:4', '7'],
  [
    'threats',
    THREAT,
    'to: shop',
    'too: shop, to: shop',
    'threats.yaml:4',
    'too',
    'Did you mean `to`?',
  ],
  [
    'threats',
    THREAT,
    'layer: identity',
    'layer: idenity',
    'threats.yaml:7',
    'idenity',
    'Did you mean `identity`?',
  ],
  ['events', EVENT, 'version: 1', 'version: 1.1', 'events.yaml:6', '1.1'],
  ['events', EVENT, '{ order_id: the order }', '{}', 'events.yaml:6', '{}'],
  ['events', EVENT, 'does: Writes', "does: ''", 'events.yaml:9', "''"],
  ['slos', SLO, 'over: 1 h', 'over: an hour', 'slos.yaml:6', 'an hour'],
  ['slos', SLO, 'burn: 14', 'burn: 0.5', 'slos.yaml:6', '0.5'],
  [
    'slos',
    SLO,
    'response: page',
    'response: pager',
    'slos.yaml:6',
    'pager',
    'Did you mean `page`?',
  ],
  ['walkthrough', STOP, '3-min: 30', '3-min: 0', 'walkthrough.yaml:4', '0'],
  [
    'walkthrough',
    STOP,
    '3-min: 30',
    '4-min: 30, 3-min: 30',
    'walkthrough.yaml:4',
    '4-min',
    'Did you mean `3-min`?',
  ],
  ['walkthrough', STOP, '{ 3-min: 30 }', '{}', 'walkthrough.yaml:4', '{}'],
  ['risks', RISK, 'response: accept', 'response: reduce', 'risks.yaml:7', 'reduce'],
];

describe('an entry with parts', () => {
  it.each([
    ['network', NETWORK],
    ['threats', THREAT],
    ['events', EVENT],
    ['slos', SLO],
    ['walkthrough', STOP],
    ['risks', RISK],
  ] as const)('of %s may be right', (list, text) => {
    expect(read(list, text).diagnostics).toEqual([]);
  });

  for (const [list, text, what, instead, finding, marked, hint] of FAULTS) {
    it(`of ${list} may not have \`${instead.trim()}\``, () => {
      expect(text.split(what)).toHaveLength(2);
      const { diagnostics } = read(list, text.replace(what, instead));
      expect(diagnostics.map((found) => at(found).replace(/:\d+$/, ''))).toEqual([
        `invalid-list ${finding}`,
      ]);
      expect(diagnostics.map(({ span }) => textUnder(span))).toEqual([marked]);
      if (hint !== undefined) expect(diagnostics[0]?.hint).toBe(hint);
    });
  }
});

describe('a list with thirty faults', () => {
  it('gives thirty findings, those between fields beside those of single fields', () => {
    const subnet = (index: number) =>
      `    - { id: s${index}, cidr: 10.0.${index}.1/24, zone: none, kind: public }\n`;
    const rule = (index: number) => `    - { from: g${index}, to: x, ports: '80', why: w }\n`;
    const ten = Array.from({ length: 10 }, (_, index) => index);
    const text =
      '- id: net\n  name: Net\n  cidr: 10.0.0.0/16\n  zones: [a]\n  groups: [{ id: x, name: X }]\n' +
      `  subnets:\n${ten.map(subnet).join('')}  rules:\n${ten.map(rule).join('')}`;
    const lines = read('network', text).diagnostics.map((found) => at(found).split(':')[1]);
    expect(lines).toHaveLength(30);
    const expected = ten.flatMap((index) => [7 + index, 7 + index, 18 + index]);
    expect(lines.map(Number).toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
  });
});

describe('a block of addresses', () => {
  it.each([
    ['10.0.0.0/16', 65_531],
    ['10.0.12.0/24', 251],
    ['192.168.0.16/28', 11],
    ['255.255.255.255/32', 0],
    ['0.0.0.0/0', 4_294_967_291],
  ])('%s has %d addresses for hosts', (written, addresses) => {
    const { block } = readBlock(written);
    expect(block && usableAddresses(block)).toBe(addresses);
  });

  it.each([
    ['10.0.0/16'],
    ['10.0.0.0'],
    ['10.0.0.256/24'],
    ['10.0.0.0/33'],
    ['10.0.0.1/31'],
    ['fd00::/8'],
    ['10.0.0.0/16 '],
  ])('%j is none', (written) => {
    expect(readBlock(written).block).toBeUndefined();
  });

  it('says where the block of an address begins', () => {
    expect(readBlock('10.1.2.3/20').problem).toContain('`10.1.0.0/20`');
    expect(addressText(readBlock('172.31.240.0/20').block?.last ?? 0)).toBe('172.31.255.255');
  });

  it.each([
    ['10.0.0.0/16', '10.0.1.0/24', true, true],
    ['10.0.1.0/24', '10.0.0.0/16', false, true],
    ['10.0.0.0/25', '10.0.0.128/25', false, false],
    ['10.0.0.0/24', '10.0.0.0/24', true, true],
  ])('%s and %s', (a, b, holds, meets) => {
    const [first, second] = [readBlock(a).block, readBlock(b).block];
    if (!first || !second) throw new Error('Both are blocks.');
    expect([contains(first, second), overlaps(first, second)]).toEqual([holds, meets]);
  });
});

describe('the burn-rate alerts of an objective', () => {
  const alerts = (objective: number, windowDays: number) =>
    burnAlerts({ objective, windowDays }).map(({ over, burn, errorRate, emptyInHours }) =>
      [over, burn, errorRate, emptyInHours].map((value) =>
        typeof value === 'number' ? Number(value.toPrecision(4)) : value,
      ),
    );

  it('are those of the Site Reliability Workbook over 30 days', () => {
    expect(alerts(99.9, 30)).toEqual([
      ['1 h', 14.4, 1.44, 50],
      ['6 h', 6, 0.6, 120],
      ['3 days', 1, 0.1, 720],
    ]);
  });

  it('leave out what could never fire, and what would while the budget lasts', () => {
    expect(alerts(90, 30)).toEqual([
      ['6 h', 6, 60, 120],
      ['3 days', 1, 10, 720],
    ]);
    expect(alerts(99.9, 7).map(([over]) => over)).toEqual(['1 h', '6 h']);
  });

  it('may be given', () => {
    const given = [{ over: '1 h', burn: 14, response: 'page' }] as const;
    const [first] = burnAlerts({ objective: 99.95, windowDays: 30, alerts: [...given] });
    expect(first?.errorRate).toBeCloseTo(0.7);
    expect(first?.spent).toBeCloseTo(14 / 720);
    expect(first?.emptyInHours).toBeCloseTo(720 / 14);
  });
});

describe('figures in words', () => {
  it.each([
    ['500 ms', 0.5],
    ['1 min', 60],
    ['2.5 h', 9000],
    ['7 days', 604_800],
  ])('%s is %d seconds', (written, seconds) => {
    expect(secondsOf(written)).toBe(seconds);
  });

  it('counts bytes by thousands, at any number of users', () => {
    expect(bytesOf('12 kB')).toBe(12_000);
    expect(cacheEntries({ entries: '50000' }, 7)).toBe(50_000);
    expect(cacheBytes({ entries: '1.5 a user', size: '2 kB' }, 100_000)).toBe(300_000_000);
  });

  it('adds up the stops of a cut', () => {
    const stops = [{ '3-min': 30, '5-min': 60 }, { '5-min': 45 }].map((seconds, index) => ({
      ...{ id: `s${index}`, title: 'T', say: 'S', elements: [], decisions: [], seconds },
    }));
    expect([cutSeconds(stops, '3-min'), cutSeconds(stops, '5-min')]).toEqual([30, 105]);
    expect(cutSeconds(stops, '30-min')).toBe(0);
  });
});
