import type { Element } from '#model/elements.ts';
import { staticElement, type WorkspaceIndex } from '#model/index.ts';
import type { FilteredView, GraphView, RelationshipInView } from '#model/views.ts';
import { arrange } from './arrange.ts';
import { boundariesOf, instancesOf } from './boundaries.ts';
import { applyFilter } from './filtered.ts';
import type { Direction, GraphEdge, GraphNode, ViewGraph } from './graph.ts';
import { settingOf } from './settings.ts';
import { edgeKey, inOrder, namedSteps } from './steps.ts';
import type { StyleSheet } from './styles.ts';
import { viewTitle } from './titles.ts';
import { bracketed, metadataOf, subtitleOf } from './words.ts';

const DIRECTIONS = {
  TopBottom: 'TB',
  BottomTop: 'BT',
  LeftRight: 'LR',
  RightLeft: 'RL',
} as const satisfies Record<string, Direction>;

/** The view property that draws a dynamic view as a sequence diagram: `archfolio.diagram sequence`. */
const DIAGRAM_PROPERTY = 'archfolio.diagram';

/** The property that writes kind and technology in full, as Structurizr does: `archfolio.metadata full`. */
const METADATA_PROPERTY = 'archfolio.metadata';

/**
 * The graph of a view: boxes, boundaries and lines with their texts and resolved styles, ready to
 * be placed. A filtered view whose base is missing has no graph.
 */
export function buildViewGraph(
  index: WorkspaceIndex,
  view: GraphView | FilteredView,
  sheet: StyleSheet,
): ViewGraph | undefined {
  const settled = view.kind === 'Filtered' ? applyFilter(index, view) : view;
  if (!settled) return undefined;
  const elements = index.inOrder(settled.elements.map(({ id }) => id));
  const holders = new Set(
    elements.flatMap((element) =>
      'environment' in element && element.parent !== undefined ? [element.parent] : [],
    ),
  );
  const boxes = elements.filter(({ id }) => !holders.has(id));
  const isFull = settingOf(index, view, METADATA_PROPERTY) === 'full';
  const boundaries = boundariesOf(index, boxes, sheet);
  const sequence =
    settled.kind === 'Dynamic' && settled.properties[DIAGRAM_PROPERTY] === 'sequence';
  const graph: ViewGraph = {
    key: view.key,
    kind: settled.kind,
    title: viewTitle(index, view),
    ...(settled.description !== undefined && { description: settled.description }),
    diagram: sequence ? 'sequence' : 'graph',
    direction: DIRECTIONS[settled.autoLayout?.rankDirection ?? 'TopBottom'],
    nodes: boxes.map((element) => {
      const parent = boundaries.parentOf(element.id);
      return { ...nodeOf(index, element, sheet, isFull), ...(parent && { parent }) };
    }),
    clusters: boundaries.clusters,
    edges: edgesOf(index, settled, sheet),
  };
  return sequence ? graph : arrange(graph, index, settled, sheet);
}

function nodeOf(
  index: WorkspaceIndex,
  element: Element,
  sheet: StyleSheet,
  isFull: boolean,
): GraphNode {
  const behind = staticElement(index, element);
  const words = sheet.words(element);
  const second = isFull ? metadataOf(index, element) : subtitleOf(index, element);
  const subtitle = words.metadata ? second : undefined;
  const description = words.description ? (element.description ?? behind.description) : undefined;
  return {
    id: element.id,
    kind: element.kind,
    staticId: behind.id,
    name: element.name,
    style: sheet.node(element),
    ...(element.identifier && { identifier: element.identifier }),
    ...(subtitle && { subtitle }),
    ...(description && { description }),
    ...(element.kind === 'DeploymentNode' && instancesOf(element.instances)),
  };
}

function edgesOf(index: WorkspaceIndex, view: GraphView, sheet: StyleSheet): GraphEdge[] {
  const edges = inOrder(view).flatMap(
    (inView, position) => edgeOf(index, inView, position, sheet) ?? [],
  );
  return view.kind !== 'Dynamic'
    ? edges
    : namedSteps(edges).map(({ step: edge, name }) =>
        name === undefined || name === edge.order ? edge : { ...edge, step: name },
      );
}

function edgeOf(
  index: WorkspaceIndex,
  inView: RelationshipInView,
  position: number,
  sheet: StyleSheet,
): GraphEdge | undefined {
  const relationship = index.relationship(inView.id);
  if (!relationship) return undefined;
  const { source, destination, technology } = relationship;
  const words = sheet.lineWords(relationship);
  const metadata = technology && (words.metadata ? bracketed(index, technology) : '');
  const response = inView.response ?? false;
  const { order } = inView;
  return {
    key: edgeKey(inView, position),
    id: inView.id,
    source: response ? destination : source,
    target: response ? source : destination,
    description: words.description ? (inView.description ?? relationship.description ?? '') : '',
    ...(technology !== undefined && { technology }),
    ...(metadata !== undefined && metadata !== `[${technology}]` && { metadata }),
    ...(order !== undefined && { order }),
    response,
    style: response ? { ...sheet.edge(relationship), line: 'Dashed' } : sheet.edge(relationship),
  };
}
