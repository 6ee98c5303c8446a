import { describe, expect, it } from 'vitest';
import { portfolioConfig } from '#portfolio/config.ts';
import { adrPage } from '#portfolio/pages/adr.ts';
import { adrLogPage } from '#portfolio/pages/adr-log.ts';
import { elementPage } from '#portfolio/pages/element.ts';
import { listedPaths } from '#portfolio/pages/sitemap.ts';
import { filesInUse } from '#portfolio/written-links.ts';
import { loadPortfolio } from '#sources/load.ts';
import { contentFolder } from '../../support/content.ts';
import { elementOf, TOOLS } from '../../support/portfolios.ts';

const CONFIG = portfolioConfig.parse({ title: 'T', author: { name: 'A', role: 'r' } });

const record = (title: string, status = 'Accepted', text = 'Why.') =>
  `# ${title}\n\nDate: 2026-01-02\n\n## Status\n\n${status}\n\n## Context\n\n${text}\n\n## Considered Options\n\n* A\n* B\n\n## Decision\n\nSo.\n\n## Consequences\n\nThat.\n`;

const DSL = `workspace {
  !identifiers hierarchical
  !adrs docs/all
  model {
    shop = softwareSystem "Shop" {
      !adrs docs/shop {
        exclude README.md
      }
      web = container "Web" {
        !adrs web/decisions madr
      }
    }
    bank = softwareSystem "Bank" {
      !adrs adrs
    }
  }
}
`;

const FILES = {
  'workspace.dsl': DSL,
  'adrs/0001-own.md': record('1. Own', 'Accepted', 'As [the shop](../docs/shop/0002-new.md) does.'),
  'docs/all/0001-all.md': record('1. All'),
  'docs/shop/0001-old.md': record('1. Old', 'Superseded by [2. New](0002-new.md)'),
  'docs/shop/0002-new.md': record(
    '2. New',
    'Accepted\n\nSupersedes [1. Old](0001-old.md)',
    'See [the old one](./0001-old.md#decision), [ours](../../adrs/0001-own.md) and ![it](it.svg).',
  ),
  'docs/shop/README.md': '# Decisions\n',
  'docs/shop/it.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'web/decisions/0001-web.md': `---\nstatus: accepted\ndate: 2026-01-02\n---\n${record('Web')}`,
  'web/decisions/notes.md': '# Notes',
};

async function load(changes: Readonly<Record<string, string>> = {}) {
  const { portfolio, diagnostics } = await loadPortfolio(
    contentFolder({ ...FILES, ...changes }),
    CONFIG,
  );
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => `${code} ${span?.source.name}`);
  return { portfolio, errors };
}

async function loaded() {
  const { portfolio, errors } = await load();
  if (!portfolio) throw new Error(`The fixture is wrong: ${errors.join(', ')}`);
  return portfolio;
}

describe('the folders of !adrs', () => {
  it('have pages below the identifiers of their elements, and none where they are the own log', async () => {
    const paths = listedPaths(await loaded()).filter((path) => /decisions|adrs/.test(path));
    expect(paths).toEqual([
      '/adrs/',
      '/adrs/0001-own/',
      '/decisions/0001-all/',
      '/decisions/shop/0001-old/',
      '/decisions/shop/0002-new/',
      '/decisions/shop/web/0001-web/',
    ]);
  });

  it('are shown on the pages of their elements', async () => {
    const portfolio = await loaded();
    const decisions = (identifier: string) =>
      elementPage(portfolio, elementOf(portfolio, identifier)).decisions.map(
        ({ href, statusLabel }) => `${href} ${statusLabel}`,
      );
    expect(decisions('shop')).toEqual([
      '/decisions/shop/0001-old/ Superseded by 0002',
      '/decisions/shop/0002-new/ Accepted',
    ]);
    expect(decisions('shop.web')).toEqual(['/decisions/shop/web/0001-web/ Accepted']);
    expect(decisions('bank')).toEqual(['/adrs/0001-own/ Accepted']);
  });

  it('stand in the table of all decisions, which a log can be picked from', async () => {
    const { rows, filters, chains } = adrLogPage(await loaded(), TOOLS);
    expect(rows.map(({ href, log, holder }) => `${href} ${log} ${holder}`)).toEqual([
      '/adrs/0001-own/ 0 undefined',
      '/decisions/0001-all/ 1 The workspace',
      '/decisions/shop/0001-old/ 2 Shop',
      '/decisions/shop/0002-new/ 2 Shop',
      '/decisions/shop/web/0001-web/ 3 Web',
    ]);
    const logs = filters.find(({ name }) => name === 'log')?.options;
    expect(logs?.map(({ value, text, count }) => `${value} ${text} ${count}`)).toEqual([
      '0 The portfolio 1',
      '1 The workspace 1',
      '2 Shop 2',
      '3 Web 1',
    ]);
    expect(chains.map(({ steps }) => steps.map(({ newer }) => newer.href))).toEqual([
      ['/decisions/shop/0002-new/'],
    ]);
  });

  it('link to one another, to other logs and to their pictures', async () => {
    const portfolio = await loaded();
    const [, shop] = portfolio.attached;
    const [old, newer] = shop?.log.records ?? [];
    if (!old || !newer) throw new Error('The fixture has two records.');
    const page = adrPage(portfolio, newer, TOOLS, '/');
    const html = page.parts.map((part) => part.html).join('');
    expect([...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address)).toEqual([
      '/decisions/shop/0001-old/',
      '/adrs/0001-own/',
      '/docs/shop/it.svg',
    ]);
    expect(page.previous?.href).toBe('/decisions/shop/0001-old/');
    expect(page.chain.before.map(({ link }) => link.href)).toEqual(['/decisions/shop/0001-old/']);
    expect(page.elements).toEqual([{ text: 'Shop', href: '/elements/shop/' }]);
    expect(adrPage(portfolio, old, TOOLS, '/').current.map(({ href }) => href)).toEqual([
      '/decisions/shop/0002-new/',
    ]);
    expect(filesInUse(portfolio).map(({ path }) => path)).toEqual(['docs/shop/it.svg']);
  });

  it.each([
    ['a link that leads nowhere', '[x](0009-x.md)', 'adr-dangling-link docs/shop/0003-x.md'],
    ['a picture that is missing', '![x](x.png)', 'missing-image docs/shop/0003-x.md'],
    ['an element that is not there', '[x](element:x)', 'unknown-element docs/shop/0003-x.md'],
  ])('are checked for %s', async (_, text, error) => {
    const { errors } = await load({ 'docs/shop/0003-x.md': record('3. X', 'Accepted', text) });
    expect(errors).toEqual([error]);
  });

  it('are looked over once, however many elements have them', async () => {
    const { errors } = await load({
      'workspace.dsl': DSL.replace('!adrs adrs', '!adrs docs/shop {\n exclude README.md\n }'),
      'docs/shop/0003-x.md': record('3. X', 'Superseded by [9. Y](0009-y.md)'),
    });
    expect(errors).toEqual(['adr-dangling-link docs/shop/0003-x.md']);
  });
});
