import {
  defineCostModel,
  limit,
  line,
  ownDimension,
  type Quantity,
  quantity,
  sized,
} from 'archfolio/cost';
import { expect, expectTypeOf, it } from 'vitest';

const driver = { low: 1, likely: 2, high: 3, basis: 'estimate', why: 'For a test.' } as const;

it('carries units from drivers to demand, sizes and lines', () => {
  const model = defineCostModel({
    id: 'typed',
    title: 'Typed',
    system: 'shop',
    user: 'Anybody.',
    drivers: {
      size: { ...driver, label: 'Size', unit: 'GB/user' },
      share: { ...driver, label: 'Share', unit: 'ratio' },
    },
    choices: {
      where: { label: 'Where', options: { here: 'here', there: 'there' }, taken: 'here' },
    },
    demand({ users, drivers, choices }) {
      expectTypeOf(users).toEqualTypeOf<Quantity<'user'>>();
      expectTypeOf(drivers.size).toEqualTypeOf<Quantity<'GB/user'>>();
      expectTypeOf(choices.where).toEqualTypeOf<'here' | 'there'>();
      // @ts-expect-error: there is no such driver
      void drivers.sise;
      return { data: users.times(drivers.size).times(drivers.share) };
    },
    sizing({ demand }) {
      expectTypeOf(demand.data).toEqualTypeOf<Quantity<'GB'>>();
      return {
        database: sized('Database', {
          sizes: [
            { name: 't3.medium', memory: quantity(4, 'GB') },
            { name: 'r6g.large', memory: quantity(16, 'GB') },
          ],
          carries: { memory: { demand: demand.data, fix: 'A larger one.' } },
        }),
      };
    },
    components({ demand, sizing, network }) {
      expectTypeOf(sizing.database.size).toEqualTypeOf<'t3.medium' | 'r6g.large'>();
      expectTypeOf(network.nat).toEqualTypeOf<Quantity<'GB'>>();
      return {
        database: {
          element: 'shop.database',
          title: 'Database',
          runs: [sizing.database],
          lines: {
            hours: line(
              'Hours',
              `rds.postgres.${sizing.database.size}.multi`,
              sizing.database.count.hours(),
            ),
            disk: line('Disk', 's3.standard', demand.data.months()),
          },
        },
      };
    },
    perUnit: ['data'],
  });
  expect(model.id).toBe('typed');
});

it('refuses what does not fit', () => {
  const gb = quantity(1, 'GB');
  void (() => {
    // @ts-expect-error: storage is billed by the GB-month
    line('Disk', 's3.standard', gb);
    // @ts-expect-error: no such dimension
    line('Disk', 's3.standrad', gb.months());
    // @ts-expect-error: no such class of PostgreSQL
    line('Hours', 'rds.postgres.t3.medum.multi', quantity(1, 'instance').hours());
    // @ts-expect-error: the payload is a size for each request
    line('Queue', 'sqs.standard', quantity(1, 'request'), { payload: quantity(3, 'kB') });
    line('Queue', 'sqs.standard', quantity(1, 'request'), { payload: quantity(3, 'kB/request') });
    // @ts-expect-error: the author's own dimension has a unit, too
    line('Rack', ownDimension('rack.unit', 'unit-month'), gb);
    // @ts-expect-error: a limit is in the unit of what is used
    limit('Addresses', { used: gb, of: quantity(3, 'address'), fix: '' });
    sized('Nodes', {
      sizes: [{ name: 'a', CPU: quantity(2, 'vCPU') }],
      // @ts-expect-error: memory is no load on a processor
      carries: { CPU: { demand: gb, fix: '' } },
    });
    sized('Nodes', {
      sizes: [{ name: 'a', CPU: quantity(2, 'vCPU') }],
      // @ts-expect-error: the sizes do not say how much disk they have
      carries: { disk: { demand: gb, fix: '' } },
    });
  });
});

it('takes only one of its own quantities to give a cost per unit', () => {
  void (() =>
    defineCostModel({
      id: 'typed',
      title: 'Typed',
      system: 'shop',
      user: 'Anybody.',
      drivers: {},
      demand: ({ users }) => ({ visits: users }),
      sizing: () => ({}),
      components: () => ({}),
      // @ts-expect-error: the demand has no orders
      perUnit: ['orders'],
    }));
});

it('refuses definitions that do not hold together', () => {
  const whole = {
    id: 'typed',
    title: 'Typed',
    system: 'shop',
    user: 'Anybody.',
    drivers: {},
    demand: () => ({}),
    sizing: () => ({}),
    components: () => ({}),
  } as const;
  const { components: _, ...noComponents } = whole;
  void (() => {
    // @ts-expect-error: no components
    defineCostModel(noComponents);
    defineCostModel({
      id: 'typed',
      title: 'Typed',
      system: 'shop',
      user: 'Anybody.',
      drivers: {},
      demand: () => ({}),
      sizing: () => ({}),
      components: () => ({}),
      // @ts-expect-error: a misspelt key
      perUint: [],
    });
    // @ts-expect-error: no function
    defineCostModel({ ...whole, sizing: 'none' });
    const guess = { ...driver, label: '', unit: 'GB', basis: 'guess' } as const;
    // @ts-expect-error: a guess is no basis
    defineCostModel({ ...whole, drivers: { guess } });
    const { low: _low, ...noLow } = { ...driver, label: '', unit: 'GB' } as const;
    // @ts-expect-error: no low
    defineCostModel({ ...whole, drivers: { noLow } });
    // @ts-expect-error: lines have names
    defineCostModel({ ...whole, components: () => ({ a: { element: '', title: '', lines: [] } }) });
    // @ts-expect-error: a demand is a quantity
    defineCostModel({ ...whole, demand: () => ({ orders: 12 }) });
    defineCostModel(whole);
  });
});
