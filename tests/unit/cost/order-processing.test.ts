import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { breakEven } from '#cost/engine/break-even.ts';
import model from '../../../cost-models/order-processing.ts';
import { asking, capacityOf, demandOf, lineOf, priceBook, sizeOf } from './sample.ts';

const { report } = asking(model);
const deployed = readFileSync(
  new URL('../../../case-studies/order-processing/model.dsl', import.meta.url),
  'utf8',
);
/** What a drawing is given; a value holds until the next one. */
const drawn = (name: string, place: number) => {
  const values = [...deployed.matchAll(new RegExp(`!var ${name} "([^"]+)`, 'g'))];
  return values.map(([, value]) => value)[Math.min(place, values.length - 1)];
};

describe('the scale of the study', () => {
  const at = report(500_000);

  it('is 100,000 orders a day, and 1,200 in the busiest minute', () => {
    expect(demandOf(at, 'ordersOfDay')).toBe(100_000);
    expect(demandOf(at, 'orders') / 30).toBeCloseTo(101_389, 0);
    expect(demandOf(at, 'orderMinute')).toBe(1200);
    expect(demandOf(at, 'peakOverMean')).toBeCloseTo(17.3, 1);
  });

  it('is 100,000 text messages, and a mail for every order at least', () => {
    expect(demandOf(at, 'texts')).toBeCloseTo(100_375, 0);
    expect(demandOf(at, 'mails')).toBeGreaterThanOrEqual(demandOf(at, 'orders'));
  });

  it('says what an order and an event cost', () => {
    const [order, event] = ['orders', 'events'].map((id) =>
      at.perUnit.find((unit) => unit.id === id),
    );
    expect(order!.cost * order!.quantity).toBeCloseTo(at.monthly, 6);
    expect(event!.quantity / order!.quantity).toBeCloseTo(demandOf(at, 'eventsOfOrder'), 9);
  });
});

describe('the deployment', () => {
  it.each([
    [
      100_000,
      0,
      { saga: '0.25 vCPU', tracking: '0.25 vCPU', database: 'm6g.large', cache: 't4g.small' },
      't3.small',
    ],
    [
      500_000,
      1,
      { saga: '0.5 vCPU', tracking: '1 vCPU', database: 'r6g.2xlarge', cache: 'm6g.large' },
      'm5.large',
    ],
  ])('at %d users is that of the drawing', (users, place, sizes, broker) => {
    const at = report(users);
    expect(sizeOf(at, 'sagaTasks')).toMatchObject({ count: 3, size: sizes.saga });
    expect(drawn('SAGA_TASK', place)).toMatch(sizes.saga);
    expect(sizeOf(at, 'trackingTasks')).toMatchObject({ count: 3, size: sizes.tracking });
    expect(drawn('TRACKING_TASK', place)).toMatch(sizes.tracking);
    for (const service of ['api', 'inventory', 'payment', 'shipping', 'notification', 'returns']) {
      expect(sizeOf(at, `${service}Tasks`), service).toMatchObject({ count: 3, size: '0.25 vCPU' });
    }
    expect(drawn('TASK', place)).toMatch('0.25 vCPU');
    expect(sizeOf(at, 'database')?.size).toBe(sizes.database);
    expect(drawn('DATABASE', place)).toBe(`db.${sizes.database}, Multi-AZ`);
    expect(sizeOf(at, 'cache')?.size).toBe(sizes.cache);
    expect(drawn('CACHE', place)).toBe(`cache.${sizes.cache}, one replica`);
    expect(sizeOf(at, 'brokers')).toMatchObject({ count: 3, size: broker });
    expect(drawn('BROKERS', place)).toBe(`kafka.${broker}, 3 brokers`);
  });
});

describe('what a partition carries', () => {
  const at = report(500_000);

  it('is counted in readers that are busy at once', () => {
    // 20 orders a second, 400 ms each; three notices of 50 ms; one product in five of 50 lines, 10 ms.
    expect(capacityOf(at, 'events.payments')).toMatchObject({ used: 8, limit: 12 });
    expect(capacityOf(at, 'events.notices')).toMatchObject({ used: 3, limit: 6 });
    expect(capacityOf(at, 'inventory.product')).toMatchObject({ used: 0.1, limit: 1 });
  });

  it('lets a row be taken by each of three ways, and counts who loses it by its version', () => {
    const by = (race: string) => report(500_000, { choices: { race } });
    // Of 600 reservations in the minute a tenth tries again, and a thousandth loses three times.
    expect(demandOf(at, 'hotMinute')).toBeCloseTo(600, 9);
    expect(demandOf(at, 'triedAgain')).toBeCloseTo(60, 9);
    expect(demandOf(at, 'refusedWrongly')).toBeCloseTo(0.6, 9);
    // A condition in the update saves the read: nine ms of ten, and a statement for each line.
    expect(capacityOf(by('update'), 'inventory.product')?.used).toBeCloseTo(0.09, 9);
    expect(capacityOf(by('lock'), 'inventory.product')?.used).toBeCloseTo(0.1, 9);
    expect(demandOf(by('update'), 'statementsOfOrder')).toBe(27.5);
  });

  it('is a limit of Kafka, and that of one product is one of any stream', () => {
    const queues = report(500_000, { choices: { stream: 'sqs' } });
    expect(capacityOf(queues, 'events.payments')).toBeUndefined();
    expect(capacityOf(queues, 'inventory.product')).toBeDefined();
  });
});

describe('the choices', () => {
  const between = (choice: string, a: string, b: string) => {
    const [one, other] = [a, b].map((option) => ({ choice, option, name: option }));
    const { cheaperAtFirst, crossings } = breakEven(model, { priceBook }, [one!, other!]);
    return [cheaperAtFirst, ...crossings.map(({ cheaper }) => cheaper)];
  };

  it.each([
    ['stream', 'msk', 'kinesis', ['msk', 'kinesis']],
    ['stream', 'msk', 'sqs', ['sqs', 'msk']],
    ['compute', 'fargate', 'eks', ['fargate']],
  ])('%s: %s or %s, from few users to many', (choice, a, b, cheaper) => {
    expect(between(choice, a, b)).toEqual(cheaper);
  });

  it('bill what they are billed by', () => {
    const at = (choices: Record<string, string>) => report(500_000, { choices });
    const events = demandOf(report(500_000), 'events');
    expect(lineOf(at({ stream: 'sqs' }), 'events.published')?.quantity).toBeCloseTo(events, 0);
    expect(lineOf(at({ stream: 'sqs' }), 'events.queues')?.quantity).toBeCloseTo(events * 5, 0);
    expect(lineOf(at({ stream: 'kinesis' }), 'events.streams')?.quantity).toBe(12 * 730);
    const nodes = at({ compute: 'eks' });
    const hours = nodes.components
      .flatMap(({ lines }) => lines)
      .filter(({ dimension }) => dimension.startsWith('ec2.'))
      .map(({ quantity }) => quantity);
    const bought = model.run({
      users: 500_000,
      drivers: Object.fromEntries(
        Object.entries(model.drivers).map(([name, { likely }]) => [name, likely]),
      ),
      choices: { stream: 'msk', compute: 'eks', race: 'version' },
    }).sizing.nodes!.running.value;
    // Shares of services and headroom are all of the nodes, and no more.
    expect(hours.reduce((sum, one) => sum + one, 0)).toBeCloseTo(bought * 730, 6);
  });
});
