import { Source } from '#diagnostics/source.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { ViewKey } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index.ts';
import type { Theme } from '#model/styles.ts';
import type { RelationshipInView, View } from '#model/views.ts';
import type { Workspace } from '#model/workspace.ts';
import { type DrawingOptions, renderDrawing } from '#svg/drawing.ts';
import { buildViewGraph } from '#views/build.ts';
import type { GraphCluster, GraphEdge, GraphNode, ViewGraph } from '#views/graph.ts';
import { styleSheet } from '#views/styles.ts';

/** Texts of files by their path from the root. */
export type Files = Readonly<Record<string, string>>;

/**
 * The workspace of a DSL text without a fault, which may read some files; a fault in a fixture fails
 * the test that uses it.
 */
export function workspaceOf(dsl: string, files: Files = {}): Workspace {
  const { workspace, diagnostics } = parseWorkspace(new Source('workspace.dsl', dsl), {
    embedSource: false,
    reader: {
      stat: (path) => (path in files ? { kind: 'file', modified: 0 } : undefined),
      readBytes: (path) => new TextEncoder().encode(files[path]),
      list: () => [],
      absolute: (path) => `/${path}`,
    },
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!workspace || errors.length > 0) {
    throw new Error(`The fixture is wrong: ${errors.map(({ message }) => message).join(' ')}`);
  }
  return workspace;
}

/** Lookups over the workspace of a DSL text. */
export function indexOf(dsl: string, files: Files = {}): WorkspaceIndex {
  return indexWorkspace(workspaceOf(dsl, files));
}

/** Lookups over the workspace of a Structurizr JSON text; a fault in it fails the test. */
export function indexOfJson(json: string): WorkspaceIndex {
  const { workspace, diagnostics } = workspaceFromJson(new Source('workspace.json', json));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!workspace || errors.length > 0) {
    throw new Error(`The fixture is wrong: ${errors.map(({ message }) => message).join(' ')}`);
  }
  return indexWorkspace(workspace);
}

/** The same lookups with places in a view, by the names of elements: `{ Shop: [450, 0] }`. */
export function arranged(
  index: WorkspaceIndex,
  key: string,
  places: Readonly<Record<string, readonly [x: number, y: number]>>,
  lines: Readonly<Record<string, Partial<RelationshipInView>>> = {},
): WorkspaceIndex {
  const views = index.workspace.views.map((view): View => {
    if (view.key !== key || view.kind === 'Filtered' || view.kind === 'Image') return view;
    const elements = view.elements.map((inView) => {
      const [x, y] = places[index.element(inView.id)?.name ?? ''] ?? [inView.x, inView.y];
      return { ...inView, x, y };
    });
    const relationships = view.relationships.map((inView) => ({
      ...inView,
      ...lines[index.relationship(inView.id)?.description ?? ''],
    }));
    return { ...view, elements, relationships };
  });
  return indexWorkspace({ ...index.workspace, views });
}

/**
 * A workspace of `model { … }`, `views { … }` and whatever stands before them. A block may stand on
 * one line here, which the language itself does not allow: `container shop v { include * }`.
 */
export function dslOf(model: string, views = '', before = ''): string {
  const lines = (text: string) => text.replace(/\{ +(?=\S)/g, '{\n').replace(/(?<=\S) +\}/g, '\n}');
  return `workspace "Fixture" {
${lines(before)}
model {
${lines(model)}
}
views {
${lines(views)}
}
}
`;
}

/** A view of an index by its key. */
export function viewOf(index: WorkspaceIndex, key: string): View {
  const view = index.view(ViewKey(key));
  if (!view) throw new Error(`The fixture has no view ${key}.`);
  return view;
}

/** The graph of a view of an index. */
export function graphIn(index: WorkspaceIndex, key: string, themes: Theme[] = []): ViewGraph {
  const view = viewOf(index, key);
  if (view.kind === 'Image') throw new Error(`The view ${key} is an image.`);
  const graph = buildViewGraph(index, view, styleSheet(index, themes));
  if (!graph) throw new Error(`The view ${key} has no graph.`);
  return graph;
}

/** The graph of a view of a DSL text. */
export function graphOf(dsl: string, key: string, themes: Theme[] = []): ViewGraph {
  return graphIn(indexOf(dsl), key, themes);
}

const measure = createTextMeasure();

/** A graph as SVG text, placed by the project's own engine. */
export function drawingFrom(graph: ViewGraph, options: Partial<DrawingOptions> = {}): string {
  const badges = (options.costs?.size ?? 0) > 0;
  const placed = placeView(graph, { engine: createRowsEngine(), measure, badges });
  return renderDrawing(placed, { prefix: graph.key, theme: 'auto', measure, ...options });
}

/** A view of a DSL text as SVG text. */
export function drawingOf(dsl: string, key: string, options: Partial<DrawingOptions> = {}): string {
  return drawingFrom(graphOf(dsl, key), options);
}

/** A box of a graph by its name. */
export function nodeOf(graph: ViewGraph, name: string): GraphNode {
  return only(graph.nodes, name);
}

/** A boundary of a graph by its name. */
export function clusterOf(graph: ViewGraph, name: string): GraphCluster {
  return only(graph.clusters, name);
}

function only<Item extends { readonly name: string }>(items: readonly Item[], name: string): Item {
  const [found, ...others] = items.filter((item) => item.name === name);
  if (!found || others.length > 0) {
    throw new Error(`${name}: one of ${items.map((item) => item.name).join(', ')}?`);
  }
  return found;
}

/** Boxes and boundaries as an indented list: what holds what, in the order of the graph. */
export function outlineOf({ nodes, clusters }: ViewGraph): string[] {
  const below = (parent: string | undefined, indent: string): string[] => [
    ...clusters
      .filter((cluster) => cluster.parent === parent)
      .flatMap(({ id, name, kind }) => [`${indent}${kind} ${name}`, ...below(id, `${indent}  `)]),
    ...nodes.filter((node) => node.parent === parent).map(({ name }) => `${indent}- ${name}`),
  ];
  return below(undefined, '');
}

/** Lines as `order source -> target: words [technology]`, by the names of their ends. */
export function linesOf({ nodes, clusters, edges }: ViewGraph): string[] {
  const names = new Map<string, string>(
    [...nodes, ...clusters].map(({ id, name }) => [id, name] as const),
  );
  return edges.map(({ order, source, target, description, technology, response }: GraphEdge) =>
    [
      order,
      names.get(source) ?? '?',
      response ? '-->' : '->',
      `${names.get(target) ?? '?'}:`,
      description,
      technology && `[${technology}]`,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' '),
  );
}
