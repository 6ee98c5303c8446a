import type { Graph } from './graph.ts';

/** An edge as the rows see it, whichever way its arrow points. */
export interface Fall {
  readonly upper: number;
  readonly lower: number;
}

/**
 * Makes all edges fall without a circle. Lines into people are turned round first, so that people
 * stay on top; then depth first, in model order, from what nothing leads to: an edge back to
 * something that is still open is turned. (Fewer could be turned, Eades, Lin, Smyth 1993; model
 * order is steadier when an element is added.) The edges `under` run up: their source stands below.
 */
export function orient({ nodes, edges }: Graph, under: ReadonlySet<number> = new Set()): Fall[] {
  const falls = edges.map(({ source, target }, edge) => {
    const turned = under.has(edge) || ((nodes[target]?.first ?? false) && !nodes[source]?.first);
    return turned ? { upper: target, lower: source } : { upper: source, lower: target };
  });
  const out: number[][] = nodes.map(() => []);
  const entered = nodes.map(() => 0);
  for (const [index, { upper, lower }] of falls.entries()) {
    out[upper]?.push(index);
    entered[lower] = (entered[lower] ?? 0) + 1;
  }
  const state: ('new' | 'open' | 'done')[] = nodes.map(() => 'new');
  const visit = (root: number): void => {
    const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
    state[root] = 'open';
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const index = out[top.node]?.[top.next++];
      if (index === undefined) {
        state[top.node] = 'done';
        path.pop();
        continue;
      }
      const { upper, lower } = falls[index] ?? { upper: 0, lower: 0 };
      if (state[lower] === 'open') falls[index] = { upper: lower, lower: upper };
      else if (state[lower] === 'new') {
        state[lower] = 'open';
        path.push({ node: lower, next: 0 });
      }
    }
  };
  const roots = [...nodes.keys()];
  for (const node of roots) if (entered[node] === 0 && state[node] === 'new') visit(node);
  for (const node of roots) if (state[node] === 'new') visit(node);
  return falls;
}

/**
 * Ways in which the edges of a graph may fall: as `orient` has it, and with what carries messages, a
 * queue, under those whom it serves and who have another caller: services in one row, the queue below.
 */
export function fallsOf(graph: Graph): Fall[][] {
  const { nodes, edges } = graph;
  const called = new Set(
    edges.flatMap(({ source, target }) =>
      nodes[source]?.carrier || nodes[target]?.carrier ? [] : target,
    ),
  );
  const under = new Set(
    edges.flatMap(({ source, target }, edge) =>
      nodes[source]?.carrier && called.has(target) ? edge : [],
    ),
  );
  return under.size === 0 ? [orient(graph)] : [orient(graph, under), orient(graph)];
}
