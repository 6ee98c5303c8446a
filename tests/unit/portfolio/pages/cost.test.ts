import { describe, expect, it } from 'vitest';
import {
  componentRows,
  costOverview,
  costPage,
  firstLimit,
  limitSense,
  limitsOf,
} from '#portfolio/pages/cost.ts';
import { costOf, portfolioOf } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';
import { dslOf } from '../../../support/workspaces.ts';

const shop = costOf(
  'shop',
  [
    { element: 'shop.web', title: 'Web servers', small: 10, large: 40 },
    { element: 'gone', title: 'Gone', small: 50, large: 200 },
  ],
  {
    capacity: [
      { resource: 'Never', saturatesAtUsers: null },
      { resource: 'Second', saturatesAtUsers: 2_000_000 },
      { resource: 'First', saturatesAtUsers: 600_000 },
      { resource: 'Never either', saturatesAtUsers: null },
    ],
  },
);
const iot = costOf('io t', []);
const portfolio = portfolioOf({
  dsl: dslOf('!identifiers hierarchical\nshop = softwareSystem "Shop" { web = container "Web" }'),
  studies: { shop: { 'index.mdx': frontMatter({ name: 'Shop', costModel: 'shop' }) } },
  costs: [shop, iot],
});

describe('the page of a cost model', () => {
  it('lists parts and lines, dearest first, each with what it belongs to', () => {
    const page = costPage(portfolio, shop);
    expect(page.components.map(({ element, small, large }) => [element, small, large])).toEqual([
      [{ text: 'Gone' }, 50, 200],
      [{ text: 'Web servers', href: '/elements/shop/web/' }, 10, 40],
    ]);
    expect(page.lines.map(({ component, line }) => [component, line.monthly])).toEqual([
      ['Gone', 200],
      ['Web servers', 40],
    ]);
    expect(componentRows(portfolio, shop)).toEqual(page.components);
  });

  it('leads to the study that names it', () => {
    expect(costPage(portfolio, shop).study).toEqual({ text: 'Shop', href: '/case-studies/shop/' });
    expect(costPage(portfolio, iot)).not.toHaveProperty('study');
  });

  it('puts first what breaks first, and last what never does', () => {
    expect(limitsOf(shop).map(({ resource }) => resource)).toEqual([
      'First',
      'Second',
      'Never',
      'Never either',
    ]);
    expect(firstLimit(shop)?.resource).toBe('First');
    expect(firstLimit(iot)).toBeUndefined();
    // A setting is what breaks first only where nothing else does.
    const setting = { resource: 'Setting', saturatesAtUsers: 1, configured: true as const };
    const capacity = { resource: 'Capacity', saturatesAtUsers: 2 };
    expect(firstLimit(costOf('x', [], { capacity: [setting, capacity] }))?.resource).toBe(
      'Capacity',
    );
    expect(limitSense(costOf('x', [], { capacity: [setting, capacity] }))).toBe(
      'Capacity. First setting to raise: Setting, at 1 users',
    );
    expect(limitSense(shop)).toBe('First');
    expect(firstLimit(costOf('x', [], { capacity: [setting] }))?.resource).toBe('Setting');
    expect(firstLimit(costOf('x', [], { capacity: [{ saturatesAtUsers: null }] }))).toBeUndefined();
    expect(costPage(portfolio, shop).limits).toEqual(limitsOf(shop));
  });

  it('has an address of its own', () => {
    expect(costOverview(portfolio).map(({ cost, href }) => [cost.id, href])).toEqual([
      ['shop', '/cost/shop/'],
      ['io t', '/cost/io%20t/'],
    ]);
  });
});
