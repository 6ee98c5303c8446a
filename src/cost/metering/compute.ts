import { Quantity } from '../units/quantity.ts';

/** Little's law: how many are under way at once, of what arrives at a rate and takes a while. */
export function underWay<N extends string>(
  arrivals: Quantity<`${N}/s`>,
  duration: Quantity<`ms/${NoInfer<N>}`>,
): Quantity<N> {
  const value = (arrivals.value * duration.value) / 1000;
  return new Quantity(value, arrivals.num, '', 'times', arrivals, duration);
}

/** Processors kept busy by work that comes at a rate. */
export function busyProcessors(work: Quantity<'vCPU-ms/s'>): Quantity<'vCPU'> {
  return new Quantity(work.value / 1000, 'vCPU', '', 'scaled', work);
}
