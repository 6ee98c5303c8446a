import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPortfolioLists } from '#case-study/portfolio-lists/read.ts';
import { Source } from '#diagnostics/source.ts';
import { practiceSchedule } from '#portfolio/pages/practice/schedule.ts';
import { practicePage } from '#portfolio/pages/practice.ts';
import { readYaml } from '#sources/yaml.ts';
import { type Content, costOf, portfolioOf } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';
import { dslOf } from '../../../support/workspaces.ts';

const RECORD = (number: number, status = 'Accepted') => `# ${number}. Record ${number}

Date: 2026-01-01

## Status

${status}

## Considered Options

### \`One\` way

- Good, because it is there

### Another way

- Bad, because it is not

## Decision

Chosen option: "\`One\` way".

## Consequences

### Gained

- Something *good*.

### Given up

- Something else.
`;

const CARD = `- id: why
  question: Why so?
  answer: Because.
  constraints: Time.
  criteria: Money.
  gaveUp: Speed.
  differently: Sooner.
  atScale: More.
  breaksFirst: The database.
  decisions: [1]
`;

const FAILURE = `- id: gone
  name: The store is gone.
  trigger: Power
  elements: [shop.db]
  breaks: Orders
  radius: All
  users: An excuse
  detection: At once
  mitigation: The standby
  recovery: 1 min
`;

const OWN: Content = {
  dsl: dslOf('shop = softwareSystem "Shop" { db = container "Database" }'),
  studies: {
    shop: {
      'index.mdx': `${frontMatter({ name: 'Shop', costModel: 'shop' })}<Defence />\n<FailureModes />\n`,
      'defence.yaml': CARD,
      'failure-modes.yaml': FAILURE,
    },
  },
  adrs: {
    '0001-one.md': RECORD(1),
    '0002-two.md': RECORD(2),
    '0003-three.md': RECORD(3, 'Proposed'),
    '0004-four.md': '# 4. No options\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n',
  },
  costs: [
    costOf('shop', [{ element: 'shop.db', title: 'Database', small: 30, large: 300 }], {
      capacity: [{ saturatesAtUsers: 2_000_000 }],
    }),
  ],
};

const QUESTION = (id: string) => `{ id: ${id}, ask: 'Ask ${id}', minutes: 5, studies: [shop], `;
const LISTS = {
  'practice.yaml': `
sessions:
  - { id: short, title: Short, plan: [{ kind: design, minutes: 5 }, { kind: value, minutes: 2 }, { kind: decision, count: 2, minutes: 1.5 }] }
  - { id: none, title: None, plan: [{ kind: value, minutes: 2 }] }
design:
  - ${QUESTION('x')} requirements: ["a's"], sizing: [b], sketch: [c], tradeOffs: [d], breaksFirst: [e], sources: [{ cost: shop/shop.db }, { decision: 1 }, { view: nowhere }] }
schedule:
  days:
    - { id: one, title: First, minutes: 90, does: Begin }
    - { id: two, title: Second, minutes: 60, does: End, time: '18:30' }
`,
};

const page = (content: Content = {}) => practicePage(portfolioOf(content), undefined, '/');
const asks = (content: Content) =>
  page(content).groups.flatMap(({ questions }) => questions.map(({ id, ask }) => [id, ask]));

describe('the practice page', () => {
  it('has nothing to ask where there is nothing', () => {
    expect(page()).toMatchObject({ groups: [], sessions: [], drill: [], written: 0, asked: 0 });
    expect(page()).not.toHaveProperty('schedule');
  });

  it('asks a portfolio for its own decisions, failures and bills, without a file', () => {
    expect(asks(OWN)).toEqual([
      ['decision-shop-why', 'Why so?'],
      ['decision-0002-two', 'Why “One way”, and not “Another way”?'],
      ['failure-shop-gone', 'The store is gone. What happens?'],
      ['limit-shop', 'Shop: what breaks first as users grow, and what then?'],
      ['cost-shop', 'What does shop cost a month at 500,000 users, and why?'],
    ]);
  });

  it('answers from the records and from the model', () => {
    const questions = page(OWN).groups.flatMap((group) => group.questions);
    const answer = (id: string) =>
      Object.fromEntries(
        questions
          .find((one) => one.id === id)
          ?.answers.flatMap(({ blocks }) => blocks.map(({ label, lines }) => [label, lines])) ?? [],
      );
    expect(answer('decision-0002-two')).toEqual({
      Decided: ['Record 2.'],
      Gained: ['Something good.'],
      'Given up': ['Something else.'],
    });
    expect(answer('cost-shop')).toMatchObject({
      'In all': [
        { money: '$300', text: 'a month at 500,000 users in us-east-1, 0.06\u00A0¢ each.' },
        { money: '$30', text: 'at 100,000, 0.03\u00A0¢ each.' },
      ],
      'Largest parts': [{ money: '$300', text: 'Database, 100.0\u00A0%.' }],
    });
    expect(answer('limit-shop')).toMatchObject({
      'Database: connections': ['Used up at 2M users, 4 times today’s.', 'A pool.'],
    });
  });

  it('leads to what shows an answer, with what that costs, and leaves out what is not there', () => {
    const { groups } = page({ ...OWN, lists: LISTS });
    expect(groups[0]?.questions[0]?.answers[0]?.blocks[0]?.lines).toEqual(['a’s']);
    expect(groups[0]?.questions[0]).toMatchObject({
      id: 'design-x',
      studies: [{ slug: 'shop', text: 'Shop', href: '/case-studies/shop/' }],
      sources: [
        { text: 'shop: cost of shop.db', href: '/cost/shop/', money: '$300' },
        { text: '1. Record 1', href: '/adrs/0001-one/' },
      ],
    });
  });

  it('offers the sessions that it has questions for, as the browser reads them', () => {
    expect(page({ ...OWN, lists: LISTS }).sessions).toEqual([
      {
        ...{ title: 'Short', questions: 3, minutes: 8 },
        plan: 'design 1 5, decision 2 1.5',
        parts: '1 system design, 2 decisions',
      },
    ]);
  });
});

describe('the schedule', () => {
  const schedule = (more: Content, site?: string, base = '/') =>
    practiceSchedule(portfolioOf({ lists: LISTS, ...more }), site, base);
  const revision = { hash: 'abcdefg', date: '2026-11-21' };

  it('has days and hours', () => {
    expect(schedule({})).toEqual({
      title: 'Day by day',
      days: [
        { label: 'Day 1', title: 'First', does: 'Begin', duration: '1 h 30 min' },
        { label: 'Day 2', title: 'Second', does: 'End', duration: '1 h' },
      ],
      duration: '2 h 30 min',
    });
  });

  it('begins on the Monday after the last commit, or when its author says', () => {
    const start = LISTS['practice.yaml'].replace('schedule:', 'schedule:\n  start: 2027-01-06');
    expect(schedule({ revision })?.calendar?.first).toBe('2026-11-23');
    expect(schedule({ revision, lists: { 'practice.yaml': start } })?.calendar?.first).toBe(
      '2027-01-06',
    );
    expect(schedule({ lists: { 'practice.yaml': start } })?.calendar?.text).toContain(
      'DTSTAMP:20270106T000000Z',
    );
  });

  it('is a calendar of days and hours that leads to the page', () => {
    const text = schedule({ revision }, 'https://example.org/', '/me/')?.calendar?.text;
    expect(text?.match(/^(?:UID|DT\w+|DURATION|URL).*$/gm)?.map((line) => line.trim())).toEqual([
      'UID:practice-one@example.org',
      'DTSTAMP:20261121T000000Z',
      'DTSTART;VALUE=DATE:20261123',
      'DTEND;VALUE=DATE:20261124',
      'URL:https://example.org/me/practice/',
      'UID:practice-two@example.org',
      'DTSTAMP:20261121T000000Z',
      'DTSTART:20261124T183000',
      'DURATION:PT60M',
      'URL:https://example.org/me/practice/',
    ]);
    expect(schedule({ revision })?.calendar?.text).not.toContain('URL');
  });
});

describe('the practice of the sample', () => {
  const file = new URL('../../../../case-studies/practice.yaml', import.meta.url);
  const source = new Source('practice.yaml', readFileSync(file, 'utf8'));
  const { lists, diagnostics } = readPortfolioLists([
    { name: 'practice', source, located: readYaml(source).located },
  ]);
  const { design, behavioural, refusals, values, drill, schedule, sessions } =
    lists.values.practice;

  it('has each task and question of the roadmap, and no other in their lists', () => {
    expect(diagnostics).toEqual([]);
    expect(design.map(({ ask }) => ask)).toEqual([
      expect.stringContaining('rate limiter'),
      expect.stringContaining('short links'),
      expect.stringContaining('sends notifications'),
      expect.stringContaining('order system'),
      expect.stringContaining('chat'),
      expect.stringContaining('metrics'),
      expect.stringContaining('many companies'),
    ]);
    expect(behavioural.map(({ ask }) => ask)).toEqual([
      expect.stringContaining('argue against a technical decision'),
      expect.stringContaining('senior engineer who disagrees'),
      expect.stringContaining('you designed that failed'),
      expect.stringContaining('technical debt'),
      expect.stringContaining('technical background'),
    ]);
    expect(drill?.steps.map(({ name }) => name)).toEqual([
      'Clarify the scope',
      'State assumptions',
      'Propose options',
      'Invite feedback',
    ]);
    expect(schedule?.days.map(({ minutes }) => minutes)).toEqual([60, 90, 60, 60, 90, 120, 30]);
    expect(refusals.length).toBeGreaterThan(0);
    expect(values.map(({ ask }) => ask)).toContainEqual(expect.stringContaining('Kubernetes'));
  });

  it('invents no experience: whoever answers how they work has gaps to fill', () => {
    for (const one of behavioural) {
      expect(one.gaps.length, one.id).toBeGreaterThan(0);
      expect(one.structure.map(({ part }) => part)).toEqual([
        ...['Situation', 'Task', 'Action', 'Result', 'Trade-off'],
      ]);
    }
  });

  it('has sessions that take as long as they say', () => {
    for (const { title, plan } of sessions) {
      const minutes = plan.reduce((sum, one) => sum + one.count * one.minutes, 0);
      expect(minutes).toBe(Number.parseInt(title, 10));
    }
  });
});
