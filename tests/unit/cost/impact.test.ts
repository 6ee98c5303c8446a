import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Assumptions,
  busiestRate,
  DECIDING,
  impact,
  instancesFor,
  outgrowsLeast,
} from '#cost/optimisation/impact.ts';

/** A request a second for 86,400 users on average, ten times that in the busiest second. */
const ASSUMED: Assumptions = {
  by: 'throughput',
  requestsOfUserDay: 1,
  peak: 10,
  upTo: 0.5,
  least: 1,
  hourly: 0.1,
};
const USERS = 864_000;

describe('impact', () => {
  it.each([
    ['throughput', {}, 20, 10],
    ['latency', { carries: 2 }, 100, 10],
    ['memory', { carries: 2048, usersOfProcess: 100_000 }, 512, 5],
    ['queries', { carries: 200 }, 10, 10],
  ] as const)('counts instances by %s', (by, more, measured, instances) => {
    expect(busiestRate(USERS, ASSUMED)).toBe(100);
    expect(instancesFor(measured, USERS, { ...ASSUMED, ...more, by })).toBe(instances);
  });

  it('makes instances, months and years of a measurement', () => {
    expect(impact(20, 40, USERS, ASSUMED)).toEqual({
      users: USERS,
      rate: 100,
      before: { instances: 10, monthly: 730 },
      after: { instances: 5, monthly: 365 },
      instancesSaved: 5,
      monthly: 365,
      annual: 4380,
    });
  });

  it('saves nothing where the least there is carries both, and says how far', () => {
    expect(impact(20, 40, 86_400, ASSUMED)).toMatchObject({ instancesSaved: 0, annual: 0 });
    expect(outgrowsLeast(20, ASSUMED)).toBe(86_401);
    expect(impact(20, 40, 86_401, ASSUMED).instancesSaved).toBe(1);
    expect(outgrowsLeast(1e9, ASSUMED)).toBeNull();
  });

  it('costs more where the change made it worse', () => {
    expect(impact(40, 20, USERS, ASSUMED)).toMatchObject({ instancesSaved: -5, monthly: -365 });
  });

  it('never needs fewer instances for more users, nor fewer than the least', () => {
    const assumed = { ...ASSUMED, carries: 10, usersOfProcess: 1000, least: 2 };
    fc.assert(
      fc.property(
        fc.constantFrom(...DECIDING),
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0.1, max: 1e4, noNaN: true }),
        (by, a, b, measured) => {
          const [fewer, more] = [Math.min(a, b), Math.max(a, b)].map((users) =>
            instancesFor(measured, users, { ...assumed, by }),
          );
          expect(fewer).toBeGreaterThanOrEqual(2);
          expect(more).toBeGreaterThanOrEqual(fewer!);
        },
      ),
    );
  });
});
