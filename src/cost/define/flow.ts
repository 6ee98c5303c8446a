import { type Quantity, total } from '../units/quantity.ts';

/** Every route, by its name. */
export const ROUTES = [
  'between zones',
  'nat',
  'nat in the region',
  'endpoint',
  'internet',
  'free',
] as const;

/**
 * The way that data takes, which decides what is charged for it.
 * - `between zones`: to whichever zone answers, so all but one zone's share of it crosses a border,
 *   and each GB that does is charged on both sides.
 * - `nat`: to the internet from a private subnet: processed by a NAT gateway both ways, and what
 *   leaves is internet egress as well.
 * - `nat in the region`: to a service of the provider in the same region, through a NAT gateway, which
 *   processes it; it does not leave, so that there is no egress.
 * - `endpoint`: to a service of the provider through an interface endpoint, which processes it.
 * - `internet`: to clients straight from a load balancer: what leaves is egress.
 * - `free`: not charged: to the CDN, to S3 through a gateway endpoint, from a load balancer to its
 *   targets, replication inside RDS, MSK and ElastiCache, anything inside a zone.
 */
export type Route = (typeof ROUTES)[number];

/** Data that moves along an arrow of the architecture in a month. */
export interface Flow {
  /** Element identifiers of the two ends; the outside world is an element too. */
  readonly from: string;
  readonly to: string;
  readonly route: Route;
  /** From `from` to `to`. */
  readonly sent?: Quantity<'GB'> | undefined;
  /** Back again, in answer. */
  readonly returned?: Quantity<'GB'> | undefined;
}

/** What the flows of a model add up to, in the units that are charged. */
export interface NetworkUse {
  /** Both sides of what crosses a border between zones. */
  readonly betweenZones: Quantity<'GB'>;
  readonly nat: Quantity<'GB'>;
  readonly endpoint: Quantity<'GB'>;
  readonly internetOut: Quantity<'GB'>;
}

/** Data along an arrow, with the way that it takes. */
export function flow(spec: Flow): Flow {
  return spec;
}

/**
 * Adds flows up to what is charged. With traffic spread evenly, (zones - 1) / zones of what goes
 * between zones crosses a border. Data transfer prices: `dt.inter_az` counts each direction.
 */
export function networkUse(flows: readonly Flow[], zones: number): NetworkUse {
  const crossing = 2 * ((zones - 1) / zones);
  const over = (...routes: readonly Route[]) => flows.filter(({ route }) => routes.includes(route));
  const bothWays = (...routes: readonly Route[]) =>
    total(
      'GB',
      over(...routes).flatMap(({ sent, returned }) => [sent, returned].filter(isGiven)),
    );
  return {
    betweenZones: bothWays('between zones').times(crossing),
    nat: bothWays('nat', 'nat in the region'),
    endpoint: bothWays('endpoint'),
    internetOut: total(
      'GB',
      over('nat', 'internet')
        .map(({ sent }) => sent)
        .filter(isGiven),
    ),
  };
}

function isGiven(data: Quantity<'GB'> | undefined): data is Quantity<'GB'> {
  return data !== undefined;
}
