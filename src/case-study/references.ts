import type { Path } from '#diagnostics/located.ts';
import type { Span } from '#diagnostics/source.ts';
import type { ListName } from './lists/table.ts';
import type { Study } from './study.ts';

/** What a field of a typed list names: something of another part of the portfolio. */
type Kind =
  | 'element'
  | 'decision'
  | 'view'
  | 'requirement'
  | 'cost'
  | 'capacity'
  | 'story'
  | 'link';

/** Which fields of an entry name what; `*` is each item of a list. */
const FIELDS: Readonly<
  Partial<Record<ListName, Readonly<Partial<Record<Kind, readonly string[]>>>>>
> = {
  nfrs: { element: ['elements.*'], decision: ['decisions.*'] },
  slos: { element: ['elements.*'], requirement: ['nfrs.*'] },
  'failure-modes': { element: ['elements.*'], link: ['runbook'] },
  risks: { element: ['elements.*'] },
  threats: { element: ['flow.from', 'flow.to', 'elements.*'], decision: ['decisions.*'] },
  events: { element: ['producer', 'consumers.*.element'] },
  cache: { element: ['element', 'readBy'], decision: ['decisions.*'] },
  network: { element: ['subnets.*.elements.*', 'groups.*.elements.*'] },
  rollout: { element: ['elements.*'] },
  stories: { decision: ['decisions.*'], view: ['views.*'], cost: ['costs.*'] },
  defence: { decision: ['decisions.*'], cost: ['costs.*'], capacity: ['limit'] },
  walkthrough: {
    element: ['elements.*'],
    decision: ['decisions.*'],
    view: ['view'],
    cost: ['cost'],
    requirement: ['requirement'],
    capacity: ['capacity'],
    story: ['story'],
  },
};

/** A name in a typed list. */
export interface ListReference {
  readonly list: ListName;
  /** As it is written; a decision's number as text. */
  readonly name: string;
  readonly span: Span | undefined;
}

/** Everything of a kind that the typed lists of a study name, in the order of its lists. */
export function* referencesOf(study: Study, kind: Kind): Iterable<ListReference> {
  const lists = {
    nfrs: study.nfrs,
    slos: study.slos,
    'failure-modes': study.failureModes,
    risks: study.risks,
    threats: study.threats,
    events: study.events,
    cache: study.cache,
    network: study.network,
    rollout: study.rollout,
    stories: study.stories,
    defence: study.defence,
    walkthrough: study.walkthrough,
    claims: study.claims,
    benchmarks: study.benchmarks,
  } satisfies Readonly<Record<ListName, readonly unknown[]>>;
  for (const [list, kinds] of Object.entries(FIELDS)) {
    if (!isList(list, lists)) continue;
    const located = study.listFiles.get(list)?.located;
    for (const pattern of kinds[kind] ?? []) {
      for (const { value, path } of valuesAt(lists[list], ['*', ...pattern.split('.')], [])) {
        if (typeof value !== 'string' && typeof value !== 'number') continue;
        yield { list, name: String(value), span: located?.spanOf(path) };
      }
    }
  }
}

function isList(name: string, lists: Readonly<Record<ListName, unknown>>): name is ListName {
  return Object.hasOwn(lists, name);
}

function* valuesAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  path: Path,
): Iterable<{ readonly value: unknown; readonly path: Path }> {
  if (step === undefined) yield { value, path };
  else if (step === '*') {
    if (!Array.isArray(value)) return;
    for (const [index, one] of value.entries()) yield* valuesAt(one, rest, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    yield* valuesAt(Reflect.get(value, step), rest, [...path, step]);
  }
}
