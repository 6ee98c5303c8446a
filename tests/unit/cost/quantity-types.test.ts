import { expectTypeOf, it } from 'vitest';
import { type Quantity, quantity, ratio, sum } from '#cost/units/quantity.ts';

const users = quantity(1000, 'user');
const sessions = quantity(8, 'session/user');
const size = quantity(3, 'kB/session');
const traffic = quantity(5, 'GB');

it('cancels units', () => {
  expectTypeOf(users.times(sessions)).toEqualTypeOf<Quantity<'session'>>();
  expectTypeOf(users.times(2)).toEqualTypeOf<Quantity<'user'>>();
  expectTypeOf(users.times(ratio(0.5))).toEqualTypeOf<Quantity<'user'>>();
  expectTypeOf(sessions.times(size)).toEqualTypeOf<Quantity<'kB/user'>>();
  expectTypeOf(users.times(sessions).times(size).in('GB')).toEqualTypeOf<Quantity<'GB'>>();
  expectTypeOf(size.in('MB')).toEqualTypeOf<Quantity<'MB/session'>>();
  expectTypeOf(users.times(sessions).perSecond()).toEqualTypeOf<Quantity<'session/s'>>();
  expectTypeOf(users.times(sessions).perSecond().times(size)).toEqualTypeOf<Quantity<'kB/s'>>();
  expectTypeOf(traffic.per(users)).toEqualTypeOf<Quantity<'GB/user'>>();
  expectTypeOf(traffic.over(traffic)).toEqualTypeOf<Quantity<'ratio'>>();
  expectTypeOf(quantity(3, 'instance').hours()).toEqualTypeOf<Quantity<'instance-hour'>>();
  expectTypeOf(traffic.months()).toEqualTypeOf<Quantity<'GB-month'>>();
});

it('refuses units that do not fit', () => {
  const requests = quantity(7, 'request');
  // @ts-expect-error: GB are not requests
  traffic.plus(requests);
  // @ts-expect-error: nor with the plain operator
  void (() => traffic + requests);
  // @ts-expect-error: a rate over sessions does not apply to users
  users.times(size);
  // @ts-expect-error: two amounts do not multiply
  users.times(traffic);
  // @ts-expect-error: a request is not a size
  requests.in('GB');
  // @ts-expect-error: data does not become time
  traffic.in('s');
  // @ts-expect-error: only one unit in a sum
  sum(traffic, requests);
  // @ts-expect-error: only shares have a rest
  traffic.rest();
  // @ts-expect-error: nor in a comparison
  traffic.atLeast(requests);
});
