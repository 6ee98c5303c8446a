import { describe, expect, it } from 'vitest';
import { decisionsOn, elementCalled, sheetOf } from '#portfolio/portfolio.ts';
import { costOf, elementOf, portfolioOf } from '../../support/portfolios.ts';
import { frontMatter } from '../../support/studies.ts';
import { dslOf, viewOf } from '../../support/workspaces.ts';

const DSL = dslOf(
  `!identifiers hierarchical
   user = person "User"
   shop = softwareSystem "Shop" { web = container "Web" }
   iot = softwareSystem "IoT" { hub = container "Hub" }
   user -> shop.web`,
  `systemLandscape all { include * }
   container shop containers { include * }
   systemContext shop context { include * }
   container iot hubs { include * }
   dynamic shop buying { user -> shop.web }
   filtered containers include "Element" some`,
);
const record = (title: string, ties = '') =>
  `---\nstatus: accepted\n${ties}---\n# ${title}\n\n## Context\n\nWhy.\n`;

const portfolio = portfolioOf({
  dsl: DSL,
  studies: {
    zeta: { 'index.mdx': frontMatter({ order: 2, system: 'iot' }) },
    beta: { 'index.mdx': frontMatter({ order: 1, system: 'SHOP', costModel: 'shop' }) },
    alpha: { 'index.mdx': frontMatter({ order: 2, system: 'none', costModel: 'none' }) },
  },
  adrs: {
    '0001-by-name.md': record('By name', 'studies: [zeta]\n'),
    '0002-by-part.md': record('By a part', 'elements: [shop.web]\n'),
    '0003-by-user.md': record('By somebody outside', 'elements: [user]\n'),
    '0004-loose.md': record('Loose'),
    '0005-by-system.md': record('By the system', 'elements: [Shop, iot.hub]\n'),
  },
  costs: [costOf('iot', []), costOf('shop', [])],
});

describe('a portfolio', () => {
  it('has its studies by order, then by slug', () => {
    expect(portfolio.studies.map(({ study }) => study.slug)).toEqual(['beta', 'alpha', 'zeta']);
  });

  it('joins to a study its system, model, views and decisions', () => {
    expect(
      portfolio.studies.map(({ study, system, cost, views, decisions }) => [
        study.slug,
        system?.name,
        cost?.id,
        views.map(({ key }) => key),
        decisions.map(({ number }) => number),
      ]),
    ).toEqual([
      ['beta', 'Shop', 'shop', ['containers', 'context', 'buying', 'some'], [2, 5]],
      ['alpha', undefined, undefined, [], []],
      ['zeta', 'IoT', undefined, ['hubs'], [1, 5]],
    ]);
  });

  it.each([
    ['containers', 'beta', 1],
    ['some', 'beta', 4],
    ['hubs', 'zeta', 1],
    ['all', undefined, undefined],
  ])('numbers the sheets of a study: %s', (key, slug, sheet) => {
    const place = sheetOf(portfolio, viewOf(portfolio.index, key));
    expect([place?.entry.study.slug, place?.sheet]).toEqual([slug, sheet]);
  });

  it('finds elements as the DSL does, and the decisions on them alone', () => {
    expect(elementCalled(portfolio, 'SHOP.Web')?.name).toBe('Web');
    expect(elementCalled(portfolio, 'web')).toBeUndefined();
    const numbers = (identifier: string) =>
      decisionsOn(portfolio, elementOf(portfolio, identifier)).map(({ number }) => number);
    expect(numbers('shop.web')).toEqual([2]);
    expect(numbers('shop')).toEqual([5]);
    expect(numbers('iot')).toEqual([]);
  });

  it('carries a revision only where there is one', () => {
    expect(portfolio).not.toHaveProperty('revision');
    const revision = { hash: '0123456', date: '2026-03-04' };
    expect(portfolioOf({ revision }).revision).toEqual(revision);
  });
});
