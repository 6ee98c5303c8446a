import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { breakEven } from '#cost/engine/break-even.ts';
import model from '../../../cost-models/multi-tenant-saas.ts';
import { asking, capacityOf, demandOf, lineOf, priceBook, sizeOf } from './sample.ts';

const { report } = asking(model);
const deployed = readFileSync(
  new URL('../../../case-studies/multi-tenant-saas/model.dsl', import.meta.url),
  'utf8',
);
/** What the drawings of both sizes are given, first at 100,000 users. */
const drawn = (name: string) =>
  [...deployed.matchAll(new RegExp(`!var ${name} "?([^"\\n]+)`, 'g'))].map(([, value]) => value);

describe('the scale of the study', () => {
  const at = report(500_000);

  it('is 500 tenants, close to 10,000 members at once, and about 5 TB to the internet', () => {
    expect(demandOf(at, 'tenants')).toBe(500);
    const members = demandOf(at, 'membersAtOnce');
    expect(members).toBeGreaterThan(9000);
    expect(members).toBeLessThanOrEqual(10_000);
    const sent = ['files', 'memberAnswers', 'systemAnswers'].map((id) => demandOf(at, id));
    expect(sent.reduce((sum, data) => sum + data, 0) / 1024).toBeCloseTo(4.8, 1);
  });

  it('costs less than the ceiling of $50,000, also with an instance for each tenant', () => {
    expect(at.monthly).toBeLessThan(50_000);
    expect(report(500_000, { choices: { isolation: 'databases' } }).monthly).toBeLessThan(50_000);
  });

  it('says what a tenant costs', () => {
    const tenant = at.perUnit.find(({ id }) => id === 'tenants');
    expect(tenant).toMatchObject({ unit: 'tenant', quantity: 500, cost: at.monthly / 500 });
  });
});

describe('the deployment', () => {
  it.each([
    [100_000, 0, { core: 2, coreTask: '0.5 vCPU', database: 't3.medium', cache: 't4g.small' }],
    [500_000, 1, { core: 5, coreTask: '1 vCPU', database: 'r6g.xlarge', cache: 't4g.medium' }],
  ])('at %d users is that of the drawing', (users, place, sizes) => {
    const at = report(users);
    expect(sizeOf(at, 'coreTasks')).toMatchObject({ count: sizes.core, size: sizes.coreTask });
    expect(drawn('CORE_TASKS')[place]).toBe(String(sizes.core));
    expect(drawn('CORE_TASK')[place]).toMatch(sizes.coreTask);
    expect(sizeOf(at, 'database')?.size).toBe(sizes.database);
    expect(drawn('DATABASE')[place]).toMatch(`db.${sizes.database}, Multi-AZ`);
    expect(sizeOf(at, 'cache')?.size).toBe(sizes.cache);
    expect(drawn('CACHE')[place]).toMatch(`cache.${sizes.cache}, one replica`);
    for (const service of ['user', 'billing', 'integration', 'audit']) {
      const { count, size } = sizeOf(at, `${service}Tasks`)!;
      expect([service, count, drawn('TASK')[place]]).toEqual([
        service,
        2,
        expect.stringMatching(size),
      ]);
    }
    expect(sizeOf(at, 'tenantTasks')).toMatchObject({ count: 2, size: '0.25 vCPU' });
  });
});

describe('isolation', () => {
  const at = (isolation: string, users = 500_000) => report(users, { choices: { isolation } });

  it('costs the memory in which each connection remembers each schema', () => {
    expect(sizeOf(at('rows'), 'database')?.size).toBe('r6g.large');
    expect(sizeOf(at('schemas'), 'database')?.size).toBe('r6g.xlarge');
    // 5 tasks of 8 connections, 500 schemas of 400 kB, beside members and a month of work.
    const { used } = capacityOf(at('schemas'), 'database.memory')!;
    const hot = demandOf(at('schemas'), 'hotData');
    expect(used).toBeCloseTo(hot + (5 * 8 * 500 * 400) / 2 ** 20, 6);
  });

  it('has an instance for each tenant, or for the largest alone', () => {
    expect(lineOf(at('databases'), 'ownDatabases.instances')?.quantity).toBe(500 * 730);
    expect(lineOf(at('tiered'), 'ownDatabases.instances')?.quantity).toBe(25 * 730);
    expect(lineOf(at('schemas'), 'ownDatabases.instances')).toBeUndefined();
    const [rows, schemas, tiered, databases] = ['rows', 'schemas', 'tiered', 'databases'].map(
      (isolation) => at(isolation).monthly,
    );
    expect(rows).toBeLessThan(schemas!);
    expect(schemas).toBeLessThan(tiered!);
    expect(tiered).toBeLessThan(databases!);
  });

  it('limits migrations and tables only where there are schemas', () => {
    expect(capacityOf(at('schemas'), 'tenant.migration')).toMatchObject({
      used: 1500,
      limit: 3600,
    });
    expect(capacityOf(at('schemas'), 'database.tables')).toMatchObject({ used: 20_000 });
    for (const isolation of ['rows', 'databases']) {
      expect(capacityOf(at(isolation), 'tenant.migration')).toBeUndefined();
      expect(capacityOf(at(isolation), 'database.tables')).toBeUndefined();
    }
  });
});

describe('signing in', () => {
  it('is the largest line with Cognito, and cheaper there only for few members', () => {
    const at = report(500_000);
    expect(lineOf(at, 'signIn.members')?.monthly).toBe(7500);
    const [cognito, keycloak] = ['cognito', 'keycloak'].map((option) => ({
      choice: 'signIn',
      option,
      name: option,
    }));
    const { cheaperAtFirst, crossings } = breakEven(model, { priceBook }, [cognito!, keycloak!]);
    expect(cheaperAtFirst).toBe('cognito');
    expect(crossings.map(({ cheaper }) => cheaper)).toEqual(['keycloak']);
    expect(crossings[0]!.users).toBeGreaterThan(10_000);
    expect(crossings[0]!.users).toBeLessThan(13_000);
  });
});
