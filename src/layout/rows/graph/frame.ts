import type { SizedGraph, SizedNode, Stretch } from '../../engine.ts';
import type { Size } from '../../geometry.ts';
import { aimOf } from '../aim.ts';
import { loopGrowth } from '../loops/loops.ts';
import { type Cluster, type Edge, type Graph, type Interval, type Node, OUTSIDE } from './graph.ts';

/** Corners of a box at which no line ends. */
const CORNER = 12;

/** Numbers a graph and turns it, so that the passes need to know one direction only. */
export function toFrame(sized: SizedGraph): Graph {
  const turned = sized.direction === 'LR' || sized.direction === 'RL';
  const turn = ({ width, height }: Size): Size =>
    turned ? { width: height, height: width } : { width, height };
  const clusterAt = new Map(sized.clusters.map(({ id }, index) => [id, index]));
  const nodeAt = new Map(sized.nodes.map(({ id }, index) => [id, index]));
  const clusterOf = (parent: string | undefined) =>
    (parent === undefined ? undefined : clusterAt.get(parent)) ?? OUTSIDE;

  const clusters: Cluster[] = [];
  for (const { parent, title, corner = 0 } of sized.clusters) {
    const holder = clusterOf(parent);
    const depth = holder === OUTSIDE ? 0 : (clusters[holder]?.depth ?? 0) + 1;
    clusters.push({ parent: holder, depth, title: turn(title), corner: turned ? 0 : corner });
  }
  const loops = Map.groupBy(
    sized.edges.entries().filter(([, { source, target }]) => source === target),
    ([, { source }]) => source,
  );
  const nodes: Node[] = sized.nodes.map((node) => {
    const own = (loops.get(node.id) ?? []).map(([edge, { label }]) => ({
      edge,
      label: label && turn(label),
    }));
    const reach = reachOf(node, turned);
    const grown = loopGrowth(own, reach.right);
    const taller = ([from, to]: Interval): Interval => [from - grown / 2, to + grown / 2];
    const { width, height } = turn(node);
    return {
      kind: 'box',
      width,
      height: height + grown,
      cluster: clusterOf(node.parent),
      first: node.first ?? false,
      carrier: node.carrier ?? false,
      reach: { ...reach, left: taller(reach.left), right: taller(reach.right) },
      loops: own,
    };
  });
  const end = (id: string): number | undefined => {
    const node = nodeAt.get(id);
    if (node !== undefined) return node;
    const cluster = clusterAt.get(id);
    if (cluster === undefined) return undefined;
    nodes.push(gate(cluster));
    return nodes.length - 1;
  };
  const edges: Edge[] = [];
  for (const [edge, { source: from, target: to, label, look }] of sized.edges.entries()) {
    if (from === to) continue;
    const [source, target] = [end(from), end(to)];
    if (source === undefined || target === undefined) continue;
    edges.push({ edge, source, target, label: label && turn(label), look });
  }
  const reversed = sized.direction === 'BT' || sized.direction === 'RL';
  return { nodes, clusters, edges, reversed, turned, aim: aimOf(sized) };
}

function gate(cluster: number): Node {
  const point: Interval = [0, 0];
  return {
    kind: 'gate',
    width: 0,
    height: 0,
    cluster,
    first: false,
    carrier: false,
    reach: { top: point, right: point, bottom: point, left: point },
    loops: [],
  };
}

function reachOf({ width, height, sides }: SizedNode, turned: boolean): Node['reach'] {
  const level = (stretch: Stretch | undefined) => centred(stretch, width);
  const upright = (stretch: Stretch | undefined) => centred(stretch, height);
  const [top, bottom] = [level(sides?.top), level(sides?.bottom)];
  const [left, right] = [upright(sides?.left), upright(sides?.right)];
  return turned
    ? { top: left, bottom: right, left: top, right: bottom }
    : { top, bottom, left, right };
}

/** A stretch of a side, from the side's middle. */
function centred(stretch: Stretch | undefined, length: number): Interval {
  const [from, to] = stretch ?? [
    Math.min(CORNER, length / 2),
    Math.max(length - CORNER, length / 2),
  ];
  return [Math.ceil(from - length / 2), Math.floor(to - length / 2)];
}
