import type { Quantity } from '../units/quantity.ts';

/**
 * Lambda's GB-seconds: memory times duration, the duration of each call rounded up to 1 ms (price
 * book, `lambda.gb_second_x86`).
 */
export function gbSeconds(
  calls: Quantity<'request'>,
  duration: Quantity<'ms/request'>,
  memory: Quantity<'MB'>,
): Quantity<'GB-second'> {
  const seconds = calls.times(duration.wholeUp()).in('s');
  return seconds.times(memory.in('GB').as('ratio')).as('GB-second');
}
