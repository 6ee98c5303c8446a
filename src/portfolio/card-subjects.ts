import type { AdrRecord } from '#adr/record.ts';
import type { View } from '#model/views.ts';
import type { ModelCost } from './costs.ts';
import type { Portfolio, StudyEntry } from './portfolio.ts';
import { allRecords } from './records.ts';

/** What a card tells of. */
export type CardSubject =
  | { readonly kind: 'home' }
  | { readonly kind: 'study'; readonly entry: StudyEntry }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'record'; readonly record: AdrRecord }
  | { readonly kind: 'costs' }
  | { readonly kind: 'cost'; readonly cost: ModelCost };

/**
 * What the card of a page tells of, by the page's path below the base: itself where it is the home page,
 * a study, a view, a decision or a bill, else what it belongs to. Pages that nobody lists have that of
 * the home page, which gives nothing away.
 */
export function subjectsOf(portfolio: Portfolio): (path: string) => CardSubject {
  const { addresses, costs, index, studies } = portfolio;
  const records = new Map(
    allRecords(portfolio).map((record) => [addresses.record(record), record]),
  );
  const ids = new Map([...addresses.elements].map(([id, path]) => [path, id]));
  const home: CardSubject = { kind: 'home' };
  const ofStudy = (slug: string | undefined): CardSubject => {
    const entry = studies.find(({ study }) => encodeURIComponent(study.slug) === slug);
    return entry ? { kind: 'study', entry } : home;
  };
  const ofElement = (path: string): CardSubject => {
    const id = ids.get(path);
    const system = id && index.lineage(id).find(({ kind }) => kind === 'SoftwareSystem');
    const entry = system && studies.find((one) => one.system === system);
    return entry ? { kind: 'study', entry } : home;
  };
  const ofView = (key: string | undefined): CardSubject => {
    const view = index.workspace.views.find((one) => one.key === key);
    return view ? { kind: 'view', view } : home;
  };
  return (path) => {
    const record = records.get(path);
    if (record) return { kind: 'record', record };
    const [, section = '', name] = path.split('/');
    switch (section) {
      case 'case-studies':
      case 'walkthrough':
        return ofStudy(name);
      case 'views':
        return ofView(name);
      case 'elements':
        return ofElement(path);
      case 'cost': {
        const cost = costs.find(({ id }) => encodeURIComponent(id) === name);
        return cost ? { kind: 'cost', cost } : { kind: 'costs' };
      }
      default:
        return home;
    }
  };
}
