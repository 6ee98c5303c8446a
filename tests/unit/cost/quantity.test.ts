import { describe, expect, it } from 'vitest';
import { busyProcessors, underWay } from '#cost/metering/compute.ts';
import { gbSeconds } from '#cost/metering/lambda.ts';
import { capacityUnits, networkCapacityUnits } from '#cost/metering/load-balancer.ts';
import { defaultConnections } from '#cost/metering/postgres.ts';
import { shards } from '#cost/metering/streams.ts';
import {
  greatest,
  isInvalid,
  type Quantity,
  quantity,
  ratio,
  sum,
  total,
} from '#cost/units/quantity.ts';
import { metered, wholeUp } from '#cost/units/scale.ts';

const users = quantity(1000, 'user');

describe('quantities', () => {
  it.each<[string, Quantity, number, string]>([
    ['cancels a rate', users.times(quantity(8, 'session/user')), 8000, 'session'],
    ['chains rates', quantity(2, 'GB/h').times(quantity(3, 'line/GB')), 6, 'line/h'],
    ['takes a share', users.times(ratio(0.25)), 250, 'user'],
    ['takes a number', users.times(3), 3000, 'user'],
    ['adds', quantity(1, 'GB').plus(quantity(2, 'GB')), 3, 'GB'],
    ['subtracts', quantity(5, 'GB').minus(quantity(2, 'GB')), 3, 'GB'],
    ['stops at an allowance', quantity(5, 'GB').beyond(quantity(9, 'GB')), 0, 'GB'],
    ['divides like by like', quantity(6, 'GB').over(quantity(2, 'GB')), 3, 'ratio'],
    ['divides into a rate', quantity(6, 'GB').per(users), 0.006, 'GB/user'],
    ['takes the rest of a share', ratio(0.3).rest(), 0.7, 'ratio'],
    ['rounds up', quantity(2.1, 'node').wholeUp(), 3, 'node'],
    ['converts by 1,024', quantity(1, 'TB').in('GB'), 1024, 'GB'],
    ['converts a rate', quantity(2048, 'kB/user').in('MB'), 2, 'MB/user'],
    ['converts time', quantity(1500, 'ms').in('s'), 1.5, 's'],
    ['spreads a month', quantity(2_628_000, 'request').perSecond(), 1, 'request/s'],
    ['spreads it by the hour', quantity(730, 'GB').perHour(), 1, 'GB/hour'],
    ['counts hours', quantity(2, 'node').hours(), 1460, 'node-hour'],
    ['counts months', quantity(2, 'GB').months(), 2, 'GB-month'],
    ['takes the greater', quantity(2, 'GB').atLeast(quantity(3, 'GB')), 3, 'GB'],
    ['takes the smaller', quantity(2, 'GB').atMost(quantity(3, 'GB')), 2, 'GB'],
    ['sums', sum(quantity(1, 'GB'), quantity(2, 'GB'), quantity(3, 'GB')), 6, 'GB'],
    ['sums nothing', total('GB', []), 0, 'GB'],
    ['finds the greatest', greatest(quantity(1, 'GB'), quantity(4, 'GB')), 4, 'GB'],
  ])('%s', (_, result, value, unit) => {
    expect(metered(result.value)).toBe(value);
    expect(result.unit).toBe(unit);
  });

  // Node runs models without checking types, so that each of these has to be caught when it runs.
  const untyped = (unit: string) => quantity(1, unit) as Quantity<never>;
  it.each([
    ['adding', () => users.plus(untyped('GB')), 'Cannot add `GB` to `user`.'],
    ['subtracting', () => users.minus(untyped('GB')), 'Cannot subtract `GB` from `user`.'],
    [
      'multiplying',
      () => users.times(untyped('GB/order')),
      'Cannot multiply `user` by `GB/order`.',
    ],
    ['dividing', () => users.over(untyped('GB')), 'Cannot divide `user` by `GB`.'],
    ['comparing', () => users.atLeast(untyped('GB')), 'Cannot compare `user` by `GB`.'],
    ['converting', () => users.in('GB' as never), 'Cannot convert `user` to `GB`.'],
  ])('%s what does not fit gives an invalid quantity', (_, run, message) => {
    const result: Quantity = run();
    expect(isInvalid(result)).toBe(true);
    expect(result.note).toBe(message);
    expect(result.times(2).value).toBeNaN();
  });

  it('refuses operators when it runs, too', () => {
    expect(() => Number(users)).toThrow(TypeError);
    expect(`${users}`).toBe('1000 user');
  });

  it.each([
    [3.0000000000001, 3],
    [2.9999999999999, 3],
    [3.001, 4],
    [0, 0],
  ])('buys %d whole as %d', (value, whole) => {
    expect(wholeUp(value)).toBe(whole);
  });
});

describe('metering', () => {
  it('keeps so many requests under way (Little’s law)', () => {
    const many = underWay(quantity(500, 'request/s'), quantity(90, 'ms/request'));
    expect([many.value, many.unit]).toEqual([45, 'request']);
  });

  it('keeps processors busy', () => {
    expect(busyProcessors(quantity(2500, 'vCPU-ms/s')).value).toBe(2.5);
  });

  it.each([
    ['connections', { newConnections: 100, activeConnections: 0, processed: 0, rules: 0 }, 4],
    [
      'active connections',
      { newConnections: 0, activeConnections: 6000, processed: 0, rules: 0 },
      2,
    ],
    ['data', { newConnections: 25, activeConnections: 0, processed: 3.5, rules: 0 }, 3.5],
    ['rules', { newConnections: 0, activeConnections: 0, processed: 1, rules: 5000 }, 5],
  ])('takes the greatest of the four dimensions of an LCU: %s', (_, use, expected) => {
    const units = capacityUnits({
      newConnections: quantity(use.newConnections, 'connection/s'),
      activeConnections: quantity(use.activeConnections, 'connection'),
      processed: quantity(use.processed, 'GB/hour'),
      ruleEvaluations: quantity(use.rules, 'evaluation/s'),
    });
    expect([units.value, units.unit]).toEqual([expected, 'LCU']);
  });

  it.each([
    ['new connections', { newConnections: 1600, activeConnections: 0, processed: 0 }, 2],
    ['active connections', { newConnections: 0, activeConnections: 1e6, processed: 0 }, 10],
    ['data', { newConnections: 0, activeConnections: 1e5, processed: 6.5 }, 6.5],
  ])('takes the greatest of the three dimensions of an NLCU: %s', (_, use, expected) => {
    const units = networkCapacityUnits({
      newConnections: quantity(use.newConnections, 'connection/s'),
      activeConnections: quantity(use.activeConnections, 'connection'),
      processed: quantity(use.processed, 'GB/hour'),
    });
    expect([units.value, units.unit]).toEqual([expected, 'NLCU']);
  });

  // AWS: 10,000 records a second of 1 KB, read once: ten shards (worked example kds-calc-10k).
  it('counts shards by records, bytes in and bytes out', () => {
    const stream = (records: number, written: number, read: number) =>
      shards({
        records: quantity(records, 'record/s'),
        written: quantity(written, 'MB/s'),
        read: quantity(read, 'MB/s'),
      }).value;
    expect(stream(10_000, 9.77, 9.77)).toBe(10);
    expect(stream(100, 12.5, 9)).toBe(13);
    expect(stream(100, 1, 9)).toBe(5);
  });

  it('bills Lambda by the started millisecond', () => {
    const seconds = gbSeconds(
      quantity(1000, 'request'),
      quantity(99.2, 'ms/request'),
      quantity(512, 'MB'),
    );
    expect([metered(seconds.value), seconds.unit]).toEqual([50, 'GB-second']);
  });

  it.each([
    [4, 405],
    [16, 1622],
    [64, 5000],
  ])('allows PostgreSQL in %d GB %d connections', (memory, connections) => {
    expect(defaultConnections(quantity(memory, 'GB')).value).toBe(connections);
  });
});
