import type { Perspective } from '#model/elements.ts';
import { staticElement, type WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';
import type { ViewGraph } from './graph.ts';

/** A state in which only a part of a drawing is in the foreground. */
export interface DrawingState {
  /** Names the state in a drawing: `1`, `2` for steps, `p1` for the first perspective. */
  readonly id: string;
  /** What a reader sees of it: `3`, `Security`. */
  readonly name: string;
  /** What comes up in a step, or has the perspective: names and what is said of each. */
  readonly rows: readonly {
    readonly text: string;
    readonly value?: string;
    readonly about?: string;
  }[];
  /** Ids of boxes and boundaries, and keys of lines, that are in the background. */
  readonly out: ReadonlySet<string>;
  /** Short words at boxes, by their ids. */
  readonly notes: ReadonlyMap<string, string>;
  /** Names of colours for boxes, by their ids; the style sheet of pages has the colours. */
  readonly tints?: ReadonlyMap<string, string>;
  /** Its words warn. */
  readonly warns?: true;
}

/** The style sheet of pages knows this many. */
export const MOST_STEPS = 30;
export const MOST_PERSPECTIVES = 12;

/**
 * The steps of a view: of its animation, one after the other and each adding to the ones before; of a
 * dynamic view its own. Nothing where there is only one.
 */
export function stepsOf(graph: ViewGraph, view: View): DrawingState[] {
  const adds = graph.kind === 'Dynamic' ? addedByStep(graph) : addedByAnimation(graph, view);
  if (adds.length < 2 || adds.length > MOST_STEPS) return [];
  const shown = new Set<string>();
  return adds.map(({ name, ids, words }, place) => {
    for (const id of ids) shown.add(id);
    const lines = graph.edges.filter((edge) =>
      graph.kind === 'Dynamic'
        ? shown.has(edge.key)
        : shown.has(edge.source) && shown.has(edge.target),
    );
    const present = new Set([...shown, ...lines.map(({ key }) => key)]);
    const rows = words.map((text) => ({ text }));
    return { id: String(place + 1), name, rows, out: absent(graph, present), notes: new Map() };
  });
}

interface Added {
  readonly name: string;
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

function addedByAnimation(graph: ViewGraph, view: View): Added[] {
  const names = new Map<string, string>(
    [...graph.clusters, ...graph.nodes].map(({ id, name }) => [id, name]),
  );
  const animations = 'animations' in view ? view.animations : [];
  return animations
    .toSorted((a, b) => a.order - b.order)
    .map(({ elements }, place) => ({
      name: String(place + 1),
      ids: elements,
      words: elements.flatMap((id) => names.get(id) ?? []),
    }));
}

function addedByStep({ edges, nodes, clusters }: ViewGraph): Added[] {
  const names = new Map<string, string>([...clusters, ...nodes].map(({ id, name }) => [id, name]));
  return edges.map(({ key, source, target, description, step, order = '' }) => ({
    name: step ?? order,
    ids: [key, source, target],
    words: [`${names.get(source) ?? ''} to ${names.get(target) ?? ''}: ${description}`],
  }));
}

/** What people look at a view for: one state for each perspective that something in it has. */
export function perspectivesOf(graph: ViewGraph, index: WorkspaceIndex): DrawingState[] {
  const found = new Map<
    string,
    { readonly id: string; readonly of: string; readonly is: Perspective }[]
  >();
  const add = (id: string, of: string, all: readonly Perspective[]) => {
    for (const is of all) found.set(is.name, [...(found.get(is.name) ?? []), { id, of, is }]);
  };
  for (const { id, name } of graph.nodes) {
    const element = index.element(id);
    if (!element) continue;
    const behind = staticElement(index, element);
    const own = element.perspectives.map((one) => one.name);
    const inherited = behind === element ? [] : behind.perspectives;
    add(id, name, [...element.perspectives, ...inherited.filter((one) => !own.includes(one.name))]);
  }
  for (const { key, id, description } of graph.edges) {
    add(key, description || 'A relationship', index.relationship(id)?.perspectives ?? []);
  }
  return [...found].slice(0, MOST_PERSPECTIVES).map(([name, items], place) => ({
    id: `p${place + 1}`,
    name: name.slice(0, 1).toUpperCase() + name.slice(1),
    rows: items.map(({ of, is }) => ({
      text: of,
      ...(is.value && { value: is.value }),
      ...(is.description && { about: is.description }),
    })),
    out: absent(graph, new Set(items.map(({ id }) => id))),
    notes: new Map(items.flatMap(({ id, is }) => (is.value ? [[id, is.value] as const] : []))),
  }));
}

/** All that is not present; a boundary is, with anything in it. */
function absent({ nodes, clusters, edges }: ViewGraph, present: ReadonlySet<string>): Set<string> {
  const kept = new Set<string>(present);
  const parents = new Map<string, string | undefined>(
    clusters.map(({ id, parent }) => [id, parent]),
  );
  const keep = (from: string | undefined) => {
    for (let at = from; at !== undefined && !kept.has(at); at = parents.get(at)) kept.add(at);
  };
  for (const { id, parent } of nodes) if (present.has(id)) keep(parent);
  for (const { id, parent } of clusters) if (present.has(id)) keep(parent);
  return new Set(
    [...nodes.map(({ id }) => id), ...clusters.map(({ id }) => id), ...edges.map(({ key }) => key)]
      .map(String)
      .filter((id) => !kept.has(id)),
  );
}
