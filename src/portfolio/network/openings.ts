import { INTERNET, type Rule } from '#case-study/lists/network.ts';
import type { Standing, StandingNetwork } from './standing.ts';

/** The kinds of subnets from the way in downwards; each has a row of its own. */
export const KINDS = ['public', 'private', 'isolated'] as const;
export type Kind = Standing['kind'];

/** A place that traffic comes from or goes to: the internet, or a row of subnets. */
export type Band = typeof INTERNET | Kind;

/** What may pass between two neighbouring bands within a zone. */
export interface Opening {
  readonly zone: string;
  readonly from: Band;
  readonly to: Band;
  /** `5432, 6379` */
  readonly ports: string;
}

/** The rows that a network has subnets for. */
export function rowsOf({ network }: Pick<StandingNetwork, 'network'>): Kind[] {
  return KINDS.filter((kind) => network.subnets.some((subnet) => subnet.kind === kind));
}

/**
 * What rules open between neighbouring rows, zone by zone. A private subnet reaches the internet through
 * the row above it, whose NAT gateway it passes. Rules within a row and over one are not among them.
 */
export function openingsOf(standing: StandingNetwork): Opening[] {
  const { network, subnets } = standing;
  const bands: readonly Band[] = [INTERNET, ...rowsOf(standing)];
  return network.zones.flatMap((zone) => {
    const members = new Map(
      KINDS.map((kind) => [kind, groupsIn(standing, subnets.filter(isIn(kind, zone)))]),
    );
    const holds = (band: Band, end: string) =>
      band === INTERNET ? end === INTERNET : (members.get(band)?.has(end) ?? false);
    return bands.slice(1).flatMap((lower, place) => {
      const upper = bands[place] ?? INTERNET;
      const beneath = bands.slice(place + 1);
      const down = network.rules.filter(({ from, to }) => holds(upper, from) && holds(lower, to));
      const up = network.rules.filter(
        ({ from, to }) =>
          (holds(lower, from) && holds(upper, to)) ||
          (to === INTERNET && beneath.some((band) => holds(band, from))),
      );
      return [
        ...(down.length > 0 ? [{ zone, from: upper, to: lower, ports: portsOf(down) }] : []),
        ...(up.length > 0 ? [{ zone, from: lower, to: upper, ports: portsOf(up) }] : []),
      ];
    });
  });
}

const isIn = (kind: Kind, zone: string) => (subnet: Standing) =>
  subnet.kind === kind && subnet.zone === zone;

/** The security groups of what stands in some subnets: by its elements, or by its name. */
function groupsIn({ network }: StandingNetwork, subnets: readonly Standing[]): Set<string> {
  const elements = new Set(
    subnets.flatMap(({ machines }) =>
      machines.flatMap(({ tenants }) => tenants.map(({ identifier }) => identifier)),
    ),
  );
  const also = new Set(subnets.flatMap((subnet) => subnet.also));
  return new Set(
    network.groups
      .filter((group) => also.has(group.name) || group.elements.some((one) => elements.has(one)))
      .map(({ id }) => id),
  );
}

function portsOf(rules: readonly Rule[]): string {
  const ports = rules.flatMap(({ ports: open, protocol }) =>
    open.split(', ').map((port) => (protocol === 'udp' ? `${port} udp` : port)),
  );
  return [...new Set(ports)].join(', ');
}
