import { around, type Graph, OUTSIDE } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import { type Arc, bar } from '../simplex/problem.ts';
import { solve } from '../simplex/solve.ts';
import { classesOf } from './classes.ts';
import { gridRows } from './grid.ts';

/** Weights of an edge within one boundary and across borders, and of what keeps rows together. */
const WEIGHT = { inside: 4, across: 2, cluster: 2, person: 3, gate: 1, grid: 1 };

/** The variables of the rows: one a node or class of nodes, two a cluster, and the first row. */
interface Variables {
  node(node: number): number;
  top(cluster: number): number;
  bottom(cluster: number): number;
  readonly start: number;
}

/**
 * Rows by network simplex (Gansner, Koutsofios, North, Vo 1993): edges short, boundaries low,
 * people above the boundaries that they look into. Ends of flat edges share a row. Rows are numbered
 * from 0, without gaps; those of a graph whose lines run up, from the last.
 */
export function rank(graph: Graph, falls: readonly Fall[], flats: readonly number[]): number[] {
  const { nodes, clusters } = graph;
  const classOf = classesOf(graph, falls, flats);
  const variables: Variables = {
    node: (node) => classOf[node] ?? node,
    top: (cluster) => nodes.length + 2 * cluster,
    bottom: (cluster) => nodes.length + 2 * cluster + 1,
    start: nodes.length + 2 * clusters.length,
  };
  const size = variables.start + 1;
  const arcs = [
    ...edgeArcs(graph, falls, flats, variables),
    ...clusterArcs(graph, variables),
    ...nodeArcs(graph, falls, variables),
  ];
  // Two groups whose people look into one another cannot both begin under them.
  const above = peopleArcs(graph, falls, variables);
  const solution = solve({ size, arcs: [...arcs, ...above] }) ?? solve({ size, arcs });
  const rows = nodes.map((_, node) => solution?.values[variables.node(node)] ?? 0);
  const used = [...new Set(rows)].sort((a, b) => a - b);
  const numbers = new Map(used.map((row, index) => [row, index]));
  const last = used.length - 1;
  return rows.map((row) => {
    const number = numbers.get(row) ?? 0;
    return graph.reversed ? last - number : number;
  });
}

function edgeArcs(
  { nodes }: Graph,
  falls: readonly Fall[],
  flats: readonly number[],
  variables: Variables,
): Arc[] {
  return falls.flatMap(({ upper, lower }, edge) => {
    if (flats.includes(edge)) return [];
    const together = nodes[upper]?.cluster === nodes[lower]?.cluster;
    const weight = together ? WEIGHT.inside : WEIGHT.across;
    return [bar(variables.node(upper), variables.node(lower), 1, weight)];
  });
}

function clusterArcs({ clusters }: Graph, { top, bottom, start }: Variables): Arc[] {
  return clusters.flatMap(({ parent }, cluster) => [
    bar(top(cluster), bottom(cluster), 0, WEIGHT.cluster),
    ...(parent === OUTSIDE
      ? [bar(start, top(cluster), 0)]
      : [bar(top(parent), top(cluster), 0), bar(bottom(cluster), bottom(parent), 0)]),
  ]);
}

/** Nodes within the rows of what holds them; those without edges in a grid, people on top. */
function nodeArcs(graph: Graph, falls: readonly Fall[], variables: Variables): Arc[] {
  const { top, bottom, start } = variables;
  const grid = gridRows(graph);
  const uppers = new Set(falls.map(({ upper }) => upper));
  return graph.nodes.flatMap(({ cluster, first, kind }, node) => {
    const at = variables.node(node);
    if (cluster === OUTSIDE) return [bar(start, at, 0, first ? WEIGHT.person : 0)];
    const row = grid.get(node);
    const atTop = row !== undefined || (kind === 'gate' && !uppers.has(node));
    const atBottom = kind === 'gate' && uppers.has(node);
    return [
      bar(top(cluster), at, row ?? 0, atTop ? WEIGHT.grid : 0),
      bar(at, bottom(cluster), 0, atBottom ? WEIGHT.gate : 0),
    ];
  });
}

/** Boundaries begin under the people who look into them from outside. */
function peopleArcs(graph: Graph, falls: readonly Fall[], variables: Variables): Arc[] {
  return falls.flatMap(({ upper, lower }) => {
    if (!graph.nodes[upper]?.first) return [];
    return entered(graph, upper, lower).map((cluster) =>
      bar(variables.node(upper), variables.top(cluster), 1),
    );
  });
}

/** Boundaries that a line enters on its way down. */
function entered({ nodes, clusters }: Graph, upper: number, lower: number): number[] {
  const outer = new Set(around({ clusters }, nodes[upper]?.cluster ?? OUTSIDE));
  return around({ clusters }, nodes[lower]?.cluster ?? OUTSIDE).filter(
    (cluster) => !outer.has(cluster),
  );
}
