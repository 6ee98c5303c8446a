import { INTERNET } from '#case-study/lists/network.ts';
import { bottom, type Point, type Rect, right, type Size } from '#layout/geometry.ts';
import { FONTS, type TextMeasure } from '#layout/measure/text.ts';
import { SUBNET_PAD, type SubnetBox, subnetBox } from './boxes.ts';
import { type Opening, openingsOf, rowsOf } from './openings.ts';
import type { StandingNetwork } from './standing.ts';

/** Free ground around the whole, the internet's box, and the way from it to the network. */
const MARGIN = 8;
const INTERNET_HEIGHT = 36;
const ENTRY = 40;
/** From the edge of the network to a zone, of a zone to a subnet, and between two zones. */
const INSET = 16;
const ZONE_PAD = 14;
const ZONE_GAP = 16;
/** The heads of the network and of a zone. */
const NETWORK_HEAD = 50;
const ZONE_HEAD = 34;
/** Between two rows of subnets, where the lines have their words; and between two of one row. */
const ROW_GAP = 44;
const STACK_GAP = 10;
/** A subnet without its inner edges. */
const LEAST_INNER = 320;
/** Where lines run, as shares of a zone: what goes in, and what goes out. Titles end before the first. */
const LANES = { down: 0.56, up: 0.84 } as const;

export interface PlacedSubnet {
  readonly content: SubnetBox;
  readonly box: Rect;
}

export interface PlacedOpening extends Opening {
  readonly points: readonly [Point, Point];
  /** Where its words end, on their base line. */
  readonly label: Point;
}

/** A network with a place for each of its parts; the coordinates are the drawing's. */
export interface PlacedNetwork extends Size {
  readonly internet: Rect;
  readonly frame: Rect;
  readonly zones: readonly { readonly name: string; readonly box: Rect }[];
  readonly subnets: readonly PlacedSubnet[];
  readonly openings: readonly PlacedOpening[];
}

/** Zones beside one another, kinds of subnets below one another, the internet on top. */
export function placeNetwork(standing: StandingNetwork, measure: TextMeasure): PlacedNetwork {
  const { network, subnets } = standing;
  const title = Math.max(
    measure.width(network.name, FONTS.boundary),
    measure.width(addressOf(standing), FONTS.boundaryKind),
  );
  const inner = Math.max(LEAST_INNER, Math.ceil((title + 2 * INSET) / LANES.down));
  const column = inner + 2 * SUBNET_PAD + 2 * ZONE_PAD;
  const boxes = subnets.map((subnet) => subnetBox(subnet, inner, measure));
  const top = MARGIN + INTERNET_HEIGHT + ENTRY;
  const zoneTop = top + NETWORK_HEAD;
  const left = (zone: number) => MARGIN + INSET + zone * (column + ZONE_GAP);
  const placed: PlacedSubnet[] = [];
  const rows = new Map<string, { readonly top: number; readonly bottom: number }>();
  let y = zoneTop + ZONE_HEAD;
  for (const kind of rowsOf(standing)) {
    const start = y;
    const stacks = network.zones.map((zone) =>
      boxes.filter(({ subnet }) => subnet.kind === kind && subnet.zone === zone),
    );
    const end = Math.max(...stacks.map((stack) => start + heightOf(stack)));
    for (const [place, stack] of stacks.entries()) {
      let at = start;
      for (const [step, content] of stack.entries()) {
        // The last of each zone reaches down to the end of its row.
        const height = step === stack.length - 1 ? end - at : content.height;
        const size = { width: column - 2 * ZONE_PAD, height };
        placed.push({ content, box: { x: left(place) + ZONE_PAD, y: at, ...size } });
        at += height + STACK_GAP;
      }
    }
    rows.set(kind, { top: start, bottom: end });
    y = end + ROW_GAP;
  }
  const zoneHeight = y - ROW_GAP + ZONE_PAD - zoneTop;
  const last = left(network.zones.length - 1) + column;
  const frame = { x: MARGIN, y: top, width: last + INSET - MARGIN, height: 0 };
  const whole = { ...frame, height: zoneTop + zoneHeight + INSET - top };
  const internet = { x: MARGIN, y: MARGIN, width: whole.width, height: INTERNET_HEIGHT };
  const edge = (band: string, side: 'top' | 'bottom') => rows.get(band)?.[side] ?? bottom(internet);
  return {
    width: right(whole) + MARGIN,
    height: bottom(whole) + MARGIN,
    internet,
    frame: whole,
    zones: network.zones.map((name, place) => ({
      name,
      box: { x: left(place), y: zoneTop, width: column, height: zoneHeight },
    })),
    subnets: placed,
    openings: openingsOf(standing).map((opening) => {
      const { from, to, zone } = opening;
      const goesUp = to === INTERNET || (from !== INTERNET && isAbove(rows, to, from));
      const [upper, lower] = goesUp ? [to, from] : [from, to];
      const x = left(network.zones.indexOf(zone)) + column * (goesUp ? LANES.up : LANES.down);
      const high = { x, y: edge(upper, 'bottom') };
      const low = { x, y: edge(lower, 'top') };
      const base = upper === INTERNET ? bottom(internet) + 24 : low.y - 16;
      return {
        ...opening,
        points: goesUp ? [low, high] : [high, low],
        label: { x: x - 8, y: base },
      } as const;
    }),
  };
}

function heightOf(stack: readonly SubnetBox[]): number {
  return stack.reduce((sum, { height }) => sum + height + STACK_GAP, -STACK_GAP);
}

function isAbove(
  rows: ReadonlyMap<string, { readonly top: number }>,
  one: string,
  other: string,
): boolean {
  return (rows.get(one)?.top ?? 0) < (rows.get(other)?.top ?? 0);
}

/** `VPC 10.0.0.0/16, us-east-1` */
export function addressOf({ network }: Pick<StandingNetwork, 'network'>): string {
  return `VPC ${network.cidr}${network.region === undefined ? '' : `, ${network.region}`}`;
}
