import { type Quantity, quantity, sum } from '../units/quantity.ts';

/**
 * The way that data takes, which decides what is charged for it.
 * - `between zones`: to whichever zone answers, so all but one zone's share of it crosses a border,
 *   and each GB that does is charged on both sides.
 * - `nat`: to the internet from a private subnet: processed by a NAT gateway both ways, and what
 *   leaves is internet egress as well.
 * - `endpoint`: to a service of the provider through an interface endpoint, which processes it.
 * - `internet`: to clients straight from a load balancer: what leaves is egress.
 * - `free`: not charged: to the CDN, to S3 through a gateway endpoint, from a load balancer to its
 *   targets, replication inside RDS, MSK and ElastiCache, anything inside a zone.
 */
export type Route = 'between zones' | 'nat' | 'endpoint' | 'internet' | 'free';

/** Data that moves along an arrow of the architecture in a month. */
export interface Flow {
  /** Element identifiers of the two ends; the outside world is an element too. */
  readonly from: string;
  readonly to: string;
  readonly route: Route;
  /** From `from` to `to`. */
  readonly sent: Quantity<'GB'>;
  /** Back again. */
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
  const over = (route: Route) => flows.filter((item) => item.route === route);
  const leaving = [...over('nat'), ...over('internet')];
  return {
    betweenZones: total(over('between zones').map(bothWays)).times(crossing),
    nat: total(over('nat').map(bothWays)),
    endpoint: total(over('endpoint').map(bothWays)),
    internetOut: total(leaving.map(({ sent }) => sent)),
  };
}

function bothWays({ sent, returned }: Flow): Quantity<'GB'> {
  return returned ? sent.plus(returned) : sent;
}

function total(parts: readonly Quantity<'GB'>[]): Quantity<'GB'> {
  const [first, ...rest] = parts;
  return first ? sum(first, ...rest) : quantity(0, 'GB');
}
