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
