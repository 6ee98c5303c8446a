import type { Artifact } from '#case-study/artifacts.ts';
import type { Measure } from '#case-study/portfolio-lists/measures.ts';
import type { PageLink } from './pages/links.ts';
import type { Portfolio } from './portfolio.ts';
import { readiness } from './readiness.ts';

/** Something counted: how many, of what, and where they are. */
export interface Counted {
  readonly value: number;
  readonly one: string;
  readonly many: string;
  readonly links: readonly PageLink[];
}

/** Counts what a metric asks for. */
export function counted(portfolio: Portfolio, measure: Measure): Counted {
  return MEASURED[measure](portfolio);
}

const MEASURED: Readonly<Record<Measure, (portfolio: Portfolio) => Counted>> = {
  'studies-with-c4': (portfolio) => {
    const rows = readiness(portfolio).filter(({ artifact }) => C4.includes(artifact));
    const studies = portfolio.studies.filter(
      ({ study }, place) =>
        !study.meta.draft && rows.every(({ cells }) => cells[place]?.state === 'shown'),
    );
    return {
      value: rows.length === C4.length ? studies.length : 0,
      ...{ one: 'study with all three levels', many: 'studies with all three levels' },
      links: [{ text: 'Readiness: drawings', href: '/readiness/#context' }],
    };
  },
  'priced-decisions': ({ log, addresses }) => {
    const priced = log.records.filter(({ ties }) => ties.optionCosts.length > 0);
    return {
      value: priced.length,
      ...{
        one: 'decision with the cost of its options',
        many: 'decisions with the cost of their options',
      },
      links: priced
        .slice(0, 3)
        .map((record) => ({ text: record.title, href: addresses.record(record) })),
    };
  },
  'failure-modes': ({ studies }) => ({
    value: studies.reduce((sum, { study }) => sum + study.failureModes.length, 0),
    ...{ one: 'failure mode', many: 'failure modes' },
    links: [{ text: 'Readiness: failure modes', href: '/readiness/#failures' }],
  }),
  'flagship-artifacts': (portfolio) => {
    const place = portfolio.studies.findIndex(({ study }) => study.meta.flagship);
    const cells = readiness(portfolio).map((row) => row.cells[place]);
    return {
      value: cells.filter((cell) => cell?.state === 'shown').length,
      ...{ one: 'artifact', many: 'artifacts' },
      links: [{ text: 'Readiness: all artifacts', href: '/readiness/' }],
    };
  },
  stories: ({ studies }) => ({
    value: studies.reduce((sum, { study }) => sum + study.stories.length, 0),
    ...{ one: 'story', many: 'stories' },
    links: [],
  }),
  posts: ({ studies }) => ({
    value: studies
      .flatMap(({ study }) => study.posts)
      .filter(({ published }) => published !== undefined).length,
    ...{ one: 'published post', many: 'published posts' },
    links: [],
  }),
};

/** The drawings of a study at three levels. */
const C4: readonly Artifact[] = ['context', 'containers', 'components'];
