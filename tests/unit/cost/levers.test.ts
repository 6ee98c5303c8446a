import { describe, expect, it } from 'vitest';
import { type Lever, levers } from '#cost/engine/levers.ts';
import { cheapestSibling } from '#cost/prices/siblings.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';
import { ask, BOOK, smallModel } from './support.ts';

const model = smallModel();
const found = (least: number, more = {}) => levers(model, ask(400, more), least);
const brief = (all: readonly Lever[]) => all.map(({ kind, id, saves }) => [kind, id, saves]);

describe('levers', () => {
  // 4 boxes x 730 h x 0.20 = 584, at 0.12 for a year 350.40; 40 GB of traffic at 21.00; 10.00 of disk.
  it('name what would save most by itself, with what it takes', () => {
    const [first] = found(0.02);
    expect(brief(found(0.02))).toEqual([['commitment', 'Box', 233.6]]);
    expect(first).toMatchObject({ title: 'Commit Box for one year', share: 233.6 / 615.16 });
    expect(first?.takes).toContain('it pays from 60 % of the month in use');
  });

  it('leave out what is below the share that is asked for', () => {
    expect(brief(found(0.4))).toEqual([]);
    expect(brief(found(0.001))).toEqual([
      ['commitment', 'Box', 233.6],
      ['driver', 'traffic', 6],
    ]);
  });

  it('leave out what is already done', () => {
    expect(brief(found(0.02, { commitment: { term: '1y' } }))).toEqual([]);
    const low = { ...ask(400), drivers: { traffic: 0.05 } };
    expect(levers(model, low, 0).some(({ kind }) => kind === 'driver')).toBe(false);
  });

  it('weigh the options that the design did not take', () => {
    const large = found(0.01, { choices: { disk: 'large' } });
    expect(brief(large)).toContainEqual(['choice', 'small', 10]);
  });

  it('save what asking for it saves', () => {
    for (const lever of found(0)) {
      if (lever.kind !== 'commitment') continue;
      const committed = { commitments: [{ term: '1y' as const, services: [lever.id] }] };
      const left = levers(model, ask(400, committed), 0);
      expect(left.some(({ id }) => id === lever.id)).toBe(false);
    }
  });

  it('have nothing to say about nothing', () => {
    const free = { ...BOOK, prices: new Map() };
    expect(levers(model, ask(400, { priceBook: free }))).toEqual([]);
  });
});

describe('cheapest siblings', () => {
  const book = shippedPriceBooks().get('us-east-1')!;
  it.each([
    ['fargate.vcpu_x86', 'fargate.vcpu_arm'],
    ['lambda.gb_second_x86', 'lambda.gb_second_arm'],
    ['ec2.t3.medium', 'ec2.t4g.medium'],
    ['ec2.m5.large', 'ec2.m6g.large'],
    ['elasticache.redis.m6g.large', 'elasticache.valkey.m6g.large'],
    ['rds.postgres.t3.medium.multi', 'rds.postgres.t4g.medium.multi'],
    ['ec2.t4g.medium', undefined],
    ['s3.standard', undefined],
    ['nat.hour', undefined],
    ['rds.storage.gp3.multi', undefined],
  ])('of %s is %s', (id, expected) => {
    expect(cheapestSibling(book.prices.get(id)!, book)?.price.id).toBe(expected);
  });

  it('cost less, are metered alike, and are of the same size', () => {
    for (const price of book.prices.values()) {
      const sibling = cheapestSibling(price, book);
      if (!sibling) continue;
      expect(sibling.price.unit).toBe(price.unit);
      expect(sibling.price.tiers[0]!.unitPrice).toBeLessThan(price.tiers[0]!.unitPrice);
      const size = (id: string) => /\.(\w*(?:large|medium|small|micro))\b/.exec(id)?.[1];
      expect(size(sibling.price.id)).toBe(size(price.id));
    }
  });
});
