import type { SizedCluster, SizedGraph, SizedNode } from '../../engine.ts';

/** A part of a graph that nothing joins to the rest, to be placed by itself. */
export type Part =
  | { readonly kind: 'joined'; readonly graph: SizedGraph }
  /** A boundary over whose border no line runs: what it holds is a drawing of its own. */
  | { readonly kind: 'closed'; readonly cluster: SizedCluster; readonly graph: SizedGraph }
  /** Boxes without lines, in model order. */
  | { readonly kind: 'loose'; readonly nodes: readonly SizedNode[]; readonly graph: SizedGraph };

/** The parts of a graph, by the first of their boxes or boundaries in model order. */
export function partsOf(graph: SizedGraph): Part[] {
  const parents = new Map<string, string | undefined>();
  for (const { id, parent } of graph.clusters) parents.set(id, parent);
  for (const { id, parent } of graph.nodes) parents.set(id, parent);
  const top = new Map<string, string>();
  const topOf = (id: string): string => {
    const known = top.get(id);
    if (known !== undefined) return known;
    const parent = parents.get(id);
    const found = parent === undefined || !parents.has(parent) ? id : topOf(parent);
    top.set(id, found);
    return found;
  };
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    const next = leader.get(id);
    return next === undefined || next === id ? id : find(next);
  };
  const busy = new Set<string>();
  for (const { source, target } of graph.edges) {
    if (!parents.has(source) || !parents.has(target)) continue;
    const [a, b] = [topOf(source), topOf(target)];
    if (source !== target || graph.clusters.some(({ id }) => id === source)) {
      busy.add(source === a ? a : '').add(target === b ? b : '');
    }
    if (find(a) !== find(b)) leader.set(find(b), find(a));
  }
  const groups = Map.groupBy([...parents.keys()], (id) => find(topOf(id)));
  const byModel = [...graph.nodes.map(({ id }) => find(topOf(id)))];
  const parts: Part[] = [];
  const loose: SizedNode[] = [];
  for (const group of new Set(byModel)) {
    const members = new Set(groups.get(group));
    const part = within(graph, members);
    const cluster = part.clusters.find(
      ({ parent }) => parent === undefined || !parents.has(parent),
    );
    const entries = [...members].filter((id) => topOf(id) === id);
    const [only] = part.nodes;
    if (part.nodes.length === 1 && only && part.clusters.length === 0) {
      if (part.edges.length === 0) loose.push(only);
      else parts.push({ kind: 'joined', graph: part });
    } else if (entries.length === 1 && cluster && !busy.has(cluster.id)) {
      const inside = within(graph, new Set([...members].filter((id) => id !== cluster.id)));
      parts.push({ kind: 'closed', cluster, graph: inside });
    } else parts.push({ kind: 'joined', graph: part });
  }
  if (loose.length > 0) {
    const ids = new Set(loose.map(({ id }) => id));
    parts.push({ kind: 'loose', nodes: loose, graph: within(graph, ids) });
  }
  return parts;
}

function within(graph: SizedGraph, ids: ReadonlySet<string>): SizedGraph {
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => ids.has(id)),
    clusters: graph.clusters.filter(({ id }) => ids.has(id)),
    edges: graph.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
}
