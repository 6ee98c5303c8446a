import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_LISTS } from '#case-study/portfolio-lists/evidence.ts';
import { loadPortfolioLists } from '#sources/portfolio-lists.ts';
import { ASKED } from '../../support/evidence-asked.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const { lists, diagnostics } = loadPortfolioLists(PROJECT);
const { evidence } = lists.values;

/** The ids of each group, in their order. */
const WRITTEN = Object.fromEntries(
  EVIDENCE_LISTS.flatMap((list) =>
    evidence[list].map((group) => {
      const targets = 'targets' in group ? group.targets : [];
      return [`${list}/${group.id}`, [...targets, ...group.asks].map(({ id }) => id).join(' ')];
    }),
  ),
);

describe('the evidence of the sample', () => {
  it('can be read', () => {
    expect(diagnostics).toEqual([]);
  });

  it.each(Object.entries(ASKED))('has all that is asked in %s', (group, ids) => {
    expect(WRITTEN[group]).toBe(ids);
  });

  it('has nothing that nobody asks', () => {
    expect(Object.keys(WRITTEN).filter((group) => ASKED[group] === undefined)).toEqual([]);
  });

  it('has the lists of the texts whole: modules, tasks, blocks, measures, days, rules, sides', () => {
    const count = (list: (typeof EVIDENCE_LISTS)[number]) =>
      evidence[list].reduce((sum, { asks }) => sum + asks.length, 0);
    const days = evidence.challenge.flatMap(({ asks }) =>
      asks.flatMap(({ from, to = from }) =>
        Array.from({ length: to - from + 1 }, (_, place) => from + place),
      ),
    );
    expect({
      modules: [evidence.modules.length, count('modules')],
      tracker: [evidence.tracker.length, count('tracker')],
      tiers: [evidence.tiers.length, count('tiers')],
      topics: [evidence.topics.length, count('topics')],
      projects: [evidence.projects.length, count('projects')],
      metrics: count('metrics'),
      rules: evidence.rules.map(({ asks }) => asks.length),
      days,
      targets: evidence.challenge.flatMap(({ targets }) => targets).length,
      sides: evidence.scorecard.map(({ target }) => target),
      stories: evidence.experience.length,
      shelves: evidence.reading.map(({ entries }) => entries.length),
    }).toEqual({
      modules: [22, 98],
      tracker: [8, 32],
      tiers: [3, 14],
      topics: [18, 304],
      projects: [11, 80],
      metrics: 13,
      rules: [5, 5, 5, 3],
      days: Array.from({ length: 30 }, (_, place) => place + 1),
      targets: 7,
      sides: [5, 5, 5, 5, 5, 5],
      stories: 4,
      shelves: [4, 4, 5, 5, 3, 8],
    });
  });

  it('says what every module advises but the last, which advises nothing', () => {
    const silent = evidence.modules.filter(({ advice }) => advice === undefined);
    expect(silent.map(({ id }) => id)).toEqual(['21-deployment']);
  });

  it('claims nothing that only its author can have done', () => {
    const entries = EVIDENCE_LISTS.flatMap((list) =>
      evidence[list].flatMap(({ asks }) => asks.map((ask) => ({ list, ...ask }))),
    );
    const own = /certificat|posts|peers|résumé|tour of go|hesitation|rehearsed|each week/i;
    const claimed = entries.filter(
      ({ asked, shown, open }) => own.test(asked) && shown.length > 0 && open === undefined,
    );
    expect(entries.filter(({ asked }) => own.test(asked)).length).toBeGreaterThanOrEqual(8);
    expect(claimed.map(({ id }) => id)).toEqual([]);
  });
});
