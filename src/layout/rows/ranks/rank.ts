import { type Graph, OUTSIDE } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import { type Arc, bar } from '../simplex/problem.ts';
import { solve } from '../simplex/solve.ts';
import { gridRows } from './grid.ts';

/** Weights of an edge within one boundary and across borders, and of what keeps rows together. */
const WEIGHT = { inside: 4, across: 2, cluster: 2, person: 3, gate: 1, grid: 1 };

/**
 * Rows by network simplex (Gansner, Koutsofios, North, Vo 1993): edges short, boundaries low,
 * people high. Ends of flat edges share a variable; each boundary has two, for its first and its
 * last row. Rows are numbered from 0, without gaps.
 */
export function rank(graph: Graph, falls: readonly Fall[], flats: readonly number[]): number[] {
  const { nodes, clusters } = graph;
  const own = nodes.map((_, node) => node);
  for (const edge of flats) {
    const [keep, drop] = [own[falls[edge]?.upper ?? 0], own[falls[edge]?.lower ?? 0]];
    for (const [node, variable] of own.entries()) if (variable === drop) own[node] = keep ?? 0;
  }
  const variable = (node: number) => own[node] ?? node;
  const top = (cluster: number) => nodes.length + 2 * cluster;
  const bottom = (cluster: number) => top(cluster) + 1;
  const start = nodes.length + 2 * clusters.length;

  const arcs: Arc[] = [];
  for (const [index, { upper, lower }] of falls.entries()) {
    if (flats.includes(index)) continue;
    const together = nodes[upper]?.cluster === nodes[lower]?.cluster;
    const weight = together ? WEIGHT.inside : WEIGHT.across;
    arcs.push(bar(variable(upper), variable(lower), 1, weight));
  }
  for (const [cluster, { parent }] of clusters.entries()) {
    arcs.push(bar(top(cluster), bottom(cluster), 0, WEIGHT.cluster));
    if (parent === OUTSIDE) continue;
    arcs.push(bar(top(parent), top(cluster), 0), bar(bottom(cluster), bottom(parent), 0));
  }
  const grid = gridRows(graph);
  for (const [node, { cluster, first, kind }] of nodes.entries()) {
    const at = variable(node);
    if (first && cluster === OUTSIDE) arcs.push(bar(start, at, 0, WEIGHT.person));
    if (cluster === OUTSIDE) {
      arcs.push(bar(start, at, 0));
      continue;
    }
    const row = grid.get(node);
    arcs.push(bar(top(cluster), at, row ?? 0, row === undefined ? 0 : WEIGHT.grid));
    arcs.push(bar(at, bottom(cluster), 0));
    if (kind === 'box') continue;
    const isUpper = falls.some(({ upper }) => upper === node);
    arcs.push(
      isUpper ? bar(at, bottom(cluster), 0, WEIGHT.gate) : bar(top(cluster), at, 0, WEIGHT.gate),
    );
  }
  for (const [cluster, { parent }] of clusters.entries()) {
    if (parent === OUTSIDE) arcs.push(bar(start, top(cluster), 0));
  }
  // Edges fall without a circle and boundaries only hold, so there is always an answer.
  const values = solve({ size: start + 1, arcs })?.values ?? new Int32Array(start + 1);
  const rows = nodes.map((_, node) => values[variable(node)] ?? 0);
  const used = [...new Set(rows)].sort((a, b) => a - b);
  const numbers = new Map(used.map((row, index) => [row, index]));
  const last = used.length - 1;
  return rows.map((row) => {
    const number = numbers.get(row) ?? 0;
    return graph.reversed ? last - number : number;
  });
}
