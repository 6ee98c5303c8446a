import { canonicalName, type Lineage } from './canonical-name.ts';
import type { Element, Relationship } from './elements.ts';
import { indexWorkspace, parentOf, type WorkspaceIndex } from './index.ts';
import { viewName } from './view-names.ts';
import type { ElementInView, GraphView, RelationshipInView, View } from './views.ts';
import type { Workspace } from './workspace.ts';

/** What a merge did with one view. */
export interface MergedView {
  readonly key: string;
  /** Names of elements that took over a place. */
  readonly kept: readonly string[];
  /** Names of elements that the layout does not know. */
  readonly added: readonly string[];
  /** Names of elements that the layout knows and the view lacks. */
  readonly gone: readonly string[];
}

/** A workspace with the layout of another one, and what came of it. */
export interface MergedLayout {
  readonly workspace: Workspace;
  readonly views: readonly MergedView[];
  /** Keys of views without automatic layout that the other workspace has no view for. */
  readonly unknown: readonly string[];
}

/**
 * Carries positions, bends, places of labels and sheet sizes over from another version of a workspace,
 * as `merge -layout` of Structurizr does: by canonical name, then by name, description and id within
 * the kind. Views with automatic layout stay as they are.
 *
 * The reference lets several elements take one place. With `once` the first one keeps it, and the
 * others count as new: two boxes in one place help nobody.
 */
export function mergeLayout(
  workspace: Workspace,
  layout: Workspace,
  { once = false }: { readonly once?: boolean } = {},
): MergedLayout {
  const [to, from] = [indexWorkspace(workspace), indexWorkspace(layout)];
  const merged: MergedView[] = [];
  const unknown: string[] = [];
  const views = workspace.views.map((view): View => {
    if (!isArranged(view)) return view;
    const source = sourceOf(to, from, view);
    if (!source) {
      unknown.push(view.key);
      return view;
    }
    const { view: done, report } = mergeView(to, from, view, source, once);
    merged.push(report);
    return done;
  });
  const { lastSavedView } = layout.viewConfiguration;
  const viewConfiguration = {
    ...workspace.viewConfiguration,
    ...(lastSavedView !== undefined && { lastSavedView }),
  };
  return { workspace: { ...workspace, views, viewConfiguration }, views: merged, unknown };
}

function isArranged(view: View): view is GraphView {
  return view.kind !== 'Filtered' && view.kind !== 'Image' && view.autoLayout === undefined;
}

/** The view of the same kind with the same key, else with the same name and description. */
function sourceOf(
  to: WorkspaceIndex,
  from: WorkspaceIndex,
  view: GraphView,
): GraphView | undefined {
  const candidates = from.workspace.views.filter(
    (other): other is GraphView => other.kind === view.kind,
  );
  const name = nameOf(to, view);
  return (
    candidates.find(({ key }) => key === view.key) ??
    candidates.find(
      (other) =>
        nameOf(from, other) === name &&
        (other.description === undefined || other.description === view.description),
    )
  );
}

function nameOf({ workspace }: WorkspaceIndex, view: View): string | undefined {
  const elements = new Map(workspace.elements.map((element) => [element.id, element]));
  return viewName(view, elements, new Map(workspace.views.map((other) => [other.key, other])));
}

function mergeView(
  to: WorkspaceIndex,
  from: WorkspaceIndex,
  view: GraphView,
  source: GraphView,
  once: boolean,
): { readonly view: GraphView; readonly report: MergedView } {
  const places = source.elements.flatMap((inView): Place[] => {
    const element = from.element(inView.id);
    return element ? [{ inView, element, name: fullName(from, element) }] : [];
  });
  const finds = matches(to, view, places, once);
  const found = (id: string) => finds.get(id)?.element;
  const { paperSize = source.paperSize, dimensions = source.dimensions } = view;
  const done: GraphView = {
    ...view,
    ...(paperSize !== undefined && { paperSize }),
    ...(dimensions !== undefined && { dimensions }),
    elements: view.elements.map((inView): ElementInView => {
      const place = finds.get(inView.id);
      if (place) return { ...inView, x: place.inView.x, y: place.inView.y };
      return once ? { ...inView, unplaced: true } : inView;
    }),
    relationships: view.relationships.map((inView) => {
      const relationship = to.relationship(inView.id);
      const line = relationship && lineOf(from, view, source, inView, relationship, found);
      return line ? withCourse(inView, line) : inView;
    }),
  };
  const names = (keep: (id: string) => boolean) =>
    view.elements.flatMap(({ id }) => (keep(id) ? (to.element(id)?.name ?? []) : []));
  const used = new Set([...finds.values()].map(({ inView }) => inView.id));
  return {
    view: done,
    report: {
      key: view.key,
      kept: names((id) => finds.has(id)),
      added: names((id) => !finds.has(id)),
      gone: places.flatMap(({ inView, element }) => (used.has(inView.id) ? [] : [element.name])),
    },
  };
}

/** A place in the layout, and whose it was. */
interface Place {
  readonly inView: ElementInView;
  readonly element: Element;
  readonly name: string;
}

/** The rules by which a place is found, the surest first. */
const RULES: readonly ((element: Element, name: string, place: Place) => boolean)[] = [
  (_element, name, place) => place.name === name,
  (element, _name, { element: other }) => alike(element, other) && other.name === element.name,
  (element, _name, { element: other }) =>
    alike(element, other) && !!element.description && other.description === element.description,
  (element, _name, { element: other }) => alike(element, other) && other.id === element.id,
];

function alike(a: Element, b: Element): boolean {
  return a.kind === b.kind;
}

/** The place of each element of a view, by its id. */
function matches(
  to: WorkspaceIndex,
  view: GraphView,
  places: readonly Place[],
  once: boolean,
): ReadonlyMap<string, Place> {
  const elements = view.elements.flatMap(({ id }) => to.element(id) ?? []);
  const found = new Map<string, Place>();
  const taken = new Set<Place>();
  // Rule by rule, not element by element, so that a sure match comes before another's guess.
  for (const rule of RULES) {
    for (const element of elements) {
      if (found.has(element.id)) continue;
      const name = fullName(to, element);
      const place = places.find((one) => !(once && taken.has(one)) && rule(element, name, one));
      if (!place) continue;
      found.set(element.id, place);
      taken.add(place);
    }
  }
  return found;
}

/** The line of the layout between the same elements with the same words, else with the same id. */
function lineOf(
  from: WorkspaceIndex,
  { kind }: GraphView,
  source: GraphView,
  inView: RelationshipInView,
  relationship: Relationship,
  found: (id: string) => Element | undefined,
): RelationshipInView | undefined {
  const ends = [found(relationship.source)?.id, found(relationship.destination)?.id];
  const lines = source.relationships.filter(({ id, order }) => {
    const other = from.relationship(id);
    const sameStep = kind !== 'Dynamic' || order === inView.order;
    return other && sameStep && other.source === ends[0] && other.destination === ends[1];
  });
  const words = (line: RelationshipInView, behind: Relationship | undefined) =>
    (kind === 'Dynamic' ? line.description : behind?.description) ?? '';
  const own = words(inView, relationship);
  return (
    lines.find((line) => words(line, from.relationship(line.id)) === own) ??
    lines.find(({ id }) => id === inView.id)
  );
}

/** The reference takes over bends, routing and label place, whether they are there or not. */
function withCourse(inView: RelationshipInView, line: RelationshipInView): RelationshipInView {
  const { vertices: _vertices, routing: _routing, position: _position, ...rest } = inView;
  const { vertices, routing, position } = line;
  return {
    ...rest,
    ...(vertices && { vertices }),
    ...(routing && { routing }),
    ...(position !== undefined && { position }),
  };
}

function fullName(index: WorkspaceIndex, element: Element): string {
  const lineage: Lineage<Element> = {
    parent: (one) => {
      const parent = parentOf(one);
      return parent === undefined ? undefined : index.element(parent);
    },
    instanceOf: (one) => ('instanceOf' in one ? index.element(one.instanceOf) : undefined),
  };
  return canonicalName(element, lineage);
}
