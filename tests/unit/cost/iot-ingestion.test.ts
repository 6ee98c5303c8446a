import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import model from '../../../cost-models/iot-ingestion.ts';
import { asking, capacityOf, demandOf, lineOf, sizeOf } from './sample.ts';

const { answer, report } = asking(model);
const DESCRIBED = { choices: { design: 'described' } };

/** The variables of each deployment, in the order in which they are drawn: 100K, 500K. */
const drawn = readFileSync(
  new URL('../../../case-studies/iot-ingestion/model.dsl', import.meta.url),
  'utf8',
)
  .split('deploymentEnvironment')
  .map((part) =>
    Object.fromEntries(
      [...part.matchAll(/!var (\w+) "?([^"\n]+)/g)].map(([, name, value]) => [name, value]),
    ),
  );

describe('the scale', () => {
  const at = report(500_000);

  it('is a million devices, 33,333 readings a second, 86.4 billion in thirty days', () => {
    expect(demandOf(at, 'devices')).toBe(1_000_000);
    expect(demandOf(at, 'readings') / 2_628_000).toBeCloseTo(33_333.3, 1);
    expect((demandOf(at, 'readings') / 730) * 24 * 30).toBeCloseTo(86.4e9, 0);
  });

  it('travels in a tenth as many messages, none of them larger than what is metered as one', () => {
    expect(demandOf(at, 'messages') / demandOf(at, 'readings')).toBeCloseTo(0.1, 3);
    for (const scenario of ['low', 'likely', 'high'] as const) {
      expect(demandOf(report(500_000, { scenario }), 'messageSize')).toBeLessThan(5);
    }
  });
});

describe.each([
  [100_000, drawn[0]],
  [500_000, drawn[1]],
])('the deployment at %d users', (users, variables = {}) => {
  it('is drawn with what it is priced with', () => {
    const at = report(users);
    const size = (resource: string) => sizeOf(at, resource);
    expect(variables).toEqual({
      SHARDS: String(size('shards')?.count),
      UNITS: String(size('units')?.count),
      TASKS: String(size('tasks')?.count),
      DATABASE: `db.${size('registry')?.size}, Multi-AZ`,
      SEARCH: `${size('search')?.size}.search, ${size('search')?.count} nodes`,
      HOT: `db.${size('metrics')?.size}, Multi-AZ`,
    });
  });
});

describe('the design as it is described', () => {
  const described = answer(500_000, DESCRIBED);
  const built = report(500_000);

  it('rests on a service that nobody new can buy, which is told and is no error', () => {
    expect(described.diagnostics.map(({ code }) => code)).toEqual(
      new Array(4).fill('cost-service-kept'),
    );
    expect(answer(500_000).diagnostics).toEqual([]);
  });

  it('pays for each reading at the broker, in the stream and in the store', () => {
    const at = described.value!;
    const readings = demandOf(at, 'readings');
    for (const line of ['broker.messages', 'stream.records', 'metrics.writes']) {
      expect(lineOf(at, line)?.quantity, line).toBe(readings);
    }
    // Ten shards were claimed.
    expect(sizeOf(at, 'shards')?.count).toBeGreaterThanOrEqual(34);
  });

  it('costs more than ten times as much, and more than ten times what was claimed for it', () => {
    expect(described.value!.monthly).toBeGreaterThan(10 * built.monthly);
    expect(described.value!.monthly).toBeGreaterThan(10 * 12_500);
    expect(built.monthly).toBeLessThan(12_500);
  });
});

describe('the archive', () => {
  const inMonth = (month: number) => report(500_000, { drivers: { month } });

  it('is priced in the twelfth month, and grows by one month of files each month', () => {
    expect(report(500_000).monthly).toBe(inMonth(12).monthly);
    const [now, later] = [12, 13].map((month) => lineOf(inMonth(month), 'archive.older')!.quantity);
    expect(later! - now!).toBeCloseTo(demandOf(inMonth(12), 'archivedMonth'), 6);
    expect(lineOf(inMonth(13), 'archive.recent')?.quantity).toBe(
      lineOf(inMonth(12), 'archive.recent')?.quantity,
    );
  });

  it('has nothing older in its first month', () => {
    expect(lineOf(inMonth(1), 'archive.older')?.quantity).toBe(0);
  });
});

describe('what else could be decided', () => {
  const of = (choices: Record<string, string>) => report(500_000, { choices });

  it('a broker of our own is cheaper at this size, and dearer for a small fleet', () => {
    const own = { choices: { broker: 'own' } };
    expect(report(500_000, own).monthly).toBeLessThan(report(500_000).monthly);
    expect(report(5000, own).monthly).toBeGreaterThan(report(5000).monthly);
    expect(capacityOf(report(500_000, own), 'broker.connections')).toBeUndefined();
  });

  it('connecting for each batch costs more than staying connected, since to connect is a message', () => {
    expect(of({ connection: 'opened' }).monthly).toBeGreaterThan(of({}).monthly);
  });

  it('what stays in the region is not charged as egress, whichever way it takes', () => {
    const egress = (choices: Record<string, string>) =>
      lineOf(of(choices), 'network.egress')?.quantity;
    expect(egress({ way: 'gateways' })).toBe(egress({}));
  });
});

it('gives the cost of a million readings, a million messages and a device', () => {
  const at = report(500_000);
  expect(at.perUnit.map(({ id }) => id)).toEqual(['readings', 'messages', 'devices']);
  for (const { cost, quantity } of at.perUnit) expect(cost * quantity).toBeCloseTo(at.monthly, 6);
});
