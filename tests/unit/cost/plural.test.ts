import { expect, it } from 'vitest';
import { DIMENSION_UNITS } from '#cost/prices/dimension-units.ts';
import { unitAfter } from '#cost/units/plural.ts';

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

it('gives every unit of the price books a plural that reads', () => {
  for (const unit of new Set(Object.values(DIMENSION_UNITS))) {
    expect(unitAfter(2, unit), unit).toMatch(/^[A-Za-z0-9 -]+$/);
  }
});
