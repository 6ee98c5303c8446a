import type { ListName } from '#case-study/lists/table.ts';
import type { Study, StudyPage } from '#case-study/study.ts';
import { STUDY_COMPONENTS } from './study-components.ts';

/** A row of a typed list, as it is looked for and commented on. */
export interface ListRow {
  readonly list: ListName;
  /** Its place in the list's file, from 0. */
  readonly row: number;
  /** The id of its row on the page. */
  readonly anchor: string;
  /** `Failure mode` */
  readonly what: string;
  readonly title: string;
  readonly text: string;
}

/** The rows of a study's lists that have an anchor: facts, or what is told in an interview. */
export function listRows(study: Study, of: 'facts' | 'told' = 'facts'): ListRow[] {
  const row =
    <Row extends { readonly id: string }>(
      list: ListName,
      [prefix, what]: readonly [string, string],
      titleOf: (row: Row) => string,
    ) =>
    (one: Row, place: number): ListRow => ({
      list,
      row: place,
      anchor: `${prefix}-${one.id}`,
      what,
      title: titleOf(one),
      text: textsOf(one).join('. ').replace(/\.\./g, '.'),
    });
  if (of === 'told') {
    return [
      ...study.stories.map(row('stories', ['story', 'Story'], ({ title }) => title)),
      ...study.defence.map(row('defence', ['defence', 'Question'], ({ question }) => question)),
    ];
  }
  return [
    ...study.nfrs.map(row('nfrs', ['nfr', 'Requirement'], ({ quality }) => quality)),
    ...study.slos.map(row('slos', ['slo', 'Service level objective'], ({ name }) => name)),
    ...study.failureModes.map(
      row('failure-modes', ['failure', 'Failure mode'], ({ name }) => name),
    ),
    ...study.risks.map(row('risks', ['risk', 'Risk'], ({ title }) => title)),
    ...study.threats.map(row('threats', ['threat', 'Threat'], ({ title }) => title)),
    ...study.events.map(row('events', ['event', 'Event'], ({ name }) => name)),
    ...study.cache.map(row('cache', ['cache', 'Cached'], ({ what }) => what)),
    ...study.rollout.map(row('rollout', ['rollout', 'Step of the rollout'], ({ title }) => title)),
  ];
}

/** The rows of lists that a page shows: those on no page cannot be led to. */
export function rowsOn({ references }: StudyPage, rows: readonly ListRow[]): ListRow[] {
  const lists = new Set(
    references
      // By layer a page has controls, and no rows of threats.
      .filter(({ attributes }) => attributes.by !== 'layer')
      .map(({ component }) => STUDY_COMPONENTS[component]?.list),
  );
  return rows.filter(({ list }) => lists.has(list));
}

/** What ties a row to other things, or tells it once more at length: no text of its own. */
const TIES: ReadonlySet<string> = new Set(
  (
    'id title question name quality what decisions elements element views capacity runbook nfrs ' +
    'flow layer stride producer readBy topic long costs limit'
  ).split(' '),
);

/** The texts of a row in the order of its fields. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => (TIES.has(key) ? [] : textsOf(own)));
}
