import type { Element, Relationship } from '#model/elements.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import type { GraphView, RelationshipInView } from '#model/views.ts';
import { compare } from './text.ts';

/** One line of a view, and the relationship that it shows. */
export interface Line {
  readonly shown: RelationshipInView;
  readonly relationship: Relationship;
  readonly source: Element;
  readonly destination: Element;
}

const KINDS = [
  'Custom',
  'SystemLandscape',
  'SystemContext',
  'Container',
  'Component',
  'Dynamic',
  'Deployment',
] as const satisfies readonly GraphView['kind'][];

/** The views that hold elements, kind by kind, as `AbstractDiagramExporter.export` goes through them. */
export function viewsInOrder(index: WorkspaceIndex, only?: string): GraphView[] {
  const views = index.workspace.views
    .filter((view) => view.kind !== 'Filtered' && view.kind !== 'Image')
    .filter(({ key }) => key === (only ?? key))
    .toSorted((a, b) => a.order - b.order || compare(a.key.toLowerCase(), b.key.toLowerCase()));
  return KINDS.flatMap((kind) => views.filter((view) => view.kind === kind));
}

/** The elements of a view by their ids as numbers. */
export function elementsOf(index: WorkspaceIndex, view: GraphView): Element[] {
  return view.elements
    .flatMap(({ id }) => index.element(id) ?? [])
    .sort((a, b) => Number(a.id) - Number(b.id) || compare(a.id, b.id));
}

/** By ids as text, `10` before `2`: the order in which most of a diagram is written. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compare(a.id, b.id);
}

/** The lines of a view: by their ids as text, in a dynamic view by their steps. */
export function linesOf(index: WorkspaceIndex, view: GraphView): Line[] {
  const shown = view.relationships.toSorted((a, b) => compare(place(a), place(b)));
  if (view.kind === 'Dynamic') {
    const areNumbers = shown.every(({ order = '' }) => NUMBER.test(order));
    shown.sort(({ order: a = '' }, { order: b = '' }) =>
      areNumbers ? Number(a) - Number(b) : compare(a, b),
    );
  }
  return shown.flatMap((one) => {
    const relationship = index.relationship(one.id);
    const source = relationship && index.element(relationship.source);
    const destination = relationship && index.element(relationship.destination);
    return source && destination ? [{ shown: one, relationship, source, destination }] : [];
  });
}

function place({ id, order }: RelationshipInView): string {
  return `${id}/${order ?? 'null'}`;
}

/** Steps such as `2` and `2.1`; `2.1.1` makes the reference compare all of them as text. */
const NUMBER = /^\d+(\.\d*)?$/;

/** Who takes part in a sequence, in the order in which they come up. */
export function participantsOf(lines: readonly Line[]): Element[] {
  return [...new Set(lines.flatMap(({ source, destination }) => [source, destination]))];
}

/** Who a line comes from and who it goes to: an answer goes against its relationship. */
export function endsOf({ shown, source, destination }: Line): readonly [Element, Element] {
  return shown.response ? [destination, source] : [source, destination];
}
