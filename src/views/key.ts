import type { WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';
import type { EdgeStyle, GraphEdge, GraphNode, NodeStyle, Tone, ViewGraph } from './graph.ts';
import { settingOf } from './settings.ts';
import type { StyleSheet } from './styles.ts';
import { kindName } from './words.ts';

/** One line of a key: a look, and what it means. */
export type KeyEntry =
  | { readonly sort: 'box'; readonly label: string; readonly style: NodeStyle }
  | {
      readonly sort: 'line';
      readonly label: string;
      readonly style: EdgeStyle;
      /** Its arrow is that of an answer. */
      readonly isAnswer: boolean;
    }
  | { readonly sort: 'cost'; readonly label: string };

/** The property of a view, of all views or of the workspace that leaves keys out: `archfolio.key false`. */
const KEY_PROPERTY = 'archfolio.key';

const TONES: readonly Tone[] = [
  'person',
  'system',
  'container',
  'component',
  'store',
  'external',
  'outline',
];
const LINES: readonly EdgeStyle['line'][] = ['Solid', 'Dashed', 'Dotted'];

/** Whether an author wants a key; undefined where nobody said so. */
export function wantsKey(index: WorkspaceIndex, view: View): boolean | undefined {
  const wanted = settingOf(index, view, KEY_PROPERTY);
  return wanted === undefined ? undefined : wanted.toLowerCase() !== 'false';
}

/**
 * What a drawing's looks mean: just those that it uses. What an author painted goes by the tag that
 * paints it, the rest by kind; lines by how they are drawn.
 */
export function keyOf(graph: ViewGraph, index: WorkspaceIndex, sheet: StyleSheet): KeyEntry[] {
  const boxes = new Map<string, KeyEntry & { readonly sort: 'box' }>();
  const inOrder = graph.nodes.toSorted(
    (a, b) => TONES.indexOf(a.style.tone) - TONES.indexOf(b.style.tone),
  );
  for (const node of inOrder) {
    const element = index.element(node.id);
    const tag = element && sheet.tagOf(element);
    const label = tag ?? boxLabel(node, graph.nodes, index);
    if (!boxes.has(label)) boxes.set(label, { sort: 'box', label, style: node.style });
  }
  const lines = new Map<string, KeyEntry & { readonly sort: 'line' }>();
  for (const edge of graph.edges) {
    const relationship = index.relationship(edge.id);
    const tag = relationship && sheet.lineTagOf(relationship);
    const label = edge.response ? 'Answer' : (tag ?? lineLabel(edge, graph.edges, index));
    if (!lines.has(label)) {
      lines.set(label, {
        sort: 'line',
        label,
        style: edge.style,
        isAnswer: edge.response ?? false,
      });
    }
  }
  const byDash = [...lines.values()].sort(
    (a, b) => LINES.indexOf(a.style.line) - LINES.indexOf(b.style.line),
  );
  return [...boxes.values(), ...byDash];
}

function boxLabel(
  { kind, style }: GraphNode,
  nodes: readonly GraphNode[],
  { workspace }: WorkspaceIndex,
): string {
  if (style.tone === 'external') return 'External';
  if (style.tone !== 'store') return kindName(kind, workspace.viewConfiguration.terminology);
  const stores = nodes.filter((node) => node.style.tone === 'store');
  const pipes = stores.filter((node) => node.style.shape === 'Pipe');
  if (pipes.length === 0) return 'Store';
  return pipes.length === stores.length ? 'Queue' : 'Store, queue';
}

/** Lines are told apart only where there are several kinds of them. */
function lineLabel(
  { style: { line } }: GraphEdge,
  edges: readonly GraphEdge[],
  { workspace }: WorkspaceIndex,
): string {
  if (line === 'Dotted') return 'Implied';
  if (line === 'Dashed') return 'Asynchronous';
  const isOneOfTwo = edges.some(({ style, response }) => style.line === 'Dashed' && !response);
  const word = workspace.viewConfiguration.terminology.relationship ?? 'Relationship';
  return isOneOfTwo ? 'Synchronous' : word;
}
