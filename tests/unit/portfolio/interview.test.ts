import { describe, expect, it } from 'vitest';
import { checkPortfolio } from '#portfolio/checks/all.ts';
import type { PortfolioCode } from '#portfolio/codes.ts';
import type { ModelCost } from '#portfolio/costs.ts';
import { growthRows } from '#portfolio/pages/growth.ts';
import { listsOf } from '#portfolio/pages/lists/lists.ts';
import { pitchViews } from '#portfolio/pages/pitches.ts';
import { topicRows } from '#portfolio/pages/story-topics.ts';
import { piecesOf, saidText } from '#portfolio/speech/figure-texts.ts';
import { jargonIn } from '#portfolio/speech/jargon.ts';
import { roomIn, speechOf } from '#portfolio/speech/pace.ts';
import { spokenText } from '#portfolio/speech/page-words.ts';
import { type Content, costOf, portfolioOf } from '../../support/portfolios.ts';
import { at, frontMatter, textUnder } from '../../support/studies.ts';
import { dslOf } from '../../support/workspaces.ts';

const NBSP = '\u00A0';
const DSL = dslOf(
  `!identifiers hierarchical
   user = person "User"
   shop = softwareSystem "Shop" {
     web = container "Web"
     db = container "DB" "Keeps." "CloudStore"
   }
   user -> shop.web`,
  'container shop containers { include * }',
);
const PARTS = [
  { id: 'db', element: 'shop.db', title: 'Database', small: 20, large: 1234 },
  { id: 'web', element: 'shop.web', title: 'Web', small: 10, large: 66 },
];
const CAPACITY = [
  { id: 'db.memory', resource: 'Memory', saturatesAtUsers: 4_000_000, fix: 'Split it.' },
  { id: 'db.rows', resource: 'Rows', saturatesAtUsers: null, fix: 'Nothing.' },
  { id: 'web.ports', resource: 'Ports', saturatesAtUsers: 1_000_000, fix: 'More.' },
];
/** The model at ten and at a hundred times: every part ten times as dear. */
function grownCost(): ModelCost {
  const cost = costOf('shop', PARTS, { capacity: CAPACITY });
  const [ten, hundred] = [10, 100].map((times) => {
    const parts = PARTS.map((part) => ({ ...part, large: part.large * times }));
    return costOf('shop', parts, { capacity: CAPACITY }).large;
  });
  if (!ten || !hundred) throw new Error('Both are there.');
  return { ...cost, answers: { ...cost.answers, grown: () => [ten, hundred] } };
}
const COST = grownCost();

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const record = (number: number, status = 'accepted', more = '') =>
  `---\nstatus: ${status}\n---\n# ${number}. Use X\n\n## Context\n\nIn [the database](element:shop.db).\n\n## Considered Options\n\n### X\n\n- Good, because it is \`quick\`\n\n### Y\n\n- Bad, because it is [slow](element:shop.web)\n\n## Decision\n\nChosen option: "X".\n${more}`;

/** A story whose five parts are so many words. */
const story = (more = '', count = 170) =>
  `- { id: a, title: T, situation: ${words(count - 4)}, task: T, action: A, result: R, tradeOff: O${more} }\n`;
const TIED = ', decisions: [1], views: [containers], costs: [db]';
const card = (more = '', breaks = 'B') =>
  `- { id: a, question: Q, answer: A, constraints: C, criteria: C, gaveUp: G, differently: D, atScale: S, breaksFirst: '${breaks}', decisions: [1]${more} }\n`;

const content = (files: Readonly<Record<string, string>>, more: Content = {}): Content => ({
  dsl: DSL,
  studies: { shop: { 'index.mdx': `${frontMatter({ costModel: 'shop' })}\n`, ...files } },
  adrs: { '0001-x.md': record(1) },
  costs: [COST],
  ...more,
});

const CODES: ReadonlySet<string> = new Set<PortfolioCode>([
  ...(['long-speech', 'short-speech', 'jargon', 'untied-story', 'decision-without-card'] as const),
  ...(['unknown-topic', 'topic-without-story', 'open-placeholder', 'typed-figure'] as const),
  ...([
    'unknown-component',
    'unknown-attribute',
    'nothing-to-show',
    'unknown-cost-line',
    'unknown-element',
  ] as const),
]);

function findings(files: Readonly<Record<string, string>>, more: Content = {}) {
  const portfolio = portfolioOf(content(files, more));
  const modelSources = new Map([['shop', portfolio.studies[0]!.study.source]]);
  return checkPortfolio({ portfolio, modelSources }).filter(({ code }) => CODES.has(code));
}

describe('what is said', () => {
  it.each([
    [420, 180, '3:00', 'fits'],
    [421, 180, '', 'long'],
    [294, 180, '', 'fits'],
    [293, 180, '', 'short'],
    [0, 180, '', 'short'],
  ])('of %d words in %d seconds', (count, limit, _, verdict) => {
    expect(speechOf(words(count), limit)).toMatchObject({ words: count, limit, verdict });
  });

  it('has room for as many words as the verdict lets pass', () => {
    for (const limit of [30, 90, 180, 300, 900]) {
      const { least, most } = roomIn(limit);
      expect(speechOf(words(least), limit).verdict).toBe('fits');
      expect(speechOf(words(least - 1), limit).verdict).toBe('short');
      expect(speechOf(words(most), limit).verdict).toBe('fits');
      expect(speechOf(words(most + 1), limit).verdict).toBe('long');
    }
  });

  it('has the figures of the model in it', () => {
    const text = 'It is <Cost element="shop.db" />, "all" of <Cost per="share" />; the bank\'s.';
    expect(saidText(text, COST)).toBe(`It is $1,234, "all" of 100.0${NBSP}%; the bank's.`);
    expect(piecesOf(text, COST)).toEqual([
      { text: 'It is ' },
      { text: '$1,234', figure: true },
      { text: ', “all” of ' },
      { text: `100.0${NBSP}%`, figure: true },
      { text: '; the bank’s.' },
    ]);
    expect(saidText('At ten times <Cost grown="10" element="shop.db" />.', COST)).toBe(
      'At ten times at least $12,340.',
    );
  });

  it('of a page is its sentences: no heading, table, tag, address or code', () => {
    const body =
      '\nIt **is** <Cost /> for [a shop](./x.mdx), says <Adr id="1" />.\n\n## Why\n\n| a | b |\n| --- | --- |\n\n- An <Element id="shop.db">item</Element>\n\n```\ncode\n```\n\n{/* not this */}\n\n<Growth />\n';
    const { studies } = portfolioOf(
      content({ 'pitch.mdx': `---\ntitle: P\nminutes: 1\n---\n${body}` }),
    );
    const page = studies[0]?.study.pages.find(({ name }) => name === 'pitch');
    expect(page && spokenText(page, COST).split(/\n+/)).toEqual([
      'It is $1,300 for a shop, says ADR 1.',
      'An item',
    ]);
  });
});

describe('a time', () => {
  it.each<[string, Record<string, string>, string, string]>([
    [
      'a story that is too long',
      { 'stories.yaml': story(TIED, 211) },
      'long-speech stories.yaml:1:9',
      'a',
    ],
    [
      'a story that is too short',
      { 'stories.yaml': story(TIED, 146) },
      'short-speech stories.yaml:1:9',
      'a',
    ],
    [
      'a long form that is too short',
      { 'stories.yaml': story(`${TIED}, long: ${words(293)}`) },
      'short-speech stories.yaml:1:958',
      'long',
    ],
    [
      'a page that is too long',
      { 'p.mdx': `---\ntitle: P\nminutes: 1\n---\n\n${words(141)}\n` },
      'long-speech p.mdx:3:1',
      'minutes',
    ],
    [
      'a page that its figures make too long',
      { 'p.mdx': `---\ntitle: P\nminutes: 1\n---\n\n${words(139)} <Cost /> <Cost />\n` },
      'long-speech p.mdx:3:1',
      'minutes',
    ],
  ])('does not hold %s', (_, files, place, text) => {
    const found = findings(files).filter(({ code }) => code !== 'decision-without-card');
    expect(found.map(at)).toEqual([place]);
    expect(textUnder(found[0]?.span)).toBe(text);
    expect(found[0]?.severity).toBe('warning');
  });

  it('holds what fits, and asks nothing of a page that is not spoken', () => {
    const page = `---\ntitle: P\nminutes: 1\n---\n\n${words(140)}\n`;
    const long = `${TIED}, long: ${words(420)}`;
    const files = {
      'p.mdx': page,
      'q.mdx': '---\ntitle: Q\n---\n\nA\n',
      'stories.yaml': story(long, 210),
    };
    expect(findings(files)).toEqual([]);
  });
});

describe('a story and a card', () => {
  it('can be looked up: decision, drawing and bill', () => {
    const found = findings({ 'stories.yaml': story(', views: [containers]') });
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'untied-story: The story `a` cannot be looked up: it names no `decisions` and no `costs`.',
    ]);
    expect(findings({ 'stories.yaml': story(TIED) })).toEqual([]);
    const unpriced = {
      'index.mdx': frontMatter(),
      'stories.yaml': story(', decisions: [1], views: [containers]'),
    };
    expect(findings(unpriced)).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a part that the bill lacks',
      { 'stories.yaml': story(`${TIED.replace('db]', 'dv]')}`) },
      'unknown-cost-line dv',
    ],
    [
      'a capacity that the model lacks',
      { 'defence.yaml': card(', limit: db.memry') },
      'unknown-cost-line db.memry',
    ],
    [
      'a component that is no figure',
      { 'defence.yaml': card('', 'See <Adr id="1" />.') },
      'unknown-component \'See <Adr id="1" />.\'',
    ],
    [
      'an attribute that a figure lacks',
      { 'defence.yaml': card('', '<Cost elemnt="shop.db" />') },
      'unknown-attribute \'<Cost elemnt="shop.db" />\'',
    ],
    [
      'an element without a cost',
      { 'defence.yaml': card('', '<Cost element="shop" />') },
      'nothing-to-show \'<Cost element="shop" />\'',
    ],
    [
      'an amount beside a figure',
      { 'defence.yaml': card('', 'From <Cost /> to $12.') },
      "typed-figure 'From <Cost /> to $12.'",
    ],
  ])('name %s', (_, files, finding) => {
    const found = findings(files);
    expect(found.map(({ code, span }) => `${code} ${textUnder(span)}`)).toEqual([finding]);
    // A renaming would be made at the place that is marked, which is the whole text here.
    if (finding.includes('<')) expect(found[0]?.rename).toBeUndefined();
  });

  it('name the model itself for the whole bill', () => {
    expect(findings({ 'defence.yaml': card(', costs: [shop, db, db.line]') })).toEqual([]);
  });

  it('are asked of each decision that holds', () => {
    const adrs = {
      '0001-x.md': record(1),
      '0002-x.md': record(2, 'proposed'),
      '0003-x.md': record(3),
      '0004-x.md': record(4, 'superseded by [0003](0003-x.md)'),
    };
    const found = findings({ 'defence.yaml': card() }, { adrs });
    expect(found.map(({ code, span }) => `${code} ${span?.source.name}`)).toEqual([
      'decision-without-card adrs/0003-x.md',
    ]);
    expect(found[0]?.hint).toContain('case-studies/shop/defence.yaml');
    expect(findings({}, { adrs }), 'of nobody who keeps no cards').toEqual([]);
  });

  it('are shown with options, bills and ends', () => {
    const portfolio = portfolioOf(
      content({
        'stories.yaml': story(`${TIED}, long: "One.\\n\\nTwo <Cost />."`),
        'defence.yaml': card(', limit: db.memory, costs: [db]'),
      }),
    );
    const [entry] = portfolio.studies;
    const { stories, defence } = listsOf(portfolio, entry!);
    expect(stories[0]).toMatchObject({
      short: { words: 170, verdict: 'fits' },
      minutes: 1,
      views: [{ text: 'Shop: containers', href: '/views/containers/' }],
      decisions: [
        {
          link: { href: '/adrs/0001-x/' },
          options: [
            { name: 'X', chosen: true, because: 'It is quick' },
            { name: 'Y', chosen: false, because: 'It is slow' },
          ],
        },
      ],
      bill: {
        sizes: ['100K', '500K'],
        rows: [{ what: { text: 'Database', href: '/cost/shop/' }, amounts: ['$20', '$1,234'] }],
      },
    });
    expect(
      stories[0]?.long?.paragraphs.map((pieces) => pieces.map(({ text }) => text).join('')),
    ).toEqual(['One.', 'Two $1,300.']);
    expect(defence[0]?.growth).toEqual({
      sizes: ['500K', '5M', '50M'],
      rows: [
        {
          what: { text: 'Database', href: '/cost/shop/' },
          amounts: ['$1,234', '≥ $12,340', '≥ $123,400'],
        },
        {
          what: { text: 'The whole bill', href: '/cost/shop/' },
          amounts: ['$1,300', '≥ $13,000', '≥ $130,000'],
        },
      ],
    });
    expect(defence[0]?.ends).toEqual([
      { id: 'db.memory', resource: 'Memory', fix: 'Split it.', at: '4M users, 8 times as many' },
      {
        id: 'web.ports',
        resource: 'Ports',
        fix: 'More.',
        at: '1M users, 2 times as many',
        ofAll: true,
      },
    ]);
  });
});

it('a system grows: what ends between one size and the next stands at the next', () => {
  expect(growthRows(COST)).toMatchObject([
    { users: '500K', times: 1, monthly: '$1,300', factor: '×1', ended: [] },
    {
      users: '5M',
      times: 10,
      monthly: '≥ $13,000',
      factor: '×10',
      ended: [{ id: 'web.ports' }, { id: 'db.memory' }],
    },
    { users: '50M', times: 100, factor: '×100', ended: [] },
  ]);
  expect(growthRows(costOf('shop', PARTS)), 'of a model that stops there').toEqual([]);
});

describe('words of the trade', () => {
  it.each([
    ['The Cache is stale.', ['Cache']],
    ['We rest, and API calls REST.', ['API', 'REST']],
    ['A CloudStore and a cloudstore.', ['CloudStore']],
    ['Caching things in a casket.', []],
    ['p95 of a load balancer', ['p95', 'load balancer']],
  ])('are found in “%s”', (text, expected) => {
    expect(jargonIn(text, ['CloudStore, Web']).map(({ word }) => word)).toEqual(expected);
  });

  it('are marked on a page that is to have none, and only there', () => {
    const body =
      '# The cache\n\n<Element id="shop.db">It</Element> is a [store](./cache.mdx), and CloudStore.\n';
    const page = (plain: boolean) => ({
      'p.mdx': `---\ntitle: P\nplain: ${plain}\n---\n\n${body}`,
    });
    expect(findings(page(true)).map((one) => [at(one), textUnder(one.span)])).toEqual([
      ['jargon p.mdx:6:7', 'cache'],
      ['jargon p.mdx:8:67', 'CloudStore'],
    ]);
    expect(findings(page(false))).toEqual([]);
  });
});

describe('interview.yaml', () => {
  const topics =
    'topics: [{ id: caching, title: Cached, tradeOff: T }, { id: go, title: Go, tradeOff: T }]\n';
  const pitch = (say: string) =>
    `pitches: [{ id: me, title: T, seconds: 30, study: shop, say: '${say}' }]\n`;

  it('has a story for each topic, and stories name no other', () => {
    const found = findings(
      { 'stories.yaml': story(`${TIED}, topic: cachign`) },
      { lists: { 'interview.yaml': topics } },
    );
    expect(found.map((one) => `${at(one)} ${textUnder(one.span)}`).toSorted()).toEqual([
      'topic-without-story interview.yaml:1:16 caching',
      'topic-without-story interview.yaml:1:61 go',
      expect.stringMatching(/^unknown-topic stories\.yaml:1:\d+ cachign$/),
    ]);
    const told = portfolioOf(
      content(
        {
          'stories.yaml': story(`${TIED}, topic: go`),
          'told.mdx': '---\ntitle: Told\n---\n\n<Stories />\n',
        },
        { lists: { 'interview.yaml': topics } },
      ),
    );
    expect(topicRows(told).map(({ id, stories }) => [id, stories])).toEqual([
      ['caching', []],
      ['go', [{ text: 'T', href: '/case-studies/shop/told/#story-a', study: 'The shop' }]],
    ]);
  });

  it('asks for what is in brackets, unless the author is a placeholder too', () => {
    const lists = { 'interview.yaml': pitch(`I have [12] years. ${words(50)} <Cost />`) };
    expect(findings({}, { lists }).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'open-placeholder: Still to be filled in: [12].',
    ]);
    const author = { name: 'N', role: 'r', placeholder: true };
    expect(findings({}, { lists, config: { author } })).toEqual([]);
    const [view] = pitchViews(portfolioOf(content({}, { lists })));
    expect(view).toMatchObject({ open: 1, speech: { words: 55, limit: 30, verdict: 'fits' } });
    expect(view?.pieces.filter(({ placeholder, figure }) => placeholder || figure)).toEqual([
      { text: '[12]', placeholder: true },
      { text: '$1,300', figure: true },
    ]);
  });

  it('holds a pitch to its time and to figures of its study', () => {
    const lists = { 'interview.yaml': pitch(`${words(71)} <Cost element="shop.wbe" />`) };
    expect(findings({}, { lists }).map(at)).toEqual([
      'unknown-element interview.yaml:1:62',
      'long-speech interview.yaml:1:17',
    ]);
  });
});
