import type { Draft } from '../draft.ts';
import type { Ordered } from '../ordered.ts';
import { assignPorts } from '../ports/ports.ts';
import { slidePorts } from '../ports/slide.ts';
import { findArms } from '../turns/arms.ts';
import { settleTurns } from '../turns/settle.ts';
import { findSideTurns } from '../turns/sides.ts';
import { countTurns, NO_TURNS, type Turns } from '../turns/turns.ts';
import { type Columns, placeColumns } from './columns.ts';
import { type Room, roomOf } from './room.ts';

export interface DraftOptions {
  readonly pivots: number;
  /** All lines between upper and lower sides. */
  readonly plain: boolean;
}

/** How often lines are turned that come to need fewer bends so after others were turned. */
const ROUNDS = 3;

/**
 * Places across the rows: first with all lines between upper and lower sides of boxes; then again
 * with those lines turned that need fewer bends so; then ports slide under what they lead to.
 */
export function draftOf(ordered: Ordered, options: DraftOptions): Draft {
  const first = place(ordered, NO_TURNS, options, undefined) ?? stacked(ordered);
  return options.plain ? first : improve(first, options);
}

/** A draft with other turns; nothing where they leave no room for each other. */
export function redraft(draft: Draft, turns: Turns, options: DraftOptions): Draft | undefined {
  const next = place(draft, turns, options, draft);
  return next && { ...next, ports: slidePorts(next, turns) };
}

function improve(first: Draft, options: DraftOptions): Draft {
  let best = first;
  for (let round = 0; round < ROUNDS; round++) {
    const sides = findSideTurns(best);
    const turns: Turns = { ...sides, arms: findArms(best, sides) };
    if (countTurns(turns) === countTurns(best.turns)) break;
    const next = place(best, turns, options, best);
    if (!next) break;
    best = next;
  }
  return { ...best, ports: slidePorts(best, best.turns) };
}

/** Where a draft begins: what another one of the same graph has found out. */
interface Known {
  readonly columns: Columns;
  readonly room: Room;
}

function place(
  ordered: Ordered,
  turns: Turns,
  { pivots }: DraftOptions,
  known: Known | undefined,
): Draft | undefined {
  const { graph, layers, rows } = ordered;
  const ports = assignPorts(ordered, turns);
  const room = roomOf(ordered, ports.widths, known?.room);
  const columns = placeColumns(ordered, ports, room, {
    turns,
    pivots,
    ...(known && { start: known.columns }),
  });
  if (!columns) return undefined;
  return { graph, layers, rows, room, turns, ...settleTurns(ordered, ports, columns, turns) };
}

/** Without any place at all: what remains if separations contradicted each other. */
function stacked(ordered: Ordered): Draft {
  const ports = assignPorts(ordered, NO_TURNS);
  const zeros = ordered.graph.clusters.map(() => 0);
  const columns = { x: ordered.layers.items.map(() => 0), left: zeros, right: zeros };
  return { ...ordered, ports, columns, room: roomOf(ordered, ports.widths), turns: NO_TURNS };
}
