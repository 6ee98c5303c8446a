import type { PlacedGraph, PlacedRoute, SizedEdge, SizedGraph } from '../engine.ts';
import { type Point, type Rect, right, type Size } from '../geometry.ts';
import { clipAt, simplify } from '../route.ts';
import { dotNames, LABEL_MARGIN, LOOP_REACH, loopRoom, selfLoops } from './dot.ts';

/** The parts that are read of Graphviz's JSON: points in its own units, y upwards. */
interface DotJson {
  readonly bb: string;
  readonly objects?: readonly DotObject[];
  readonly edges?: readonly { readonly id: string; readonly pos?: string }[];
}

interface DotObject {
  readonly name: string;
  readonly bb?: string;
  readonly pos?: string;
}

/** The places in Graphviz's answer to the DOT text of a graph. */
export function readPlaces(json: string, graph: SizedGraph): PlacedGraph {
  const answer = JSON.parse(json) as DotJson;
  const names = dotNames(graph);
  const [, , , top = 0] = numbers(answer.bb);
  const objects = new Map(answer.objects?.map((object) => [object.name, object]));
  const middle = (name: string): Point => {
    const [x = 0, y = 0] = numbers(objects.get(name)?.pos ?? '');
    return { x, y: top - y };
  };
  const lines = new Map(answer.edges?.map(({ id, pos }) => [id, path(pos ?? '', top)]));

  const nodes = new Map<string, Rect>();
  const edges = new Map<string, PlacedRoute>();
  const loops = selfLoops(graph);
  for (const node of graph.nodes) {
    const own = loops.get(node.id) ?? [];
    const room = loopRoom(own);
    const at = middle(names.node.get(node.id) ?? '');
    const box = rectAround({ x: at.x - room.width / 2, y: at.y }, node);
    nodes.set(node.id, box);
    for (const [key, route] of loopRoutes(own, box, room)) edges.set(key, route);
  }
  const clusters = new Map<string, Rect>();
  for (const { id } of graph.clusters) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers(
      objects.get(`cluster_${names.cluster.get(id)}`)?.bb ?? '',
    );
    clusters.set(id, { x: x1, y: top - y2, width: x2 - x1, height: y2 - y1 });
  }
  const first = new Set(graph.nodes.filter((node) => node.first).map(({ id }) => id));
  for (const [index, edge] of graph.edges.entries()) {
    if (edge.source === edge.target) continue;
    const turned = first.has(edge.target) && !first.has(edge.source);
    const label = edge.label && rectAround(middle(`l${index}`), edge.label);
    const halves = [...(lines.get(`e${index}`) ?? []), ...(lines.get(`f${index}`) ?? [])];
    const points = join(turned ? halves.toReversed() : halves, label);
    const route = clipAt(points, clusters.get(edge.source), clusters.get(edge.target));
    edges.set(edge.key, { points: simplify(route), ...(label && { label }) });
  }
  return { ...extent(nodes, clusters, edges), nodes, clusters, edges };
}

/** A line whose halves meet at its label: a corner where they do not meet straight. */
function join(points: readonly Point[], label: Rect | undefined): Point[] {
  if (!label) return [...points];
  const joined: Point[] = [];
  for (const point of points) {
    const last = joined.at(-1);
    const inside =
      last && last.x !== point.x && last.y !== point.y && near(label, last) && near(label, point);
    if (inside) joined.push({ x: last.x, y: point.y });
    joined.push(point);
  }
  return joined;
}

function near(label: Rect, { x, y }: Point): boolean {
  const margin = LABEL_MARGIN + 2;
  return (
    x >= label.x - margin &&
    x <= right(label) + margin &&
    y >= label.y - margin &&
    y <= label.y + label.height + margin
  );
}

function loopRoutes(loops: readonly SizedEdge[], box: Rect, room: Size): [string, PlacedRoute][] {
  let y = box.y + (box.height - room.height) / 2;
  return loops.map((edge) => {
    const height = Math.max(28, (edge.label?.height ?? 0) + 10);
    const from = y + height / 2 - 9;
    const x = right(box);
    const points = [
      { x, y: from },
      { x: x + LOOP_REACH, y: from },
      { x: x + LOOP_REACH, y: from + 18 },
      { x, y: from + 18 },
    ];
    const label = edge.label && {
      x: x + LOOP_REACH + 6,
      y: y + (height - edge.label.height) / 2,
      ...edge.label,
    };
    y += height;
    return [edge.key, { points, ...(label && { label }) }];
  });
}

function rectAround({ x, y }: Point, { width, height }: Size): Rect {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function numbers(text: string): number[] {
  return text.split(',').map(Number);
}

/** The bends of a B-spline whose pieces are straight: every third of its control points. */
function path(pos: string, top: number): Point[] {
  return pos
    .split(' ')
    .filter((point) => point !== '' && !point.startsWith('e,') && !point.startsWith('s,'))
    .map((point) => {
      const [x = 0, y = 0] = numbers(point);
      return { x, y: top - y };
    })
    .filter((_, index) => index % 3 === 0);
}

function extent(
  nodes: ReadonlyMap<string, Rect>,
  clusters: ReadonlyMap<string, Rect>,
  edges: ReadonlyMap<string, PlacedRoute>,
): Size {
  const corners = [...nodes.values(), ...clusters.values()].map((r) => ({
    x: right(r),
    y: r.y + r.height,
  }));
  for (const { points, label } of edges.values()) {
    corners.push(...points);
    if (label) corners.push({ x: right(label), y: label.y + label.height });
  }
  return {
    width: Math.max(0, ...corners.map(({ x }) => x)),
    height: Math.max(0, ...corners.map(({ y }) => y)),
  };
}
