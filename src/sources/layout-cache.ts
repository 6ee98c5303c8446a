import type { LayoutEngine, PlacedGraph, PlacedRoute, SizedGraph } from '#layout/engine.ts';
import type { Rect } from '#layout/geometry.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { type Cache, cacheFolder, codeHash, hashOf, openCache } from './cache.ts';

/** The engine that draws views, with a memory on the disk: only what changed is laid out anew. */
export function createDrawingEngine(
  env: Readonly<Record<string, string | undefined>> = process.env,
  cwd = process.cwd(),
): LayoutEngine {
  const cache = openCache(cacheFolder(env, cwd), 'layouts');
  return cachedEngine(createRowsEngine(), cache, () =>
    codeHash(new URL('../layout/', import.meta.url)),
  );
}

/**
 * An engine that looks a graph up before it places it. The key is all that an engine sees, ids replaced
 * by places in the graph: neither a new name nor the numbers that move when a line is added make it
 * work again. `version` stands for the engine's code.
 */
export function cachedEngine(
  engine: LayoutEngine,
  cache: Cache,
  version: () => string,
): LayoutEngine {
  const state: { made?: string } = {};
  return {
    name: engine.name,
    place(graph) {
      state.made ??= `${engine.name} ${version()}`;
      const key = hashOf(state.made, JSON.stringify(withoutIds(graph)));
      const kept = cache.get(key);
      if (isPlaces(kept, graph)) return named(kept, graph);
      const placed = engine.place(graph);
      cache.put(key, placesOf(placed, graph));
      return placed;
    },
  };
}

/** A graph whose ids are places: `n0` is its first box. */
function withoutIds(graph: SizedGraph): SizedGraph {
  const ids = new Map<string, string>();
  for (const [index, { id }] of graph.nodes.entries()) ids.set(id, `n${index}`);
  for (const [index, { id }] of graph.clusters.entries()) ids.set(id, `c${index}`);
  const looks = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? id;
  const inside = (parent: string | undefined) =>
    parent === undefined ? {} : { parent: idOf(parent) };
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({ ...node, id: idOf(node.id), ...inside(node.parent) })),
    clusters: graph.clusters.map((one) => ({ ...one, id: idOf(one.id), ...inside(one.parent) })),
    edges: graph.edges.map(({ look, ...edge }, index) => {
      if (look !== undefined && !looks.has(look)) looks.set(look, `l${looks.size}`);
      return {
        ...edge,
        key: `e${index}`,
        source: idOf(edge.source),
        target: idOf(edge.target),
        ...(look !== undefined && { look: looks.get(look) ?? look }),
      };
    }),
  };
}

/** A placed graph as lists in the order of the graph; what an engine left out is `null`. */
interface Places {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (Rect | null)[];
  readonly clusters: readonly (Rect | null)[];
  readonly edges: readonly (PlacedRoute | null)[];
  readonly grid?: boolean;
}

function placesOf({ width, height, grid, ...placed }: PlacedGraph, graph: SizedGraph): Places {
  return {
    width,
    height,
    nodes: graph.nodes.map(({ id }) => placed.nodes.get(id) ?? null),
    clusters: graph.clusters.map(({ id }) => placed.clusters.get(id) ?? null),
    edges: graph.edges.map(({ key }) => placed.edges.get(key) ?? null),
    ...(grid !== undefined && { grid }),
  };
}

function named(places: Places, graph: SizedGraph): PlacedGraph {
  const table = <Value>(names: readonly string[], values: readonly (Value | null)[]) =>
    new Map(
      names.flatMap((name, index): [string, Value][] => {
        const value = values[index];
        return value ? [[name, value]] : [];
      }),
    );
  return {
    width: places.width,
    height: places.height,
    nodes: table(
      graph.nodes.map(({ id }) => id),
      places.nodes,
    ),
    clusters: table(
      graph.clusters.map(({ id }) => id),
      places.clusters,
    ),
    edges: table(
      graph.edges.map(({ key }) => key),
      places.edges,
    ),
    ...(places.grid !== undefined && { grid: places.grid }),
  };
}

/** Whether an entry of the cache is what was kept for such a graph. */
function isPlaces(value: unknown, graph: SizedGraph): value is Places {
  if (typeof value !== 'object' || value === null) return false;
  const { nodes, clusters, edges, width, height } = value as Partial<Places>;
  return (
    typeof width === 'number' &&
    typeof height === 'number' &&
    nodes?.length === graph.nodes.length &&
    clusters?.length === graph.clusters.length &&
    edges?.length === graph.edges.length
  );
}
