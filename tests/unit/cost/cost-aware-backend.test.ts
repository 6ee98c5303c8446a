import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alternative, breakEven } from '#cost/engine/break-even.ts';
import model from '../../../cost-models/cost-aware-backend.ts';
import { asking, capacityOf, demandOf, lineOf, priceBook, sizeOf } from './sample.ts';

const { report } = asking(model);
const read = (file: string) =>
  readFileSync(
    new URL(`../../../case-studies/cost-aware-backend/${file}`, import.meta.url),
    'utf8',
  );
const [, small = '', large = ''] = read('model.dsl').split(/^backend\d+k = /m);

describe('the scale', () => {
  it('is 100,000 requests a day, little more than one a second', () => {
    const at = report(500_000);
    expect(demandOf(at, 'requestsADay')).toBeCloseTo(100_000, 6);
    expect(demandOf(at, 'requestsASecond')).toBeCloseTo(1.157, 3);
  });

  it('is given for ten thousand users too', () => {
    const at = report(500_000);
    expect(demandOf(at, 'groups')).toBe(50);
    expect(at.perUnit.find(({ id }) => id === 'groups')?.cost).toBeCloseTo(at.monthly / 50, 9);
  });
});

describe('the deployment', () => {
  it('at 100,000 users is the machine and the database that the challenge assumes', () => {
    const at = report(100_000);
    expect(sizeOf(at, 'machines')).toMatchObject({ count: 1, size: 't3.medium' });
    expect(lineOf(at, 'database.instances')?.dimension).toBe('rds.postgres.t3.micro.single');
    expect(sizeOf(at, 'cache')?.size).toBe('container');
    expect(lineOf(at, 'cache.nodes')).toBeUndefined();
    for (const name of ['"t3.medium, Docker Compose"', '"db.t3.micro"']) {
      expect(small).toContain(name);
    }
    expect(small).not.toContain('ElastiCache');
  });

  it('at 500,000 users is drawn with what it is priced with', () => {
    const at = report(500_000);
    const machines = sizeOf(at, 'machines');
    expect(large).toContain(`"${machines?.size}, Docker Compose" "" ${machines?.count} {`);
    expect(large).toContain(`"cache.${sizeOf(at, 'cache')?.size}"`);
    expect(large).toContain(`"db.${sizeOf(at, 'database')?.size}, Multi-AZ"`);
    expect(large).toContain('"t3.small, Docker Compose"');
    expect(lineOf(at, 'database.instances')?.dimension).toBe('rds.postgres.t3.micro.multi');
  });

  it('gets its second machine for the users who would stand there, and not for their load', () => {
    const [before, after] = [250_000, 250_001].map((users) => report(users));
    expect(sizeOf(before!, 'machines')?.count).toBe(1);
    expect(sizeOf(after!, 'machines')).toMatchObject({ count: 2, size: 't3.medium' });
    const { used, limit } = capacityOf(after!, 'machines.CPU')!;
    expect(used / limit).toBeLessThan(0.01);
  });

  it('gets it for the load as well, where one machine does not carry that', () => {
    const heavy = { drivers: { requestWork: 19, requests: 20, peak: 60 } };
    expect(sizeOf(report(100_000, heavy), 'machines')!.count).toBeGreaterThan(1);
    expect(lineOf(report(100_000, heavy), 'balancer.balancer')).toBeDefined();
  });
});

describe('what an optimisation changes', () => {
  it.each([
    ['half the memory fits a smaller machine', { programMemory: 750 }, 'machines', 't3.small'],
    ['a pool of a hundred buys a database two sizes up', { pool: 100 }, 'database', 't3.medium'],
  ])('%s', (_, drivers, resource, size) => {
    const [before, after] = [report(500_000), report(500_000, { drivers })];
    expect(sizeOf(after, resource)?.size).toBe(size);
    expect(sizeOf(before, resource)?.size).not.toBe(size);
  });

  it.each([
    ['requestWork', 19, 0.9],
    ['queries', 10, 3],
    ['cacheMisses', 0.5, 0.2],
  ])('%s from %d to %d saves nothing here: the least there is carries both', (driver, from, to) => {
    const monthly = (value: number) => report(500_000, { drivers: { [driver]: value } }).monthly;
    expect(monthly(from) - monthly(to)).toBeLessThan(1);
  });

  it('moves the number of machines once there is a load', () => {
    const machines = (requestWork: number) =>
      sizeOf(report(50_000_000, { drivers: { requestWork } }), 'machines')!.count;
    expect(machines(19)).toBeGreaterThan(10 * machines(0.9));
  });

  it('cannot save $100 a month for 10,000 users: all of it costs less', () => {
    expect(report(10_000).monthly).toBeLessThan(100);
    expect(report(100_000).monthly).toBeLessThan(100);
  });
});

it.each([
  ['machines', 'functions', ['functions', 'machines']],
  ['balancer', 'gateway', ['gateway', 'balancer']],
])('breaks even twice between %s and %s', (a, b, cheaper) => {
  const pair = [alternative(model, a)!, alternative(model, b)!] as const;
  const { crossings } = breakEven(model, { priceBook }, pair);
  expect(crossings.map((crossing) => crossing.cheaper)).toEqual(cheaper);
  expect(crossings[0]?.users).toBe(250_001);
  expect(crossings[1]?.users).toBeGreaterThan(1_000_000);
});
