import { lastWithin } from '../engine/solve.ts';
import { decimal, fromCents, multiply, toCents } from '../money/decimal.ts';
import { HOURS_PER_MONTH, metered, wholeUp } from '../units/scale.ts';

/** What was measured, where it decides how many instances there have to be. */
export const DECIDING = ['throughput', 'latency', 'memory', 'queries'] as const;
export type Deciding = (typeof DECIDING)[number];

/** What turns a measurement into instances and these into dollars; none of it was measured. */
export interface Assumptions {
  readonly by: Deciding;
  /** Requests of a user in a day, and the busiest second over the average one. */
  readonly requestsOfUserDay: number;
  readonly peak: number;
  /** How full an instance may be: 0.7 for 70 %. */
  readonly upTo: number;
  /** Instances that there are whatever the load. */
  readonly least: number;
  /**
   * What one instance has of it, in the measure's unit: requests at a time for a latency, memory for
   * a memory, queries a second for queries. A throughput is itself what one instance carries.
   */
  readonly carries?: number | undefined;
  /** Users that one process serves, where memory decides. */
  readonly usersOfProcess?: number | undefined;
  /** Dollars for an hour of an instance. */
  readonly hourly: number;
}

/** Instances and their price at a number of users. */
interface Fleet {
  readonly instances: number;
  readonly monthly: number;
}

/** What a change saves at a number of users; negative where it costs more. */
export interface Impact {
  readonly users: number;
  /** Requests in the busiest second. */
  readonly rate: number;
  readonly before: Fleet;
  readonly after: Fleet;
  readonly instancesSaved: number;
  readonly monthly: number;
  /** Twelve months. */
  readonly annual: number;
}

const SECONDS_PER_DAY = 86_400;
const MOST_USERS = 1e10;

/** Requests in the busiest second. */
export function busiestRate(users: number, { requestsOfUserDay, peak }: Assumptions): number {
  return metered(((users * requestsOfUserDay) / SECONDS_PER_DAY) * peak);
}

/** Instances that carry so many users with what was measured; never fewer than the least. */
export function instancesFor(measured: number, users: number, assumed: Assumptions): number {
  const { by, carries = Number.NaN, usersOfProcess = Number.NaN, upTo, least } = assumed;
  const rate = busiestRate(users, assumed);
  const needed = {
    throughput: () => rate / measured,
    // Little's law: what is under way is the rate times the seconds that each takes.
    latency: () => (rate * (measured / 1000)) / carries,
    memory: () => (wholeUp(users / usersOfProcess) * measured) / carries,
    queries: () => (rate * measured) / carries,
  }[by]();
  return Math.max(least, wholeUp(needed / upTo));
}

/** What going from one measurement to another saves. */
export function impact(before: number, after: number, users: number, assumed: Assumptions): Impact {
  const fleet = (measured: number) => {
    const instances = instancesFor(measured, users, assumed);
    return { instances, cents: monthlyCents(instances, assumed) };
  };
  const [old, now] = [fleet(before), fleet(after)];
  const saved = old.cents - now.cents;
  return {
    users,
    rate: busiestRate(users, assumed),
    before: { instances: old.instances, monthly: fromCents(old.cents) },
    after: { instances: now.instances, monthly: fromCents(now.cents) },
    instancesSaved: old.instances - now.instances,
    monthly: fromCents(saved),
    annual: fromCents(saved * 12n),
  };
}

/** The first number of users at which one measurement needs more than the least there is. */
export function outgrowsLeast(measured: number, assumed: Assumptions): number | null {
  const extra = (users: number) => instancesFor(measured, users, assumed) - assumed.least;
  const last = lastWithin(extra, MOST_USERS);
  return last === null ? null : last + 1;
}

function monthlyCents(instances: number, { hourly }: Assumptions): bigint {
  return toCents(multiply(decimal(instances * HOURS_PER_MONTH), decimal(hourly)));
}
