import type { Columns } from './columns/columns.ts';
import type { Room } from './columns/room.ts';
import type { Ordered } from './ordered.ts';
import type { Ports } from './ports/ports.ts';
import type { Turns } from './turns/turns.ts';

/** A graph whose items have places across the rows. */
export interface Draft extends Ordered {
  readonly ports: Ports;
  readonly room: Room;
  readonly columns: Columns;
  readonly turns: Turns;
}

/** Where a segment meets its upper and its lower layer. */
export function endsOf({ layers, ports, columns }: Draft, segment: number): [number, number] {
  const { upper = 0, lower = 0 } = layers.segments[segment] ?? {};
  return [
    (columns.x[upper] ?? 0) + (ports.upper[segment] ?? 0),
    (columns.x[lower] ?? 0) + (ports.lower[segment] ?? 0),
  ];
}
