import { describe, expect, it } from 'vitest';
import type { EvidenceList } from '#case-study/portfolio-lists/evidence.ts';
import { checkPortfolio } from '#portfolio/checks/all.ts';
import { evidenceGroups, markOf, sumOf } from '#portfolio/evidence.ts';
import { hasListPage, listPages } from '#portfolio/list-pages.ts';
import { evidencePage, tallyText } from '#portfolio/pages/evidence.ts';
import { listedPaths } from '#portfolio/pages/sitemap.ts';
import { portfolioOf } from '../../support/portfolios.ts';
import { frontMatter, placeOf } from '../../support/studies.ts';
import { dslOf } from '../../support/workspaces.ts';

const STORY =
  '- { id: a, title: A, situation: s, task: t, action: a, result: r, tradeOff: g }\n- { id: b, title: B, situation: s, task: t, action: a, result: r, tradeOff: g }\n';
const CLAIMS = `- id: goals
  title: Goals
  source: A text
  facts: { before: 100 %, after: 75 % }
  checks:
    - { id: less, label: Less by, claimed: 50 %, computed: 1 - after / before, relation: at-most, reason: One day was done. }
    - { id: fewer, label: Fewer by, claimed: 70 %, reason: Nothing was measured. }
`;

const PITCH = 'pitches: [{ id: me, title: Thirty seconds, seconds: 30, say: I am. }]\n';
const PRACTICE = `refusals:
  - { id: discount, ask: May I?, minutes: 3, setting: s, pushes: p, say: [no], instead: i, reopens: r }
schedule: { title: A week, days: [{ id: one, title: One, minutes: 60, does: d }] }
`;

const of = (evidence: string) =>
  portfolioOf({
    dsl: dslOf(
      'shop = softwareSystem "Shop" {\n web = container "Web"\n }',
      'container shop containers { include * }',
    ),
    studies: {
      shop: {
        'index.mdx': `${frontMatter({})}\n## What breaks first\n\nText.\n\n<Stories />\n\n<Audit />\n`,
        'stories.yaml': STORY,
        'claims.yaml': CLAIMS,
      },
    },
    adrs: { '0001-use-x.md': '---\nstatus: accepted\n---\n# Use X\n\n## Context\n\nWhy.\n' },
    lists: { 'evidence.yaml': evidence, 'interview.yaml': PITCH, 'practice.yaml': PRACTICE },
  });

const group = (list: EvidenceList, asks: string, more = '') =>
  `${list}:\n  - id: g\n    title: G\n${more}    asks:\n${asks.replace(/^(?=.)/gm, '      ')}`;

const entriesOf = (list: EvidenceList, asks: string, more?: string) =>
  evidenceGroups(of(group(list, asks, more)), list)[0]?.entries ?? [];

describe('an entry', () => {
  const asks = `- { id: a, asked: A, shown: [{ view: containers }, { decision: 1 }] }
- { id: b, asked: B, shown: [{ page: shop#what-breaks-first }], open: No code. }
- { id: c, asked: C, open: No time. }
- { id: d, asked: D }
`;
  const entries = entriesOf('modules', asks, '    open: Nothing here.\n');

  it('is shown, in part, or open, for its own reason or that of its group', () => {
    expect(entries.map(({ state, open }) => [state, open])).toEqual([
      ['shown', undefined],
      ['part', 'No code.'],
      ['open', 'No time.'],
      ['open', 'Nothing here.'],
    ]);
  });

  it('leads to what shows it', () => {
    expect(entries.map(({ links }) => links.map(({ href }) => href))).toEqual([
      ['/views/containers/', '/adrs/0001-use-x/'],
      ['/case-studies/shop/#what-breaks-first'],
      [],
      [],
    ]);
  });
});

describe('what an entry leads to', () => {
  it.each([
    ['{ element: web }', 'Web', '/elements/web/'],
    ['{ entry: shop/stories#b }', 'A study: B', '/case-studies/shop/#story-b'],
    ['{ claim: shop/goals#less }', 'A study: Less by', '/case-studies/shop/#claims-goals'],
    ['{ view: containers }', 'Shop: containers', '/views/containers/'],
    ['{ decision: 1 }', '1. Use X', '/adrs/0001-use-x/'],
    ['{ pitch: me }', 'Pitch: Thirty seconds', '/about/#pitch-me'],
    ['{ practice: refusal }', 'Practice: Saying no', '/practice/#refusal'],
    ['{ practice: refusal/discount }', 'Practice: May I', '/practice/#refusal-discount'],
    ['{ practice: schedule }', 'Practice: A week', '/practice/#schedule'],
  ])('%s', (reference, text, href) => {
    const [entry] = entriesOf('rules', `- { id: a, asked: A, shown: [${reference}] }\n`);
    expect(entry?.links.map((link) => link.href)).toEqual([href]);
    expect(entry?.links[0]?.text.endsWith(text.replace('A study', ''))).toBe(true);
  });
});

describe('a measure', () => {
  it.each([
    ['measure: stories, atLeast: 2', 'shown', undefined],
    ['measure: stories, atLeast: 2, open: Not practised.', 'part', 'Not practised.'],
    ['measure: stories, atLeast: 3', 'open', 'Counted, and not reached.'],
    ['measure: flagship-artifacts, atLeast: 1', 'open', 'Counted, and not reached.'],
    ['measure: studies-with-c4, atLeast: 1', 'open', 'Counted, and not reached.'],
    ['measure: priced-decisions, atLeast: 1', 'open', 'Counted, and not reached.'],
    ['measure: posts, atLeast: 1, open: Not one.', 'open', 'Not one.'],
    ['measure: failure-modes, atLeast: 1', 'open', 'Counted, and not reached.'],
  ])('is counted: %s', (keys, state, open) => {
    const [entry] = entriesOf('metrics', `- { id: a, asked: A, ${keys} }\n`);
    expect([entry?.state, entry?.open]).toEqual([state, open]);
  });

  it('says how many there are', () => {
    const [entry] = entriesOf('metrics', '- { id: a, asked: A, measure: stories, atLeast: 3 }\n');
    expect(entry?.facts).toEqual(['2 stories', 'Asked: at least 3']);
  });
});

describe('depth and days', () => {
  it('is told by the kinds of what is linked', () => {
    const area = (shown: string) =>
      entriesOf(
        'tiers',
        `- { id: a, asked: A, technologies: T, depth: deep, shown: [${shown}], open: o }\n`,
      )[0]?.facts;
    expect(area('{ decision: 1 }, { view: containers }')).toEqual([
      'T',
      'Asked: deep',
      'Here: decided, drawn',
    ]);
    expect(area('{ element: web }')?.at(-1)).toBe('Here: described');
    expect(area('')?.at(-1)).toBe('Here: nothing');
  });

  it('counts each day of a span', () => {
    const days = group('challenge', '- { id: a, asked: A, from: 18, to: 30 }\n', '    open: o\n');
    const [challenge] = evidenceGroups(of(days), 'challenge');
    expect(challenge?.tally).toEqual({ shown: 0, part: 0, open: 13 });
    expect(challenge?.entries[0]?.facts).toEqual(['Days 18 to 30']);
  });
});

describe('a topic', () => {
  it('says what it belongs to', () => {
    const [entry] = entriesOf('topics', '- { id: a, asked: A, under: Channels, open: o }\n');
    expect(entry?.under).toBe('Channels');
  });
});

describe('a mark', () => {
  it.each([
    [{ shown: 4, part: 0, open: 0 }, 5],
    [{ shown: 0, part: 0, open: 4 }, 0],
    [{ shown: 1, part: 2, open: 1 }, 2.5],
    [{ shown: 1, part: 0, open: 2 }, 1.6],
    [{ shown: 0, part: 0, open: 0 }, 0],
  ])('of %j', (tally, mark) => {
    expect(markOf(tally, 5)).toBe(mark);
  });

  it('adds tallies and tells them', () => {
    const sum = sumOf([
      { shown: 1, part: 0, open: 2 },
      { shown: 2, part: 1, open: 0 },
    ]);
    expect(sum).toEqual({ shown: 3, part: 1, open: 2 });
    expect(tallyText(sum)).toBe('3 of 6 shown, 1 in part, 2 open');
    expect(tallyText({ shown: 2, part: 0, open: 0 })).toBe('2 of 2 shown');
  });
});

describe('the page', () => {
  const rules = group(
    'rules',
    '- { id: a, asked: A, shown: [{ decision: 1 }] }\n- { id: b, asked: B, open: o }\n',
  );
  const challenge = group(
    'challenge',
    '- { id: a, asked: A, from: 1, open: o }\n',
    '    targets:\n      - { id: memory, asked: Half, claim: shop/goals#less }\n      - { id: queries, asked: Less, claim: shop/goals#fewer }\n',
  );
  const scorecard = 'scorecard:\n  - { id: s, title: S, counts: [rules, challenge/g] }\n';
  const page = evidencePage(of(`${scorecard}${rules}${challenge}`));

  it('counts, and marks what it counts', () => {
    expect(page.tally).toEqual({ shown: 1, part: 0, open: 2 });
    expect(page.sections.map(({ id }) => id)).toEqual(['rules', 'challenge']);
    expect(page.marks[0]).toMatchObject({ mark: 1.6, target: 5 });
    expect(page.marks[0]?.basis.map(({ href }) => href)).toEqual(['#rules', '#challenge-g']);
  });

  it('has the author’s words above a section, and the usual ones where there are none', () => {
    const heads =
      'heads: { rules: { title: Laws, sentence: Two. }, reading: { sentence: Read. } }\n';
    const own = evidencePage(of(`${heads}${rules}${challenge}`));
    expect(own.sections.map(({ title, sentence }) => [title, sentence])).toEqual([
      ['Laws', 'Two.'],
      ['The challenge, day by day', undefined],
    ]);
    expect(own.heads.reading).toEqual({ title: 'Reading', sentence: 'Read.' });
  });

  it('has targets beside what was reached, from the claims', () => {
    expect(page.targets.map(({ target, reached }) => [target, reached])).toEqual([
      ['50\u00A0%', '25\u00A0%'],
      ['70\u00A0%', undefined],
    ]);
  });

  it('is there where a list has something, and nowhere else', () => {
    const nothing = of('');
    expect(listPages(nothing)).toEqual([]);
    expect(listedPaths(nothing)).not.toContain('/evidence/');
    expect(hasListPage(of(rules), '/evidence/')).toBe(true);
    expect(listedPaths(of(rules))).toContain('/evidence/');
  });
});

describe('check', () => {
  const found = (evidence: string) =>
    checkPortfolio({ portfolio: of(evidence), modelSources: new Map() })
      .filter(({ span }) => span?.source.name === 'case-studies/evidence.yaml')
      .map(({ code, span, hint }) => `${code} ${span && placeOf(span)} ${hint}`);

  it.each(['shop', 'shop/index'])('refuses the whole of a study as evidence: %s', (name) => {
    expect(found(group('rules', `- { id: a, asked: A, shown: [{ page: ${name} }] }\n`))).toEqual([
      'no-evidence evidence.yaml:5:44 Name a part of it, `shop#heading`, or one of its other pages.',
    ]);
  });

  it('finds what the scorecard counts and nothing has', () => {
    const rules = group('rules', '- { id: a, asked: A, open: o }\n');
    const scorecard = 'scorecard:\n  - { id: s, title: S, counts: [rulse, rules/g, rules/h] }\n';
    expect(found(`${scorecard}${rules}`)).toEqual([
      'unknown-entry evidence.yaml:2:33 Did you mean `rules`?',
      'unknown-entry evidence.yaml:2:49 Did you mean `rules/g`?',
    ]);
  });
});
