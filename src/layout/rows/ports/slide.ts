import { entriesOf, entryRange } from '../columns/titles.ts';
import { type Draft, endsOf } from '../draft.ts';
import { SPACING } from '../spacing.ts';
import type { Turns } from '../turns/turns.ts';
import type { Ports } from './ports.ts';

/**
 * Slides ports of single lines along their side until they stand over what they lead to, where that
 * makes a line straight: in order, apart from one another, and on the part of the side that may be
 * met.
 */
export function slidePorts(draft: Draft, turns: Turns): Ports {
  const { graph, layers, columns } = draft;
  const upper = [...draft.ports.upper];
  const lower = [...draft.ports.lower];
  const ports: Ports = { ...draft.ports, upper, lower };
  const current: Draft = { ...draft, ports };
  const faces = {
    upper: Map.groupBy(layers.segments.keys(), (segment) => layers.segments[segment]?.upper ?? 0),
    lower: Map.groupBy(layers.segments.keys(), (segment) => layers.segments[segment]?.lower ?? 0),
  };
  const limits = (segment: number, end: 'upper' | 'lower'): readonly [number, number] => {
    const box = layers.segments[segment]?.[end] ?? 0;
    const own = ports[end][segment] ?? 0;
    const node = graph.nodes[layers.items[box]?.node ?? -1];
    if (node?.kind !== 'box' || turns[end].has(segment)) return [own, own];
    const trunk = end === 'upper' ? ports.upperTrunk : ports.lowerTrunk;
    let [from, to] = node.reach[end === 'upper' ? 'bottom' : 'top'];
    for (const other of faces[end].get(box) ?? []) {
      if (other === segment || turns[end].has(other)) continue;
      if (trunk[other] === trunk[segment]) return [own, own];
      const at = ports[end][other] ?? 0;
      if (at < own) from = Math.max(from, at + Math.min(SPACING.ports, own - at));
      else to = Math.min(to, at - Math.min(SPACING.ports, at - own));
    }
    if (end === 'lower') {
      const middle = columns.x[box] ?? 0;
      for (const entry of entriesOf(current, segment)) {
        const [least, most] = entryRange(current, entry);
        from = Math.max(from, least - middle);
        to = Math.min(to, most - middle);
      }
    }
    return [Math.min(from, own), Math.max(to, own)];
  };
  for (const segment of layers.segments.keys()) {
    const [above, below] = endsOf(current, segment);
    if (above === below) continue;
    const { upper: over = 0, lower: under = 0 } = layers.segments[segment] ?? {};
    const [a, b] = limits(segment, 'upper').map((port) => port + (columns.x[over] ?? 0));
    const [c, d] = limits(segment, 'lower').map((port) => port + (columns.x[under] ?? 0));
    const [low, high] = [Math.max(a ?? 0, c ?? 0), Math.min(b ?? 0, d ?? 0)];
    if (low > high) continue;
    // Of the places where both ends can stand, the one that moves them least.
    const x = Math.min(high, Math.max(low, Math.round((above + below) / 2)));
    upper[segment] = x - (columns.x[over] ?? 0);
    lower[segment] = x - (columns.x[under] ?? 0);
  }
  return ports;
}
