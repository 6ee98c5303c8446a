import { describe, expect, it } from 'vitest';
import { withoutHidden } from '#diagnostics/hidden.ts';
import { checkPortfolio } from '#portfolio/checks/all.ts';
import { listPages } from '#portfolio/list-pages.ts';
import { evidencePage } from '#portfolio/pages/evidence.ts';
import { pitchViews } from '#portfolio/pages/pitches.ts';
import { practicePage } from '#portfolio/pages/practice.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { portfolioOf } from '../../support/portfolios.ts';

const NAMES = ['interview', 'practice', 'evidence'] as const;

/** The three lists with so many entries each, and this as each of their texts. */
function listsOf(count: number, text: string): Readonly<Record<string, string>> {
  const said = JSON.stringify(text);
  const many = (entry: (place: number) => string) =>
    `[${Array.from({ length: count }, (_, place) => entry(place)).join(', ')}]`;
  return {
    'interview.yaml': `pitches: ${many((at) => `{ id: p${at}, title: ${said}, seconds: 30, say: ${said} }`)}`,
    'practice.yaml': `refusals: ${many(
      (at) =>
        `{ id: r${at}, ask: ${said}, minutes: 3, setting: ${said}, pushes: P, say: [${said}], instead: I, reopens: R }`,
    )}\nschedule: { title: ${said}, days: ${many((at) => `{ id: d${at}, title: ${said}, minutes: 5, does: D }`)} }`,
    'evidence.yaml': `intro: ${said}\nheads: { modules: { title: ${said} } }\nmodules: [{ id: g, title: ${said}, asks: ${many(
      (at) => `{ id: a${at}, asked: ${said}, under: ${said}, open: ${said} }`,
    )} }]\nreading: [{ id: s, title: ${said}, entries: ${many(() => `{ title: ${said} }`)} }]`,
  };
}

const shown = (lists: Readonly<Record<string, string>>) => {
  const portfolio = portfolioOf({ lists });
  const practice = practicePage(portfolio, undefined, '/');
  const evidence = evidencePage(portfolio);
  return {
    pages: listPages(portfolio).length,
    pitches: pitchViews(portfolio).length,
    groups: practice.groups.map(({ questions }) => questions.length),
    days: practice.schedule?.days.length,
    sections: evidence.sections.map(({ tally }) => tally.open),
    reading: evidence.reading.map(({ entries }) => entries.length),
  };
};

describe('what an author replaces', () => {
  const nothing = { pages: 0, pitches: 0, groups: [], days: undefined, sections: [], reading: [] };

  it.each([
    ['no files', {}],
    ['empty files', Object.fromEntries(NAMES.map((name) => [`${name}.yaml`, '']))],
    [
      'empty lists',
      {
        'interview.yaml': 'pitches: []',
        'practice.yaml': 'refusals: []\nschedule: { days: [] }',
        'evidence.yaml': 'intro: Still to come.\nmodules: []\nreading: []',
      },
    ],
  ])('has no section of what is not there: %s', (_, lists) => {
    expect(shown(lists)).toEqual(nothing);
  });

  it.each([1, 500])('shows all of %d', (count) => {
    expect(shown(listsOf(count, 'A text'))).toEqual({
      ...{ pages: 1, pitches: count, groups: [count], days: count },
      ...{ sections: [count], reading: [count] },
    });
  });

  it('hands on hostile texts as they are read, for pages to escape', () => {
    for (const text of HOSTILE.filter((one) => !/['"]/.test(one)).map(withoutHidden)) {
      const portfolio = portfolioOf({ lists: listsOf(1, text) });
      const [question] = practicePage(portfolio, undefined, '/').groups[0]?.questions ?? [];
      expect([question?.ask, question?.setting]).toEqual([text, text]);
      expect(evidencePage(portfolio).sections[0]?.groups[0]?.entries[0]?.asked).toBe(text);
    }
  });

  it('tells names that lead nowhere at their places, and shows the rest without them', () => {
    const portfolio = portfolioOf({
      lists: {
        'practice.yaml':
          'refusals:\n  - { id: r, ask: A, minutes: 3, studies: [nope], sources: [{ view: nope }, { pitch: nope }], setting: S, pushes: P, say: [N], instead: I, reopens: R }\n',
        'evidence.yaml':
          'rules:\n  - id: g\n    title: G\n    asks:\n      - { id: a, asked: A, shown: [{ practice: refusal }, { practice: refusal/s }, { decision: 9 }] }\n',
      },
    });
    const found = checkPortfolio({ portfolio, modelSources: new Map() }).map(
      ({ code, span }) => `${code} ${span?.source.name.replace('case-studies/', '')}`,
    );
    expect(found.filter((one) => one.endsWith('.yaml')).toSorted()).toEqual([
      'unknown-decision evidence.yaml',
      'unknown-entry evidence.yaml',
      'unknown-entry practice.yaml',
      'unknown-study practice.yaml',
      'unknown-view practice.yaml',
    ]);
    const [question] = practicePage(portfolio, undefined, '/').groups[0]?.questions ?? [];
    expect([question?.studies, question?.sources]).toEqual([[], []]);
    const [entry] = evidencePage(portfolio).sections[0]?.groups[0]?.entries ?? [];
    expect(entry?.links).toEqual([{ text: 'Practice: Saying no', href: '/practice/#refusal' }]);
  });
});
