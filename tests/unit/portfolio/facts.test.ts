import { describe, expect, it } from 'vitest';
import { checkPortfolio } from '#portfolio/checks/all.ts';
import { GAPS } from '../../support/gaps.ts';
import { type Content, costOf, portfolioOf } from '../../support/portfolios.ts';
import { at, frontMatter, textUnder } from '../../support/studies.ts';
import { dslOf } from '../../support/workspaces.ts';

const MODEL = `!identifiers hierarchical
shop = softwareSystem "Shop" {
  order = container "Order" { relay = component "Relay" }
  bus = container "Bus"
  pay = container "Pay"
  mail = container "Mail"
  db = container "DB"
}
shop.order.relay -> shop.bus "Publishes"
shop.bus -> shop.pay "Delivers"
shop.bus -> shop.mail "Delivers"
shop.pay -> shop.bus "Publishes"
shop.order -> shop.db "Keeps"`;

/** A flow in which an event goes its way, and what a test adds. */
const flow = (more = '') =>
  dslOf(
    MODEL,
    `dynamic shop buy {
      shop.order -> shop.db "Keeps it"
      shop.order -> shop.bus "Ordered"
      shop.bus -> shop.pay "Ordered"
      ${more}
    }`,
  );
const COST = costOf('shop', [{ element: 'shop.db', small: 1, large: 2 }], {
  capacity: [{ id: 'db.connections', limit: 100, saturatesAtUsers: 400_000, fix: 'A pool.' }],
});
const event = (consumers: string) =>
  `- { id: a, name: Ordered, topic: t, key: k, when: w, schema: { version: 1, fields: { f: f } }, failure: f,
    producer: shop.order.relay, consumers: ${consumers} }\n`;
const EVENTS = { 'events.yaml': event('[{ group: g, element: shop.pay, does: d }]') };
const nfr = (more: string) => ({
  'nfrs.yaml': `- { id: a, quality: Q, limit: L, measured: M, decisions: [], ${more} }\n`,
});

function findings(files: Readonly<Record<string, string>>, more: Partial<Content> = {}) {
  const text = `${frontMatter({ costModel: 'shop' })}\n`;
  const portfolio = portfolioOf({
    dsl: flow(),
    studies: { shop: { 'index.mdx': text, ...files } },
    costs: [COST],
    ...more,
  });
  const modelSources = new Map([['shop', portfolio.studies[0]!.study.source]]);
  return checkPortfolio({ portfolio, modelSources }).filter(({ code }) => !GAPS.has(code));
}

const page = (body: string) => ({
  'index.mdx': `${frontMatter({ costModel: 'shop' })}\n${body}\n`,
});

describe('a figure that is typed beside one of the model', () => {
  it.each([
    ['money', 'It is <Cost />, not $12,000 a month.', '$12,000'],
    ['short money', 'It is <Cost />, of which $1.2k is the database.', '$1.2k'],
    ['money after a demand', 'For <Demand of="orders" /> orders it is $7.', '$7'],
    ['users', 'At 400,000 users it is <Cost />.', '400,000 users'],
    ['users of another figure', 'At 500k users it is <Cost users={100000} />.', '500k users'],
  ])('is found: %s', (_, body, text) => {
    const found = findings(page(body));
    expect(found.map(({ code, span }) => [code, textUnder(span)])).toEqual([
      ['typed-figure', text],
    ]);
  });

  it.each([
    [
      'the users that it is for',
      'At 500,000 users it is <Cost />, at 0.1 million users <Cost users={100000} />.',
    ],
    ['another sentence', 'It is <Cost />. A gigabyte is $0.09.'],
    ['another item', '- <Cost />\n- $12'],
    ['another paragraph', 'It is <Cost />\n\nIt was $12.'],
    ['code', 'It is <Cost />, as `$12` and {/* $12 */}.'],
    [
      'both sizes of a difference',
      'From 100,000 users to 500,000 users: <Cost per="difference" />.',
    ],
    ['no figure of the model', 'It is $12 for 20 users.'],
  ])('is none: %s', (_, body) => {
    expect(findings(page(body))).toEqual([]);
  });
});

describe('a requirement and what the design carries', () => {
  it.each([
    [
      'a capacity below it',
      "target: '120', capacity: db.connections",
      'requirement-beyond-capacity',
      "'120'",
    ],
    [
      'users that are too many',
      'target: 500000 users',
      'requirement-beyond-capacity',
      '500000 users',
    ],
    [
      'a capacity that there is not',
      "target: '1', capacity: db.conections",
      'unknown-cost-line',
      'db.conections',
    ],
  ])('contradict each other: %s', (_, more, code, text) => {
    const found = findings(nfr(more));
    expect(found.map((one) => [one.code, textUnder(one.span)])).toEqual([[code, text]]);
  });

  it.each([
    ["target: '100', capacity: db.connections"],
    ['target: 400000 users'],
    ['target: 900 ms'],
    ['target: at once, capacity: db.connections'],
  ])('agree: %s', (more) => {
    expect(findings(nfr(more))).toEqual([]);
  });
});

describe('events and the flows that show them', () => {
  it('agree', () => {
    expect(findings(EVENTS)).toEqual([]);
    expect(findings({}, { dsl: flow('shop.bus -> shop.mail "Ordered"') })).toEqual([]);
  });

  it.each([
    ['a consumer', 'shop.bus -> shop.mail "Mailed"', 'Mailed'],
    ['a producer', 'shop.pay -> shop.bus "Paid"', 'Paid'],
  ])('do not: %s that the list lacks', (_, step, text) => {
    const found = findings(EVENTS, { dsl: flow(step) });
    expect(found.map((one) => [one.code, textUnder(one.span)])).toEqual([['unlisted-event', text]]);
  });

  it('are read by somebody', () => {
    expect(findings({ 'events.yaml': event('[]') }).map(at)).toEqual([
      'unread-event events.yaml:1:18',
    ]);
  });
});
