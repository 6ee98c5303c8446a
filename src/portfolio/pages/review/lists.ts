import type { ListName } from '#case-study/lists/table.ts';
import type { Study } from '#case-study/study.ts';

/** A list of a study as a part of its review. */
export interface ReviewList {
  readonly name: ListName;
  /** The component that shows it. */
  readonly component: string;
  readonly title: string;
}

const SHOWN: readonly ReviewList[] = [
  { name: 'nfrs', component: 'Nfrs', title: 'Requirements' },
  { name: 'slos', component: 'Slos', title: 'Service levels' },
  { name: 'failure-modes', component: 'FailureModes', title: 'Failure modes' },
  { name: 'risks', component: 'Risks', title: 'Risks' },
  { name: 'threats', component: 'Threats', title: 'Threats' },
  { name: 'events', component: 'Events', title: 'Events' },
  { name: 'cache', component: 'Cache', title: 'Caches' },
  { name: 'network', component: 'Network', title: 'Networks' },
  { name: 'rollout', component: 'Rollout', title: 'Rollout' },
  { name: 'stories', component: 'Stories', title: 'Stories' },
  { name: 'defence', component: 'Defence', title: 'Decisions under questions' },
  { name: 'benchmarks', component: 'Benchmarks', title: 'Benchmarks' },
  { name: 'claims', component: 'Audit', title: 'Claims, audited' },
];

/** The lists of a study that none of its pages shows: a review has them after the pages. */
export function listsBesidePages(study: Study): ReviewList[] {
  const used = new Set(
    study.pages.flatMap(({ references }) => references.map(({ component }) => component)),
  );
  return SHOWN.filter(({ name, component }) => study.listFiles.has(name) && !used.has(component));
}
