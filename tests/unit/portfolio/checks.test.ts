import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { checkPortfolio } from '#portfolio/checks/all.ts';
import { portfolioCodes } from '#portfolio/codes.ts';
import { GAPS } from '../../support/gaps.ts';
import { type Content, costOf, portfolioOf } from '../../support/portfolios.ts';
import { at, frontMatter, textUnder } from '../../support/studies.ts';
import { dslOf } from '../../support/workspaces.ts';

const DSL = dslOf(
  `!identifiers hierarchical
   user = person "User"
   shop = softwareSystem "Shop" {
     web = container "Web"
     db = container "DB"
   }
   user -> shop.web`,
  'container shop containers { include * }',
);
const record = (head: string) =>
  `---\nstatus: accepted\n${head}---\n# Use X\n\n## Context\n\nWhy.\n`;
const index = (body: string, more: Readonly<Record<string, unknown>> = {}) =>
  `${frontMatter(more)}\n${body}\n`;

/** A model's file; what it costs is worked out elsewhere. */
const MODEL = `export default defineCostModel({
  id: 'shop',
  system: 'shop',
  run: () => component({ element: "shop.db" }),
});
`;
const VISITS = {
  ...{ label: 'Visits', unit: 'visit', low: 1, likely: 2, high: 3 },
  ...{ basis: 'estimate' as const, why: 'A guess.' },
} as const;
const QUEUE = { label: 'Queue', options: { kafka: 'Kafka', sqs: 'SQS' }, taken: 'kafka' };
const costs = [
  costOf('shop', [{ element: 'shop.db', small: 1, large: 2 }], {
    parameters: { drivers: { visits: VISITS }, choices: { queue: QUEUE } },
  }),
];
const modelSources = new Map([['shop', new Source('cost-models/shop.ts', MODEL)]]);

function findings(content: Content, sources = modelSources) {
  return checkPortfolio({
    portfolio: portfolioOf({ dsl: DSL, ...content }),
    modelSources: sources,
    // `readiness.test.ts` and `coverage.test.ts` have these.
  }).filter(({ code }) => !GAPS.has(code));
}

const study = (body: string, more: Readonly<Record<string, unknown>> = {}, files = {}) => ({
  studies: { shop: { 'index.mdx': index(body, more), ...files } },
});

/** A record of two options, X and Y, with what one of them costs. */
const decided = (cost: string) => ({
  adrs: {
    '0001-a.md': `---\nstatus: accepted\noptions:\n  - { ${cost} }\n---\n# Use X\n\n## Considered Options\n\n* X\n* Y\n`,
  },
});

/** A record with an entry that ties it to the model or to a bill. */
const tied = (entry: string) => ({
  adrs: { '0001-a.md': `---\nstatus: accepted\n${entry}\n---\n# A\n` },
});

/** Front matter of a study with figures. */
const PRICED = { costModel: 'shop' };

/** Lists of one entry. */
const threat = (from: string) =>
  `- { id: a, title: t, stride: spoofing, flow: { from: ${from} }, harm: h, controls: [{ layer: edge, does: d }] }\n`;
const event = (producer: string, consumers: string) =>
  `- { id: a, name: n, topic: t, key: k, when: w, schema: { version: 1, fields: { f: f } }, failure: f,
    producer: ${producer},
    consumers: ${consumers} }\n`;
const stop = (more: string, seconds: string) =>
  `- { id: a, title: t, say: s, ${more}seconds: { ${seconds} } }\n`;

/** One broken input a row: what is wrong, its one finding, and the text that it marks. */
const BROKEN: readonly (readonly [
  what: string,
  content: Content,
  finding: string,
  text: string | undefined,
])[] = [
  [
    'a view in a page',
    study('é <Diagram view="contaniers" />'),
    'unknown-view index.mdx:8:18',
    'contaniers',
  ],
  [
    'a view in braces',
    study("<Diagram\n  view={'none'}\n/>"),
    'unknown-view index.mdx:9:10',
    'none',
  ],
  [
    'a view in front matter',
    study('', { drawing: 'none' }),
    'unknown-view index.mdx:6:10',
    '"none"',
  ],
  [
    'a view in a further page',
    study('', {}, { 'deep.mdx': '---\ntitle: D\n---\n\n<Diagram view="none" />\n' }),
    'unknown-view deep.mdx:5:16',
    'none',
  ],
  [
    'an element in a page',
    study('The <Element id="shop.wbe" />.'),
    'unknown-element index.mdx:8:18',
    'shop.wbe',
  ],
  [
    'an element in a figure',
    study('é <Element id="shop.wbe">w</Element>'),
    'unknown-element index.mdx:8:16',
    'shop.wbe',
  ],
  [
    'the system of a study',
    study('', { system: 'shpo' }),
    'unknown-element index.mdx:5:9',
    '"shpo"',
  ],
  [
    'an element of a requirement',
    study(
      '',
      {},
      {
        'nfrs.yaml':
          '- { id: a, quality: q, target: t, limit: l, measured: m, elements: [shop.web, shop.none] }\n',
      },
    ),
    'unknown-element nfrs.yaml:1:79',
    'shop.none',
  ],
  [
    'an element of a failure',
    study(
      '',
      {},
      {
        'failure-modes.yaml':
          '- id: a\n  name: n\n  trigger: t\n  breaks: b\n  radius: r\n  users: u\n  detection: d\n  mitigation: m\n  recovery: r\n  elements:\n    - shop.none\n',
      },
    ),
    'unknown-element failure-modes.yaml:11:7',
    'shop.none',
  ],
  [
    'an element of a risk',
    study(
      '',
      {},
      {
        'risks.yaml':
          '- id: a\n  title: t\n  elements: [shop.web, shop.none]\n  likelihood: 1\n  impact: 1\n  owner: o\n  response: avoid\n  mitigation: m\n',
      },
    ),
    'unknown-element risks.yaml:3:24',
    'shop.none',
  ],
  [
    'the one element of a risk',
    study(
      '',
      {},
      {
        'risks.yaml':
          '- id: a\n  title: t\n  elements: shop.none\n  likelihood: 1\n  impact: 1\n  owner: o\n  response: avoid\n  mitigation: m\n',
      },
    ),
    'unknown-element risks.yaml:3:13',
    'shop.none',
  ],
  [
    'an element of a record',
    { adrs: { '0001-use-x.md': record('elements: [shop.web, shop.none]\n') } },
    'unknown-element 0001-use-x.md:3:22',
    'shop.none',
  ],
  [
    'an element of a cost model',
    { costs: [costOf('shop', [{ element: 'shop.none', small: 1, large: 1 }])] },
    'unknown-element shop.ts:1:1',
    'export default defineCostModel({',
  ],
  [
    'a decision of a requirement',
    study(
      '',
      {},
      {
        'nfrs.yaml':
          '- id: a\n  quality: q\n  target: t\n  limit: l\n  measured: m\n  decisions: [7]\n',
      },
    ),
    'unknown-decision nfrs.yaml:6:15',
    '7',
  ],
  ['a decision in a page', study('See <Adr id={7} />.'), 'unknown-decision index.mdx:8:14', '7'],
  [
    'a decision by its file',
    study('See <Adr id="0007-none" />.'),
    'unknown-decision index.mdx:8:14',
    '0007-none',
  ],
  [
    'an element of a threat’s data flow',
    study('', {}, { 'threats.yaml': threat('user, to: shop.none') }),
    'unknown-element threats.yaml:1:64',
    'shop.none',
  ],
  [
    'a data flow that the model lacks',
    study('', {}, { 'threats.yaml': threat('shop.web, to: shop.db') }),
    'unknown-relationship threats.yaml:1:46',
    '{ from: shop.web, to: shop.db }',
  ],
  [
    'a data flow the wrong way round',
    study('', {}, { 'threats.yaml': threat('shop.web, to: user') }),
    'unknown-relationship threats.yaml:1:46',
    '{ from: shop.web, to: user }',
  ],
  [
    'the producer of an event',
    study(
      '',
      {},
      { 'events.yaml': event('shop.wbe', '[{ group: g, element: shop.web, does: d }]') },
    ),
    'unknown-element events.yaml:2:15',
    'shop.wbe',
  ],
  [
    'the consumer of an event',
    study('', {}, { 'events.yaml': event('user', '[{ group: g, element: shop.wbe, does: d }]') }),
    'unknown-element events.yaml:3:38',
    'shop.wbe',
  ],
  [
    'an event that cannot arrive',
    study('', {}, { 'events.yaml': event('user', '[{ group: g, element: shop.db, does: d }]') }),
    'unconnected-event events.yaml:3:38',
    'shop.db',
  ],
  [
    'the cache of an entry',
    study(
      '',
      {},
      {
        'cache.yaml':
          '- { id: a, what: w, key: k, readBy: shop.web, ttl: none, invalidation: i, whenDown: d, entries: 1, size: 1 kB, element: cache }\n',
      },
    ),
    'unknown-element cache.yaml:1:121',
    'cache',
  ],
  [
    'an element of a subnet',
    study(
      '',
      {},
      {
        'network.yaml':
          '- { id: a, name: n, cidr: 10.0.0.0/8, zones: [z], subnets: [{ id: s, cidr: 10.0.0.0/24, zone: z, kind: public, elements: [shop.web, none] }] }\n',
      },
    ),
    'unknown-element network.yaml:1:133',
    'none',
  ],
  [
    'a requirement of an objective',
    study(
      '',
      {},
      {
        'nfrs.yaml': '- { id: fast, quality: q, target: t, limit: l, measured: m }\n',
        'slos.yaml': '- { id: a, name: n, sli: s, objective: 99, nfrs: [fsat] }\n',
      },
    ),
    'unknown-requirement slos.yaml:1:51',
    'fsat',
  ],
  [
    'the runbook of a failure',
    study(
      '',
      {},
      {
        'failure-modes.yaml':
          '- { id: a, name: n, trigger: t, breaks: b, radius: r, users: u, detection: d, mitigation: m, recovery: r, elements: [shop.web], runbook: ./runbook.mdx }\n',
      },
    ),
    'unknown-link failure-modes.yaml:1:138',
    './runbook.mdx',
  ],
  [
    'a view of a story',
    study(
      '',
      {},
      {
        'stories.yaml':
          '- { id: a, title: t, situation: s, task: t, action: a, result: r, tradeOff: t, views: [contaniers] }\n',
      },
    ),
    'unknown-view stories.yaml:1:88',
    'contaniers',
  ],
  [
    'a decision of a defence card',
    study(
      '',
      {},
      {
        'defence.yaml':
          '- { id: a, question: q, answer: a, constraints: c, criteria: c, gaveUp: g, differently: d, atScale: s, breaksFirst: b, decisions: [7] }\n',
      },
    ),
    'unknown-decision defence.yaml:1:132',
    '7',
  ],
  [
    'a cost line of a stop',
    study('', PRICED, { 'walkthrough.yaml': stop('cost: shop.none, ', '3-min: 10') }),
    'unknown-cost-line walkthrough.yaml:1:36',
    'shop.none',
  ],
  [
    'a cost line without a model',
    study('', {}, { 'walkthrough.yaml': stop('cost: db, ', '3-min: 10') }),
    'unknown-cost-line walkthrough.yaml:1:36',
    'db',
  ],
  [
    'a stop with a story that is not there',
    study('', {}, { 'walkthrough.yaml': stop('story: none, ', '3-min: 10') }),
    'unknown-story walkthrough.yaml:1:37',
    'none',
  ],
  [
    'a capacity of a stop',
    study('', PRICED, { 'walkthrough.yaml': stop('capacity: none, ', '3-min: 10') }),
    'unknown-cost-line walkthrough.yaml:1:40',
    'none',
  ],
  [
    'more words than a stop has time for',
    study(
      '',
      {},
      { 'walkthrough.yaml': '- { id: a, title: A, say: one two three, seconds: { 5-min: 1 } }\n' },
    ),
    'rushed-stop walkthrough.yaml:1:27',
    'one two three',
  ],
  [
    'a cut that takes too long',
    study('', {}, { 'walkthrough.yaml': stop('', '3-min: 181') }),
    'long-cut walkthrough.yaml:1:41',
    '3-min',
  ],
  [
    'a figure that is still to be measured',
    study(
      '',
      {},
      {
        'benchmarks.yaml':
          '- { id: a, title: t, system: s, source: s, measures: [{ id: m, label: M, unit: ms, better: less }], stages: [{ id: b, title: B, values: { m: null } }, { id: c, title: C, values: { m: 1 } }] }\n',
      },
    ),
    'unmeasured benchmarks.yaml:1:139',
    'm',
  ],
  [
    'a sentence that is still to be written',
    study('To be written: the sentence.'),
    'unwritten index.mdx:8:1',
    'To be written:',
  ],
  [
    'a list that a component would show',
    study('é <Threats by="layer" />'),
    'nothing-to-show index.mdx:8:3',
    '<Threats by="layer" />',
  ],
  [
    'a part of a network that there is not',
    study(
      '<Network part="nets" />',
      {},
      {
        'network.yaml':
          '- { id: a, name: n, cidr: 10.0.0.0/8, zones: [z], subnets: [{ id: s, cidr: 10.0.0.0/24, zone: z, kind: public }] }\n',
      },
    ),
    'wrong-attribute index.mdx:8:16',
    'nets',
  ],
  ['a cost model', study('', { costModel: 'shpo' }), 'unknown-cost-model index.mdx:6:12', '"shpo"'],
  [
    'the study of a record',
    { adrs: { '0001-use-x.md': record('studies: [shpo]\n') } },
    'unknown-study 0001-use-x.md:3:11',
    'shpo',
  ],
  [
    'a component',
    study('<Diagramm view="containers" />'),
    'unknown-component index.mdx:8:2',
    'Diagramm',
  ],
  [
    'a component within words',
    study('é <Elemnt id="shop" /> x'),
    'unknown-component index.mdx:8:4',
    'Elemnt',
  ],
  [
    'an attribute that is missing',
    study('<Diagram />'),
    'missing-attribute index.mdx:8:1',
    '<Diagram />',
  ],
  [
    'an attribute that only code knows',
    study('<Element id={name} />'),
    'wrong-attribute index.mdx:8:14',
    'name',
  ],
  [
    'a number of users that is none',
    study('<Cost users={25.5} />', PRICED),
    'wrong-attribute index.mdx:9:14',
    '25.5',
  ],
  [
    'a figure that there is not',
    study('<Cost per="year" />', PRICED),
    'wrong-attribute index.mdx:9:12',
    'year',
  ],
  [
    'an overlay that there is not',
    study('<Diagram view="containers" overlay="off" />'),
    'wrong-attribute index.mdx:8:37',
    'off',
  ],
  [
    'an attribute that is mistyped',
    study('<Cost user={100000} />', PRICED),
    'unknown-attribute index.mdx:9:7',
    'user',
  ],
  [
    'an attribute of a component that has none',
    study('<Note wide>x</Note>'),
    'unknown-attribute index.mdx:8:7',
    'wide',
  ],
  [
    'attributes from elsewhere',
    study('<Diagram view="containers" {...more} />'),
    'wrong-attribute index.mdx:8:28',
    '{...more}',
  ],
  [
    'a number for a text',
    study('<Diagram view="containers" caption={3} />'),
    'wrong-attribute index.mdx:8:37',
    '3',
  ],
  [
    'an attribute without its value',
    study('<Cost users />', PRICED),
    'wrong-attribute index.mdx:9:7',
    'users',
  ],
  [
    'a table of a list that is not there',
    study('é <Nfrs />'),
    'nothing-to-show index.mdx:8:3',
    '<Nfrs />',
  ],
  [
    'the risks of a study that tells of none',
    study('é <Risks />'),
    'nothing-to-show index.mdx:8:3',
    '<Risks />',
  ],
  [
    'the claims of a study that has none',
    study('é <Audit />'),
    'nothing-to-show index.mdx:8:3',
    '<Audit />',
  ],
  [
    'an estimate that the claims lack',
    study(
      '<Audit estimate="mine" />',
      {},
      { 'claims.yaml': '- { id: main, title: T, source: S }' },
    ),
    'nothing-to-show index.mdx:8:18',
    'mine',
  ],
  ['a figure without a model', study('é <Cost />'), 'nothing-to-show index.mdx:8:3', '<Cost />'],
  [
    'a figure of an element that the model lacks',
    study('<Cost element="shop.web" />', PRICED),
    'nothing-to-show index.mdx:9:16',
    'shop.web',
  ],
  [
    'a price for an option that is not considered',
    decided('option: Z, model: shop'),
    'unknown-option 0001-a.md:4:15',
    'Z',
  ],
  [
    'an option without a model',
    decided('option: X'),
    'unknown-cost-model 0001-a.md:4:5',
    '{ option: X }',
  ],
  [
    'an option with a model that is not there',
    decided('option: X, model: shap'),
    'unknown-cost-model 0001-a.md:4:25',
    'shap',
  ],
  [
    'a parameter that the model has not',
    decided('option: 2, model: shop, parameters: { quee: sqs }'),
    'wrong-parameter 0001-a.md:4:45',
    'quee',
  ],
  [
    'an option that the choice has not',
    decided('option: X, model: shop, parameters: { queue: sns }'),
    'wrong-parameter 0001-a.md:4:52',
    'sns',
  ],
  [
    'a driver below nothing',
    decided('option: X, model: shop, parameters: { visits: -1, queue: sqs }'),
    'wrong-parameter 0001-a.md:4:53',
    '-1',
  ],
  [
    'a record about a relationship that the workspace has the other way',
    tied('relationships: shop.web -> user'),
    'unknown-relationship 0001-a.md:3:16',
    'shop.web -> user',
  ],
  [
    'a record about a relationship of another description',
    tied('relationships: ["user -> shop.web: Steals"]'),
    'unknown-relationship 0001-a.md:3:18',
    'user -> shop.web: Steals',
  ],
  [
    'a record about a relationship of an element that is not there',
    tied('relationships: [user -> shop.wbe]'),
    'unknown-element 0001-a.md:3:17',
    'user -> shop.wbe',
  ],
  [
    'a record about the bill of no model',
    tied('costs: shap/database'),
    'unknown-cost-model 0001-a.md:3:8',
    'shap/database',
  ],
  [
    'a record about a part that its bill has not',
    {
      adrs: { '0001-a.md': '# A\n\n## Status\n\nAccepted\n\n## Context\n\n[x](cost:shop/queue)\n' },
    },
    'unknown-cost-line 0001-a.md:9:1',
    '[x](cost:shop/queue)',
  ],
];

describe('every rule finds', () => {
  it.each(BROKEN)('%s', (_, content, finding, text) => {
    const found = findings({ costs, ...content });
    expect(found.map(at)).toEqual([finding]);
    expect(textUnder(found[0]?.span)).toBe(text);
    const warnings = ['unconnected-event', 'long-cut', 'rushed-stop', 'unmeasured', 'unwritten'];
    const isWarning = warnings.includes(found[0]?.code ?? '');
    expect(found[0]?.severity).toBe(isWarning ? 'warning' : 'error');
  });

  it('and has a broken input for each of its codes', () => {
    const codes = new Set(BROKEN.map(([, , finding]) => finding.split(' ')[0]));
    // `links.test.ts` has those of links.
    const links = [
      'unknown-link',
      'unknown-anchor',
      'bad-link',
      'missing-image',
      'bad-picture',
      'cleaned-picture',
    ];
    const below = [
      'same-order',
      'large-view',
      'reserved-name',
      'superseded-decision',
      'other-size',
      'unknown-instance-price',
    ];
    // `facts.test.ts` has those of what contradicts each other.
    const facts = ['requirement-beyond-capacity', 'typed-figure', 'unlisted-event', 'unread-event'];
    // `sources/portfolio-lists.test.ts` has those of lists of the portfolio as a whole.
    const lists = ['unknown-entry', 'no-evidence'];
    // `sources/posts.test.ts` has those of posts.
    const posts = ['foreign-letters', 'long-post', 'unknown-channel', 'unknown-subject'];
    // `interview.test.ts` has those of what is said.
    const said = [
      'long-speech',
      'jargon',
      'unknown-topic',
      'topic-without-story',
      'open-placeholder',
    ];
    // `pages/review/comments.test.ts` has those of reviewers' comments.
    const reviews = ['review-without-comments', 'unreadable-comment', 'vanished-anchor'];
    // `page-names.test.ts` has those of addresses.
    const addresses = ['same-address', 'long-address', 'windows-name'];
    const elsewhere = [...addresses, ...links, ...lists, ...posts, ...said, ...reviews];
    expect(codes.union(new Set([...below, ...facts, ...GAPS, ...elsewhere]))).toEqual(
      new Set(Object.keys(portfolioCodes)),
    );
  });

  it('a study that rests on a decision which no longer holds, and says what does', () => {
    const found = findings({
      adrs: {
        '0001-a.md': '# A\n\n## Status\n\nSuperseded by [2. B](0002-b.md)\n',
        '0002-b.md': '# B\n\n## Status\n\nSuperseded by [3. C](0003-c.md)\n',
        '0003-c.md': '# C\n\n## Status\n\nAccepted\n',
      },
      ...study(
        '<Adr id="0001" /> <Adr id="0003" />',
        {},
        {
          'nfrs.yaml':
            '- { id: fast, quality: Q, target: T, limit: L, measured: M, decisions: [3, 2] }',
        },
      ),
    }).filter(({ code }) => code === 'superseded-decision');
    expect(found.map((one) => [at(one), textUnder(one.span), one.severity])).toEqual([
      ['superseded-decision nfrs.yaml:1:76', '2', 'warning'],
      ['superseded-decision index.mdx:8:10', '0001', 'warning'],
    ]);
    for (const { hint } of found) expect(hint).toContain('0003-c');
  });

  it.each([
    ['100000', 0],
    ['500000', 0],
    ['7', 1],
    ['many', 1],
  ])('a deployment view for %s users: %i findings', (users, count) => {
    const dsl = dslOf(
      `shop = softwareSystem "Shop" { web = container "Web" }
       live = deploymentEnvironment "Live" { deploymentNode "Box" { containerInstance web } }`,
      `deployment shop "Live" live {
         include *
         properties { archfolio.users ${users} }
       }`,
    );
    const found = findings({ dsl });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual(
      Array(count).fill(['other-size', 'warning']),
    );
  });

  it('a model that would take the address of the audit', () => {
    const source = new Source('cost-models/audit.ts', "export default define({ id: 'audit' });\n");
    const found = findings({ costs }, new Map([['audit', source]]));
    expect(found.map(at)).toEqual(['reserved-name audit.ts:1:30']);
    expect(textUnder(found[0]?.span)).toBe('audit');
  });

  it('marks an element where a model writes it, in any quotes', () => {
    for (const quote of ["'", '"', '`']) {
      const text = `x\nrun({ element: ${quote}shop.none${quote} })\n`;
      const [found] = findings(
        { costs: [costOf('shop', [{ element: 'shop.none', small: 1, large: 1 }])] },
        new Map([['shop', new Source('cost-models/shop.ts', text)]]),
      );
      expect(found && at(found)).toBe('unknown-element shop.ts:2:17');
      expect(textUnder(found?.span)).toBe('shop.none');
    }
  });

  it('marks the system of a model behind its key, though the id is the same', () => {
    const text = `define({ id: 'none', title: 'none', system: 'none' })\n`;
    const found = findings(
      { costs: [costOf('shop', [], { system: 'none' })] },
      new Map([['shop', new Source('cost-models/shop.ts', text)]]),
    );
    expect(found.map(at)).toEqual(['unknown-element shop.ts:1:46']);
  });

  it('tells an element of a model once, however many parts it has', () => {
    const parts = [
      { id: 'a', element: 'shop.none', small: 1, large: 1 },
      { id: 'b', element: 'shop.none', small: 1, large: 1 },
    ];
    expect(findings({ costs: [costOf('shop', parts, { system: 'none' })] })).toHaveLength(2);
  });
});

describe('all that is wrong at once', () => {
  it('is found at once', () => {
    const all: Content = {
      costs: [costOf('shop', [{ element: 'shop.gone', small: 1, large: 1 }])],
      adrs: { '0001-use-x.md': record('elements: [lost]\nstudies: [nowhere]\n') },
      studies: {
        shop: {
          'index.mdx': index(
            '<Diagram view="a" /> <Diagram /> <Element id="b" /> <Adr id="9" /> <Odd /> <Cost per="x" />',
            { system: 'c', drawing: 'd', costModel: 'e' },
          ),
          'nfrs.yaml':
            '- { id: a, quality: q, target: t, limit: l, measured: m, decisions: [8], elements: [f] }\n',
        },
      },
    };
    expect(
      findings(all).map(({ code, message }) => `${code} ${/`?([\w.]+)`?\.$/.exec(message)?.[1]}`),
    ).toEqual([
      'unknown-view d',
      'unknown-view a',
      'unknown-element c',
      'unknown-element b',
      'unknown-element f',
      'unknown-element lost',
      'unknown-element gone'.replace('gone', 'shop.gone'),
      'unknown-decision 8',
      'unknown-decision 9',
      'unknown-study nowhere',
      'unknown-cost-model e',
      'missing-attribute view',
      'unknown-component Odd',
      'wrong-attribute x',
    ]);
  });
});

describe('what fits together', () => {
  it('is left alone', () => {
    const good: Content = {
      costs,
      adrs: { '0001-use-x.md': record('elements: [SHOP.web]\nstudies: [shop]\n') },
      studies: {
        shop: {
          'index.mdx': index(
            [
              'import Chart from "./chart.astro"',
              'import { Bar as Bars, type Line } from "./bars.ts"',
              '',
              'export const Local = () => null',
              '',
              '<Diagram view="containers" overlay="none" /> <Element id="shop.db" /> <Adr id="1" />',
              '<Adr id={1} /> <Adr id="0001" /> <Adr id="0001-use-x" /> <Cost users={250_000} per="share" />',
              '<Cost users="100000" element="shop.db" /> <b>x</b> <Claim /> <Note /> <CostTable /> <Nfrs />',
              '<FailureModes /> <Limits /> <Chart /> <Bars /> <Local /> <Chart.Part />',
            ].join('\n'),
            { drawing: 'containers', costModel: 'shop' },
          ),
          'nfrs.yaml':
            '- { id: a, quality: q, target: t, limit: l, measured: m, decisions: [1], elements: [shop, user] }\n',
          'failure-modes.yaml': '[]\n',
        },
      },
    };
    expect(findings(good)).toEqual([]);
  });

  it('is nothing at all in an empty portfolio', () => {
    expect(checkPortfolio({ portfolio: portfolioOf({}), modelSources: new Map() })).toEqual([]);
  });
});

describe('hints', () => {
  it.each([
    ['a near name', study('<Diagram view="contaners" />'), 'Did you mean `containers`?'],
    ['what there is', study('<Diagram view="x" />'), 'Views: containers.'],
    ['a near element', study('<Element id="shop.wbe" />'), 'Did you mean `shop.web`?'],
    ['nothing where no element is near', study('<Element id="x" />'), undefined],
    ['that the log is empty', study('<Adr id="1" />'), 'The log is empty.'],
    ['the models', study('', { costModel: 'x' }), 'Models: shop.'],
    ['a near component', study('<Diagramm view="containers" />'), 'Did you mean `Diagram`?'],
    ['a near quantity', study('<Demand of="ordres" />', PRICED), 'Did you mean `orders`?'],
    ['what one of is priced', study('<Cost of="users" />', PRICED), 'There are orders.'],
    ['what is chosen', study('<BreakEven choice="how" />', PRICED), 'There are queue.'],
    ['a near option', study('<Cost instead="spto" />', PRICED), 'Did you mean `spot`?'],
    [
      'a near option beside',
      study('<CostInstead option="spto" />', PRICED),
      'Did you mean `spot`?',
    ],
    [
      'how a state is written',
      study('<CostDifference from="user=7" to="scenario=high" />', PRICED),
      'It is written as the address of the explorer is: `users=100000&commitment=1y`.',
    ],
    [
      'that an option has one size',
      study('<Cost instead="spot" users={7} />', PRICED),
      'Leave `users` out.',
    ],
    [
      'what a value may be',
      study('<Cost users="100K" />', PRICED),
      'A whole number of users from 1 to 10000000000, such as 250000.',
    ],
  ])('say %s', (_, content, hint) => {
    expect(findings({ costs, ...content }).map((found) => found.hint)).toEqual([hint]);
  });

  it('say how to begin where there is nothing yet', () => {
    expect(findings(study('', { costModel: 'x' }), new Map())[0]?.hint).toBe(
      'The folder cost-models/ has none yet.',
    );
    const [view] = findings({
      dsl: dslOf('shop = softwareSystem "Shop"'),
      ...study('<Diagram view="x" />'),
    });
    expect(view?.hint).toBeUndefined();
    const [none] = findings({ adrs: { '0001-x.md': record('studies: [x]\n') } });
    expect(none?.hint).toBeUndefined();
  });
});

it('warns of a view that is drawn as a grid, for it is beyond a layout', () => {
  const names = Array.from({ length: 400 }, (_, i) => i);
  const dsl = `workspace {
    model {
      ${names.map((i) => `s${i} = softwareSystem "S${i}"`).join('\n')}
      ${[1, 2, 3, 4].flatMap((k) => names.map((i) => `s${i} -> s${(31 * i + 17 * k) % 400} "Asks ${k}"`)).join('\n')}
    }
    views {
      systemLandscape all {
        include *
      }
      systemLandscape few {
        include s0 s1 s2
      }
    }
  }`;
  const found = findings({ dsl });
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['large-view', 'warning']]);
  expect(found[0]?.message).toContain('`all`');
});

it('tells of studies with one number, and which comes first', () => {
  const same = { b: { 'index.mdx': index('') }, a: { 'index.mdx': index('') } };
  const found = findings({ costs, studies: same });
  expect(found.map(at)).toEqual(['same-order index.mdx:4:8']);
  expect(found.map(({ severity, span }) => [severity, span?.source.name])).toEqual([
    ['warning', 'case-studies/b/index.mdx'],
  ]);
});

describe('what follows from another error', () => {
  const broken = study('<Diagram view="a" /> <Odd /> [x](/nope/) [y](study:z)', {
    system: 'c',
    costModel: 'e',
  });

  it.each([
    [
      [],
      [],
      [
        'unknown-view',
        'unknown-element',
        'unknown-cost-model',
        'unknown-component',
        'unknown-link',
        'unknown-study',
      ],
    ],
    [['workspace'], [], ['unknown-cost-model', 'unknown-component', 'unknown-study']],
    [['models'], [], ['unknown-view', 'unknown-element', 'unknown-component', 'unknown-study']],
    [
      [],
      ['case-studies/z/index.mdx'],
      [
        'unknown-view',
        'unknown-element',
        'unknown-cost-model',
        'unknown-component',
        'unknown-link',
      ],
    ],
  ] as const)('is left out where %j and %j could not be read', (unread, unreadFiles, codes) => {
    const portfolio = portfolioOf({ dsl: DSL, ...broken });
    const found = checkPortfolio({ portfolio, modelSources, unread, unreadFiles });
    const gaps = found.filter(({ code }) => GAPS.has(code));
    expect(gaps.some(({ code }) => code === 'missing-artifact')).toBe(unread.length === 0);
    expect(found.filter((one) => !gaps.includes(one)).map(({ code }) => code)).toEqual(codes);
  });
});

it.each([
  ['risks', '#risk-lost', []],
  ['failure-modes', '#failure-lost', []],
  ['failure-modes', '#note-a', ['unknown-anchor']],
])('leaves out of %s, which could not be read, what links to %s', (list, anchor, codes) => {
  const portfolio = portfolioOf({ dsl: DSL, ...study(`[x](${anchor})`) });
  const unreadFiles = [`case-studies/s/${list}.yaml`];
  const found = checkPortfolio({ portfolio, modelSources, unread: [], unreadFiles });
  expect(found.filter(({ code }) => !GAPS.has(code)).map(({ code }) => code)).toEqual(codes);
});

describe('names of entries of a list that could not be read', () => {
  const entries = {
    'index.mdx': index('', { system: 's' }),
    'walkthrough.yaml':
      '- { id: a, title: A, line: A., story: gone, say: A few words., seconds: { 3-min: 60 } }\n',
  };
  const lists = {
    'evidence.yaml': `modules:
  - id: a
    title: A
    asks:
      - id: one
        asked: One
        shown: [{ practice: gone }, { pitch: gone }, { entry: s/risks#gone }]
`,
  };
  const codes = (unreadFiles: readonly string[]) => {
    const portfolio = portfolioOf({ dsl: DSL, studies: { s: entries }, lists });
    const found = checkPortfolio({ portfolio, modelSources, unread: [], unreadFiles });
    return found.map(
      ({ code, message }) => `${code} ${/`([\w-]+\.yaml)`/.exec(message)?.[1] ?? ''}`,
    );
  };
  const told = [
    'unknown-entry practice.yaml',
    'unknown-entry interview.yaml',
    'unknown-entry risks.yaml',
    'unknown-story ',
  ];

  it.each([
    ['practice', 'case-studies/practice.yaml', told[0]],
    ['interview', 'case-studies/interview.yaml', told[1]],
    ['risks', 'case-studies/s/risks.yaml', told[2]],
    ['stories', 'case-studies/s/stories.yaml', told[3]],
  ])('are left out for %s', (_, file, left) => {
    expect(codes([])).toEqual(expect.arrayContaining(told));
    const found = codes([file]);
    expect(told.filter((one) => !found.includes(one))).toEqual([left]);
  });
});

describe('silenced codes', () => {
  it('stay errors: only a warning can be known and accepted', () => {
    const rules = { 'unknown-view': { off: 'It comes next week.' } };
    const content = { ...study('<Diagram view="none" />'), config: { rules } };
    expect(findings(content).map(({ code }) => code)).toEqual(['unknown-view']);
  });
});
