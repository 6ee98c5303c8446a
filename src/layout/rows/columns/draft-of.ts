import type { Draft, Ordered } from '../draft.ts';
import { assignPorts } from '../ports/ports.ts';
import { slidePorts } from '../ports/slide.ts';
import { findArms } from '../turns/arms.ts';
import { settleTurns } from '../turns/settle.ts';
import { findSideTurns } from '../turns/sides.ts';
import { NO_TURNS, type Turns } from '../turns/turns.ts';
import { type Columns, placeColumns } from './columns.ts';
import { extentsOf } from './extents.ts';

export interface DraftOptions {
  readonly pivots: number;
}

/**
 * Places across the rows, in three steps: with all lines between upper and lower sides of boxes;
 * then again with those lines turned that need fewer bends so; then ports slide under what they
 * lead to.
 */
export function draftOf(ordered: Ordered, { pivots }: DraftOptions): Draft {
  const first = place(ordered, NO_TURNS, pivots, undefined) ?? stacked(ordered);
  const sides = findSideTurns(first);
  const turns: Turns = { ...sides, arms: findArms(first, sides) };
  const hasTurns = sides.upper.size + sides.lower.size + turns.arms.size > 0;
  const turned = hasTurns ? place(ordered, turns, pivots, first.columns) : undefined;
  const best = turned ?? first;
  return { ...best, ports: slidePorts(best, best.turns) };
}

function place(
  ordered: Ordered,
  turns: Turns,
  pivots: number,
  start: Columns | undefined,
): Draft | undefined {
  const ports = assignPorts(ordered, turns);
  const extents = extentsOf(ordered.graph, ordered.layers.items, ports.widths);
  const columns = placeColumns(ordered, ports, extents, { turns, pivots, ...(start && { start }) });
  if (!columns) return undefined;
  const settled = settleTurns(ordered, ports, columns, turns);
  return { ...ordered, extents, turns, ...settled };
}

/** Without any place at all: what remains if separations contradicted each other. */
function stacked(ordered: Ordered): Draft {
  const ports = assignPorts(ordered, NO_TURNS);
  const zeros = ordered.graph.clusters.map(() => 0);
  const columns = { x: ordered.layers.items.map(() => 0), left: zeros, right: zeros };
  const extents = extentsOf(ordered.graph, ordered.layers.items, ports.widths);
  return { ...ordered, ports, extents, columns, turns: NO_TURNS };
}
