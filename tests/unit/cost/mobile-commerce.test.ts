import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inputOf } from '#cost/engine/options.ts';
import type { Quantity } from '#cost/units/quantity.ts';
import model from '../../../cost-models/mobile-commerce.ts';
import { asking, capacityOf, demandOf, lineOf, priceBook, sizeOf } from './sample.ts';

const { report } = asking(model);

describe('the deployment at 100,000 users', () => {
  const at = report(100_000);

  it.each([
    ['database', 1, 't3.medium'],
    ['nodes', 3, 't3.medium'],
    ['brokers', 3, 'm5.large'],
  ])('runs %s: %d x %s', (resource, count, size) => {
    expect(sizeOf(at, resource)).toMatchObject({ count, size });
  });

  it('runs a Multi-AZ database and a NAT gateway in each of three zones', () => {
    expect(lineOf(at, 'database.instances')?.dimension).toBe('rds.postgres.t3.medium.multi');
    expect(lineOf(at, 'network.gateways')?.quantity).toBe(3 * 730);
  });

  it('runs two to ten pods of each service', () => {
    const pods = at.components
      .flatMap(({ resources }) => resources)
      .filter(({ id }) => /Pods$/.test(id));
    expect(pods).toHaveLength(7);
    for (const { count } of pods) {
      expect(count).toBeGreaterThanOrEqual(2);
      expect(count).toBeLessThanOrEqual(10);
    }
  });
});

describe('the deployment at 500,000 users', () => {
  it('needs a larger database, a larger cache and more nodes', () => {
    const at = report(500_000);
    expect(sizeOf(at, 'database')?.size).toBe('r6g.large');
    expect(sizeOf(at, 'cache')?.size).toBe('m6g.large');
    expect(sizeOf(at, 'nodes')).toMatchObject({ count: 10, size: 't3.medium' });
  });
});

describe('the orders of a sale', () => {
  const at = report(500_000);

  it('are those that the study promises, and far above an ordinary evening', () => {
    const nfrs = readFileSync(
      new URL('../../../case-studies/mobile-commerce/nfrs.yaml', import.meta.url),
      'utf8',
    );
    const target = /id: peak-orders[\s\S]*?target: ([\d,]+)/.exec(nfrs)?.[1]?.replace(',', '');
    expect(demandOf(at, 'saleMinute')).toBe(Number(target));
    expect(demandOf(at, 'orderMinute')).toBe(Number(target));
    expect(demandOf(at, 'eveningMinute')).toBeCloseTo(68.5, 1);
  });

  it('are what the order path is sized for, at a price', () => {
    const evening = report(500_000, { choices: { orderPeak: 'evening' } });
    for (const pods of ['orderPods', 'inventoryPods', 'paymentPods', 'notificationPods']) {
      expect(sizeOf(evening, pods)!.count, pods).toBeLessThan(sizeOf(at, pods)!.count);
    }
    expect(evening.monthly).toBeLessThan(at.monthly);
    // 20 orders a second, 14 events each.
    expect(capacityOf(at, 'events.partitions')).toMatchObject({ used: 280, limit: 480 });
  });

  it('keep burstable nodes and databases below what they can do all day', () => {
    for (const users of [1000, 100_000, 300_000, 500_000]) {
      const { sizing } = model.run(inputOf(model, { priceBook }, users));
      for (const { row, quiet, plan, label } of [sizing.nodes!, sizing.database!]) {
        const place = plan.loads.findIndex(({ capacity }) => capacity === 'sustained');
        const { sustained } = row as { sustained?: Quantity };
        expect(plan.loads[place]?.demand.value, `${label}, ${users} users`).toBeLessThanOrEqual(
          quiet.value * (sustained?.value ?? Number.NaN),
        );
      }
    }
  });
});

describe('services on Fargate', () => {
  const [nodes, tasks] = ['eks', 'fargate'].map((compute) =>
    report(500_000, { choices: { compute } }),
  );

  it('are billed for what their tasks ask for, and for no nodes', () => {
    expect(nodes).toEqual(report(500_000));
    const lines = tasks!.components.flatMap((part) => part.lines);
    expect(lines.filter(({ dimension }) => /^(ec2|eks|ebs)\./.test(dimension))).toEqual([]);
    const hours = (dimension: string) =>
      lines.reduce((sum, line) => sum + (line.dimension === dimension ? line.quantity : 0), 0);
    // A quarter of a processor and half a GB each.
    expect(hours('fargate.gb_x86')).toBeCloseTo(2 * hours('fargate.vcpu_x86'), 6);
    expect(hours('fargate.vcpu_x86')).toBeGreaterThan(14 * 0.25 * 730);
    expect(tasks!.components.some(({ resources }) => resources.some((r) => r.id === 'nodes'))).toBe(
      false,
    );
  });

  it('take an address each, and the rest of the system costs the same', () => {
    const pods = tasks!.components
      .flatMap(({ resources }) => resources)
      .filter(({ id }) => /Pods$/.test(id))
      .reduce((sum, { count }) => sum + count, 0);
    expect(capacityOf(tasks!, 'network.addresses')?.used).toBe(pods + 20);
    const cdn = (at: typeof tasks) => at?.components.find(({ id }) => id === 'cdn')?.monthly;
    expect(cdn(tasks)).toBe(cdn(nodes));
  });
});

describe('a second region', () => {
  const at = (regions: string) => report(500_000, { choices: { regions } });
  const second = (regions: string) =>
    at(regions).components.find(({ id }) => id === 'secondRegion');

  it('is not there unless it is chosen, and changes nothing in the first', () => {
    expect(second('one')).toBeUndefined();
    expect(at('one')).toEqual(report(500_000));
    for (const regions of ['standby', 'active']) {
      for (const { id, monthly } of at('one').components) {
        // Lines of one price share what is rounded to the cent.
        const there = at(regions).components.find((part) => part.id === id)?.monthly;
        expect(Math.abs(there! - monthly), id).toBeLessThan(0.02);
      }
    }
  });

  it('has the database of the first, with a standby where it serves', () => {
    expect(lineOf(at('standby'), 'secondRegion.database')?.dimension).toBe(
      'rds.postgres.r6g.large.single',
    );
    expect(lineOf(at('active'), 'secondRegion.database')?.dimension).toBe(
      'rds.postgres.r6g.large.multi',
    );
    const nodes = (regions: string) => lineOf(at(regions), 'secondRegion.nodes')?.quantity;
    expect(nodes('standby')).toBe(3 * 730);
    expect(nodes('active')).toBeGreaterThan(nodes('standby')!);
  });

  it('costs more the more it does, and far less than the first', () => {
    const [standby, active] = ['standby', 'active'].map((regions) => second(regions)!.monthly);
    expect(standby).toBeLessThan(active!);
    expect(active).toBeLessThan(report(500_000).monthly / 3);
  });
});

describe('the model', () => {
  it('costs nothing for the app, which runs on the shopper’s phone', () => {
    expect(report(500_000).components.find(({ id }) => id === 'app')).toMatchObject({
      monthly: 0,
      lines: [],
    });
  });
});
