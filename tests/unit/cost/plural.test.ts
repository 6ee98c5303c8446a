import { expect, it } from 'vitest';
import { DIMENSION_UNITS } from '#cost/prices/dimension-units.ts';
import { unitAfter, unitInWords } from '#cost/units/plural.ts';

it.each([
  [1, 'address', 'address'],
  [164, 'address', 'addresses'],
  [750, 'connection', 'connections'],
  [0, 'query', 'queries'],
  [0.5, 'event/s', 'events/s'],
  [2, 'MB/s', 'MB/s'],
  [2, 'GB', 'GB'],
  [2, 'GB-month', 'GB-months'],
  [2, 'GB-second', 'GB-seconds'],
  [2, 'vCPU-ms', 'vCPU-ms'],
  [2, 'LCU', 'LCU'],
  [730, 'instance-hour', 'instance-hours'],
  [2, 'state transition', 'state transitions'],
  [2, 'kB/request', 'kB/request'],
])('%d %s is %s', (quantity, unit, text) => {
  expect(unitAfter(quantity, unit)).toBe(text);
});

it.each([
  [8, 'image/screen', 'images a screen'],
  [1, 'session/user', 'session a user'],
  [2, 'kB/order', 'kB an order'],
  [2, 'vCPU-ms/request', 'vCPU-ms a request'],
  [2, 'event/s', 'events/s'],
  [2, 'product', 'products'],
  [0.5, 'ratio', ''],
])('%d %s in words is %s', (quantity, unit, text) => {
  expect(unitInWords(quantity, unit)).toBe(text);
});

it('gives every unit of the price books a plural that reads', () => {
  for (const unit of new Set(Object.values(DIMENSION_UNITS))) {
    expect(unitAfter(2, unit), unit).toMatch(/^[A-Za-z0-9 -]+$/);
  }
});
