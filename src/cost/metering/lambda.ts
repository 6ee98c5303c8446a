import { Quantity } from '../units/quantity.ts';
import { wholeUp } from '../units/scale.ts';

/**
 * Lambda's GB-seconds: memory times duration, the duration of each call rounded up to 1 ms (price
 * book, `lambda.gb_second_x86`).
 */
export function gbSeconds(
  calls: Quantity<'request'>,
  duration: Quantity<'ms/request'>,
  memory: Quantity<'MB'>,
): Quantity<'GB-second'> {
  const seconds = wholeUp(duration.value) / 1000;
  const value = calls.value * seconds * memory.in('GB').value;
  return new Quantity(value, 'GB-second', '', 'times', calls, duration);
}
