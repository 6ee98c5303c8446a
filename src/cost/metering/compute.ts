import { Quantity, ratio } from '../units/quantity.ts';

/** Little's law: how many are under way at once, of what arrives at a rate and takes a while. */
export function underWay<N extends string>(
  arrivals: Quantity<`${N}/s`>,
  duration: Quantity<`ms/${NoInfer<N>}`>,
): Quantity<N> {
  return inSeconds(
    new Quantity(arrivals.value * duration.value, 'ms', '', 'times', arrivals, duration),
    arrivals.num,
  );
}

/** Processors kept busy by work that comes at a rate. */
export function busyProcessors(work: Quantity<'vCPU-ms/s'>): Quantity<'vCPU'> {
  return inSeconds(work, 'vCPU');
}

function inSeconds<U extends string>(milliseconds: Quantity, unit: string): Quantity<U> {
  const factor = ratio(0.001);
  const value = milliseconds.value * factor.value;
  return new Quantity(value, unit, '', 'scaled', milliseconds, factor);
}
