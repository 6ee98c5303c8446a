import { describe, expect, it } from 'vitest';
import { walkPage } from '#portfolio/pages/walkthrough/walkthrough.ts';
import { costOf, portfolioOf, TOOLS } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';
import { dslOf } from '../../../support/workspaces.ts';

const DSL = dslOf(
  `!identifiers hierarchical
   user = person "User"
   shop = softwareSystem "Shop" {
     web = container "Web"
     db = container "DB"
     mail = container "Mail"
   }
   user -> shop.web
   shop.web -> shop.db
   shop.web -> shop.mail`,
  `container shop containers { include * }
   dynamic shop order {
     user -> shop.web "Orders"
     shop.web -> shop.db "Writes"
     properties {
       "archfolio.diagram" "sequence"
     }
   }`,
);
const STOPS = `
- { id: whole, title: The whole, view: containers, say: 'This is it. And that.', seconds: { 3-min: 30, 5-min: 40 } }
- { id: part, title: A part, view: containers, elements: [shop.db], requirement: fast, say: One., seconds: { 5-min: 10 } }
- { id: steps, title: Steps, view: order, elements: [shop.db], say: Two., seconds: { 5-min: 10 } }
- { id: bill, title: The bill, cost: db, line: It grows., say: Three., notes: [Later.], seconds: { 3-min: 20, 5-min: 10 } }
- { id: choice, title: The choice, decisions: [1], say: Four., seconds: { 5-min: 10 } }
- { id: told, title: A story, story: tale, say: Five., seconds: { 5-min: 10 } }
- { id: words, title: Words, say: Six. Seven., seconds: { 5-min: 10 } }
`;
const portfolio = portfolioOf({
  dsl: DSL,
  studies: {
    shop: {
      'index.mdx': frontMatter({ costModel: 'shop' }),
      'walkthrough.yaml': STOPS,
      'nfrs.yaml': '- { id: fast, quality: Page, target: 200 ms, limit: 1 s, measured: m }\n',
      'stories.yaml':
        '- { id: tale, title: t, situation: s, task: t, action: a, result: r, tradeOff: o }\n',
      'defence.yaml':
        '- { id: why, question: Why?, answer: So., constraints: c, criteria: c, gaveUp: g, differently: d, atScale: s, breaksFirst: b, decisions: [1] }\n',
    },
  },
  adrs: {
    '0001-a.md':
      '---\nstatus: accepted\n---\n# A\n\n## Considered Options\n\n* One\n* Two\n\n## Decision Outcome\n\nChosen option: "Two", because.\n',
  },
  costs: [
    costOf('shop', [
      { id: 'db', title: 'DB', element: 'shop.db', small: 20, large: 1234 },
      { id: 'web', title: 'Web', element: 'shop.web', small: 10, large: 617 },
    ]),
  ],
});

function page(cut: '3-min' | '5-min') {
  const [entry] = portfolio.studies;
  if (!entry) throw new Error('The study can be read.');
  return walkPage(portfolio, entry, cut, TOOLS);
}

const idOf = (name: string) =>
  portfolio.index.workspace.elements.find((one) => one.name === name)?.id ?? '';

describe('a walkthrough', () => {
  it('has the stops of its length, with the time that each has there', () => {
    expect(page('3-min').stops.map(({ id, time }) => `${id} ${time}`)).toEqual([
      'whole 0:30',
      'bill 0:20',
    ]);
    expect(page('5-min')).toMatchObject({
      length: '5 minutes',
      time: '1:40',
      href: '/walkthrough/shop/5-min/',
      presenter: '/walkthrough/shop/5-min/presenter/',
      cuts: [
        { text: '3 minutes', href: '/walkthrough/shop/3-min/', current: false },
        { text: '5 minutes', href: '/walkthrough/shop/5-min/', current: true },
      ],
    });
  });

  it('shows all of a view, or what is pointed at with its neighbours', () => {
    const [whole, part] = page('5-min').stops.map(({ picture }) => picture);
    expect(whole).toMatchObject({ pointed: [], near: [], sights: [], head: 0 });
    expect(part?.pointed.map(({ id }) => id)).toEqual([idOf('DB')]);
    expect(new Set(part?.near)).toEqual(new Set([idOf('DB'), idOf('Web')]));
    expect(part?.sights).toEqual(part?.pointed.map(({ box }) => box));
    expect(part?.neighbourhood?.width).toBeGreaterThanOrEqual(part?.sights[0]?.width ?? 0);
    expect(part?.drawing).toBe(whole?.drawing);
  });

  it('reads a sequence step by step, below its participants', () => {
    const steps = page('5-min').stops.find(({ id }) => id === 'steps')?.picture;
    expect(steps?.sights).toHaveLength(2);
    expect(steps?.near).toEqual([]);
    expect(steps?.head).toBeGreaterThan(0);
    expect(steps?.sights.every(({ y }) => y >= (steps?.head ?? 0))).toBe(true);
  });

  it('shows a bill, a decision, a story or words where a stop has no view', () => {
    const sheets = page('5-min').stops.flatMap(({ sheet }) => sheet ?? []);
    expect(sheets).toMatchObject([
      {
        bill: {
          users: ['100K', '500K'],
          total: ['$30', '$1,851'],
          rows: [
            { title: 'DB', small: '$20', large: '$1,234', at: [1.6, 100], meant: true },
            { title: 'Web', small: '$10', large: '$617', at: [0.8, 50], meant: false },
          ],
        },
        words: [],
      },
      {
        decisions: [
          {
            number: '0001',
            link: { text: 'A', href: '/adrs/0001-a/' },
            options: [
              { name: 'One', chosen: false },
              { name: 'Two', chosen: true },
            ],
          },
        ],
      },
      {
        story: [
          ['Situation', 's'],
          ['Task', 't'],
          ['Action', 'a'],
          ['Result', 'r'],
          ['Given up', 'o'],
        ],
      },
      { words: ['Six.', 'Seven.'] },
    ]);
  });

  it('takes its figures from requirements and the model, and its line from what is said', () => {
    const { stops } = page('5-min');
    expect(stops.map(({ line }) => line).slice(0, 4)).toEqual([
      'This is it.',
      'One.',
      'Two.',
      'It grows.',
    ]);
    expect(stops.map(({ figure }) => figure?.value)).toEqual([
      undefined,
      '200 ms',
      undefined,
      '$1,234',
      undefined,
      undefined,
      undefined,
    ]);
    expect(stops[3]?.figure?.label).toMatch(/^(?!A month).+, a month at 500K users$/);
  });

  it('has at hand what may be asked about its decisions', () => {
    const choice = page('5-min').stops.find(({ id }) => id === 'choice');
    expect(choice?.asked).toEqual([{ question: 'Why?', answer: 'So.' }]);
    expect(choice?.decisions).toEqual([{ text: '0001 A', href: '/adrs/0001-a/' }]);
    expect(page('3-min').stops[1]?.notes).toEqual(['Later.']);
  });
});
