import { describe, expect, it } from 'vitest';
import { subjectsOf } from '#portfolio/card-subjects.ts';
import { cardAlt, pageCard } from '#portfolio/page-cards.ts';
import { createSketcher } from '#portfolio/post-pictures.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { costOf, portfolioOf, TOOLS } from '../../support/portfolios.ts';
import { frontMatter } from '../../support/studies.ts';
import { dslOf } from '../../support/workspaces.ts';

const portfolio = portfolioOf({
  dsl: dslOf(
    `!identifiers hierarchical
    shop = softwareSystem "Shop" {
      api = container "API"
      db = container "DB"
    }
    other = softwareSystem "Other"
    shop.api -> shop.db "Writes"
    shop -> other "Pays"`,
    'container shop containers "The shop" {\n include *\n}\nsystemLandscape all {\n include *\n}',
  ),
  studies: {
    shop: { 'index.mdx': frontMatter({ title: 'A shop', system: 'shop', costModel: 'shop' }) },
  },
  costs: [costOf('shop', [{ element: 'shop.db', small: 10, large: 40 }])],
  adrs: {
    '0001-keep-one-row.md':
      '# 1. Keep one row\n\nDate: 2026-03-04\n\n## Status\n\nAccepted\n\n## Context\n\nElements: shop.api, shop.db\n\n## Decision\n\nYes.\n',
  },
});
const subjectOf = subjectsOf(portfolio);
const cardOf = (path: string) =>
  pageCard(portfolio, subjectOf(path), TOOLS, createSketcher(portfolio, TOOLS));

describe('the card of a page', () => {
  it.each<readonly [path: string, kind: string]>([
    ['/', 'home'],
    ['/about/', 'home'],
    ['/adrs/', 'home'],
    ['/views/', 'home'],
    ['/views/no-such-view/', 'home'],
    ['/elements/other/', 'home'],
    ['/review/shop/', 'home'],
    ['/case-studies/', 'home'],
    ['/case-studies/shop/', 'study'],
    ['/case-studies/shop/schema/', 'study'],
    ['/walkthrough/shop/5-min/', 'study'],
    ['/elements/shop/', 'study'],
    ['/elements/shop/api/', 'study'],
    ['/views/containers/', 'view'],
    ['/adrs/0001-keep-one-row/', 'record'],
    ['/cost/', 'costs'],
    ['/cost/audit/', 'costs'],
    ['/cost/shop/', 'cost'],
    ...HOSTILE.map((text) => [`/case-studies/${encodeURI(text.toWellFormed())}/`, 'home'] as const),
  ])('of %j tells of the %s', (path, kind) => {
    expect(subjectOf(path).kind).toBe(kind);
  });

  it('names what it tells of, its figures and its drawing', () => {
    expect(cardOf('/')).toMatchObject({
      label: 'Architect',
      title: 'Systems',
      figures: [{ value: '1' }, { value: '1' }, { value: '2' }],
    });
    const view = cardOf('/views/containers/');
    expect(view).toMatchObject({ label: 'A shop', title: 'Shop: containers' });
    expect(view.figures.map(({ isMoney }) => isMoney)).toEqual([true, true]);
    expect(view.drawing?.items.some((item) => item.kind === 'text' && item.text === 'API')).toBe(
      true,
    );
    expect(cardOf('/views/all/')).toMatchObject({ label: 'Systems', figures: [] });
    expect(cardOf('/adrs/0001-keep-one-row/')).toMatchObject({
      label: 'Decision 0001, accepted',
      title: 'Keep one row',
    });
    expect(cardOf('/cost/').drawing?.items.length).toBe(3);
  });

  it('is told to those who do not see it, in at most 420 characters', () => {
    expect(cardAlt(cardOf('/adrs/0001-keep-one-row/'))).toMatch(
      /^Decision 0001, accepted: Keep one row\./,
    );
    const long = cardAlt({ ...cardOf('/'), title: 'word '.repeat(200) });
    expect(long.length).toBeLessThanOrEqual(420);
    expect(long).toMatch(/word…$/);
  });
});
