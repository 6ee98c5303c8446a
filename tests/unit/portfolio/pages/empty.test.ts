import { describe, expect, it } from 'vitest';
import { adrLogPage } from '#portfolio/pages/adr-log.ts';
import { costOverview, costPage } from '#portfolio/pages/cost.ts';
import { elementPage } from '#portfolio/pages/element.ts';
import { homePage } from '#portfolio/pages/home.ts';
import { elementIndex, landscapeFigure, studyIndex, viewIndex } from '#portfolio/pages/indexes.ts';
import { listedPaths, sitemap } from '#portfolio/pages/sitemap.ts';
import { studyPage } from '#portfolio/pages/study.ts';
import { viewPage } from '#portfolio/pages/view.ts';
import { costOf, elementOf, portfolioOf, TOOLS } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';
import { dslOf, viewOf } from '../../../support/workspaces.ts';

describe('a portfolio with nothing in it', () => {
  const nothing = portfolioOf({});

  it('has pages that say so', () => {
    expect(homePage(nothing, TOOLS)).toEqual({
      studies: [],
      drafts: [],
      drawings: 0,
      decisions: 0,
      models: 0,
    });
    expect(studyIndex(nothing)).toEqual([]);
    expect(viewIndex(nothing)).toEqual([]);
    expect(landscapeFigure(nothing, TOOLS)).toBeUndefined();
    expect(elementIndex(nothing)).toEqual([]);
    expect(adrLogPage(nothing, TOOLS)).toEqual({
      ...{ rows: [], filters: [], counts: [], timelines: [], years: [], undated: 0 },
      chains: [],
    });
    expect(costOverview(nothing)).toEqual([]);
    expect(listedPaths(nothing)).toEqual([
      '/',
      '/case-studies/',
      '/views/',
      '/elements/',
      '/adrs/',
      '/cost/',
      '/cost/audit/',
      '/readiness/',
      '/practice/',
      '/about/',
      '/search/',
    ]);
    expect(sitemap(nothing, 'https://example.org', '/').match(/<url>/g)).toHaveLength(11);
  });
});

describe('a thing that stands alone', () => {
  it('is a study of a system that is not there', () => {
    const own = portfolioOf({ studies: { a: { 'index.mdx': frontMatter() } } });
    expect(studyPage(own, own.studies[0]!, 'index', TOOLS)).toMatchObject({
      stats: [],
      sections: [],
      lists: { nfrs: [], failures: [] },
      links: [],
      counts: ['0 drawings', '0 decisions', '1 minute'],
    });
    expect(homePage(own, TOOLS).studies[0]).not.toHaveProperty('figure');
  });

  it('is a view that shows nothing', () => {
    const own = portfolioOf({
      dsl: dslOf('a = person "A"', 'systemLandscape v { include a\nexclude a }'),
    });
    const page = viewPage(own, viewOf(own.index, 'v'), TOOLS);
    expect([page.elements, page.relationships, page.decisions]).toEqual([[], [], []]);
    expect(page.figure?.drawing.links).toEqual([]);
  });

  it('is an element that nothing touches', () => {
    const own = portfolioOf({ dsl: dslOf('a = person "A"') });
    expect(elementPage(own, elementOf(own, 'a'))).toEqual({
      name: 'A',
      href: '/elements/a/',
      title: 'A',
      identifier: 'a',
      kind: 'Person',
      technology: '',
      description: '',
      tags: [],
      path: [],
      incoming: [],
      outgoing: [],
      risks: [],
      parts: [],
      views: [],
      decisions: [],
      deployments: [],
    });
  });

  it('is a model without parts', () => {
    const cost = costOf('a', []);
    expect(costPage(portfolioOf({ costs: [cost] }), cost)).toEqual({
      cost,
      components: [],
      limits: [],
      lines: [],
    });
  });
});
