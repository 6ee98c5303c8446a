import type { Graph } from '../graph/graph.ts';
import type { Fall } from '../graph/orient.ts';
import { SPACING } from '../spacing.ts';

const FEWEST = 4;

/**
 * Deals boxes that are alike out over several rows where their row is too wide for them, in turn, so
 * that those of the second row stand under the gaps of the first: leaves of one parent, and what stands
 * between one box above and one below. Returns the rows anew.
 */
export function splitWideRows(
  graph: Graph,
  falls: readonly Fall[],
  rows: readonly number[],
): number[] {
  const { nodes, aim } = graph;
  const room = (node: number) => (nodes[node]?.width ?? 0) + aim.boxes;
  let out = [...rows];
  for (const { members, above, below } of familiesOf(graph, falls, rows)) {
    const row = out[members[0] ?? 0] ?? 0;
    const total = [...nodes.keys()].reduce((sum, n) => sum + (out[n] === row ? room(n) : 0), 0);
    if (members.length < FEWEST || total <= aim.across) continue;
    const own = members.reduce((sum, member) => sum + room(member), 0);
    const free = Math.max(aim.across - (total - own), aim.across / 3);
    const parts = partsFor(members.length, own / members.length, free);
    const down = above !== undefined;
    if (down && below !== undefined) out = out.map((at) => (at > row ? at + parts - 1 : at));
    for (const [index, member] of members.entries()) {
      const by = index % parts;
      out[member] = (out[member] ?? 0) + (down ? by : -by);
    }
  }
  const least = Math.min(0, ...out);
  return least < 0 ? out.map((row) => row - least) : out;
}

/** Boxes of one row and one boundary that are joined to the same, at most one above and one below. */
interface Family {
  readonly members: readonly number[];
  readonly above: number | undefined;
  readonly below: number | undefined;
}

function familiesOf({ nodes }: Graph, falls: readonly Fall[], rows: readonly number[]): Family[] {
  const above = nodes.map(() => new Set<number>());
  const below = nodes.map(() => new Set<number>());
  for (const { upper, lower } of falls) {
    below[upper]?.add(lower);
    above[lower]?.add(upper);
  }
  const families = new Map<string, { members: number[]; above?: number; below?: number }>();
  for (const [node, { kind, cluster }] of nodes.entries()) {
    const [uppers, lowers] = [[...(above[node] ?? [])], [...(below[node] ?? [])]];
    const isIn = kind === 'box' && uppers.length <= 1 && lowers.length <= 1;
    const joined = [...uppers, ...lowers];
    if (!isIn || joined.length === 0 || joined.some((other) => rows[other] === rows[node]))
      continue;
    // A pair that nothing else joins is no family.
    if (joined.every((other) => (above[other]?.size ?? 0) + (below[other]?.size ?? 0) < 2))
      continue;
    const key = `${uppers} ${lowers} ${rows[node]} ${cluster}`;
    const family = families.get(key) ?? {
      members: [],
      ...(uppers[0] !== undefined && { above: uppers[0] }),
      ...(lowers[0] !== undefined && { below: lowers[0] }),
    };
    family.members.push(node);
    families.set(key, family);
  }
  return [...families.values()].map(({ members, above: upper, below: lower }) => ({
    members,
    above: upper,
    below: lower,
  }));
}

/** What a line that passes between two boxes adds to their distance. */
const LANE = 2 * SPACING.line - SPACING.boxes;

/** The fewest rows that are short enough, with the lines to later rows that pass the first of them. */
function partsFor(count: number, room: number, free: number): number {
  const most = Math.ceil(count / 2);
  for (let parts = 2; parts < most; parts++) {
    const first = Math.ceil(count / parts);
    if (first * room + (count - first) * LANE <= free) return parts;
  }
  return most;
}
