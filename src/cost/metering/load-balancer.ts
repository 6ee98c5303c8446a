import { greatest, type Quantity, quantity } from '../units/quantity.ts';

/** What a load balancer works on, on average over the month. */
export interface LoadBalancerUse {
  readonly newConnections: Quantity<'connection/s'>;
  readonly activeConnections: Quantity<'connection'>;
  readonly processed: Quantity<'GB/hour'>;
  /** Requests times the rules above the ten free ones. */
  readonly ruleEvaluations?: Quantity<'evaluation/s'> | undefined;
}

/**
 * Load balancer capacity units in use: the greatest of 25 new connections a second, 3,000 active
 * connections, 1 GB an hour and 1,000 rule evaluations a second for each (price book,
 * `alb.lcu_hour`). Billed hour by hour; on averages it is exact while one of the four decides all day.
 */
export function capacityUnits(use: LoadBalancerUse): Quantity<'LCU'> {
  const { newConnections, activeConnections, processed, ruleEvaluations } = use;
  return greatest(
    newConnections.over(quantity(25, 'connection/s')),
    activeConnections.over(quantity(3000, 'connection')),
    processed.over(quantity(1, 'GB/hour')),
    (ruleEvaluations ?? quantity(0, 'evaluation/s')).over(quantity(1000, 'evaluation/s')),
  ).as('LCU');
}

/** What a network load balancer passes on without reading it, on average over the month. */
export type NetworkBalancerUse = Pick<
  LoadBalancerUse,
  'newConnections' | 'activeConnections' | 'processed'
>;

/**
 * Network load balancer capacity units in use, of TCP: the greatest of 800 new connections a second,
 * 100,000 active connections and 1 GB an hour for each (Elastic Load Balancing's price page; the price
 * book, `nlb.nlcu_hour`, has their price). TLS that ends at the balancer is counted otherwise.
 */
export function networkCapacityUnits(use: NetworkBalancerUse): Quantity<'NLCU'> {
  return greatest(
    use.newConnections.over(quantity(800, 'connection/s')),
    use.activeConnections.over(quantity(100_000, 'connection')),
    use.processed.over(quantity(1, 'GB/hour')),
  ).as('NLCU');
}
