import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { checkPortfolio } from '#portfolio/checks/all.ts';
import { GAPS } from '../../support/gaps.ts';
import { type Content, costOf, portfolioOf } from '../../support/portfolios.ts';
import { at, frontMatter } from '../../support/studies.ts';
import { dslOf } from '../../support/workspaces.ts';

const LONG = 'x'.repeat(256);
const WIDE = '訂'.repeat(86);

/** A workspace with more elements and views than a shop. */
const dsl = (model: string, views = '') =>
  dslOf(
    `shop = softwareSystem "Shop"\n${model}`,
    `systemContext shop shop { include * }\n${views}`,
  );
const view = (key: string) => `systemLandscape ${key} { include * }`;
const page = `${frontMatter({})}\n`;
const subpage = '---\ntitle: More\n---\nMore.\n';
const shop = (files: Readonly<Record<string, string>>) => ({
  studies: { shop: { 'index.mdx': page, ...files } },
});
const record = '---\nstatus: accepted\n---\n# Use X\n';

function findings(content: Content): string[] {
  const costs = content.costs ?? [];
  const modelSources = new Map(
    costs.map(({ id }) => [id, new Source(`cost-models/${id}.ts`, `id: '${id}'`)]),
  );
  const input = { portfolio: portfolioOf({ dsl: dsl(''), ...content }), modelSources };
  return checkPortfolio(input)
    .filter(({ code }) => !GAPS.has(code) && code !== 'same-order')
    .map(at);
}

describe('an address that no disk takes', () => {
  it.each<[string, Content, string]>([
    [
      'an identifier',
      { dsl: dsl(`${LONG} = softwareSystem "L"`) },
      'long-address workspace.dsl:5:1',
    ],
    ['a name', { dsl: dsl(`softwareSystem "${LONG}"`) }, 'long-address workspace.dsl:5:1'],
    [
      'a name of wide letters',
      { dsl: dsl(`softwareSystem "${WIDE}"`) },
      'long-address workspace.dsl:5:1',
    ],
    ['a view', { dsl: dsl('', view(LONG)) }, 'long-address workspace.dsl:11:1'],
    ['a page', shop({ [`${LONG}.mdx`]: subpage }), `long-address case-studies/shop/${LONG}.mdx`],
    ['a record', { adrs: { [`0001-${LONG}.md`]: record } }, `long-address adrs/0001-${LONG}.md`],
    [
      'a model',
      { costs: [costOf(LONG, [{ element: 'shop', small: 1, large: 1 }])] },
      `long-address cost-models/${LONG}.ts`,
    ],
    [
      'many that are not long',
      {
        dsl: dsl(
          `!identifiers hierarchical\n${'a'.repeat(250)} = softwareSystem "A" { ${'b'.repeat(250)} = container "B" { ${'c'.repeat(250)} = component "C" } }\nd = deploymentEnvironment "D" { ${'e'.repeat(250)} = deploymentNode "E" { ${'f'.repeat(250)} = deploymentNode "F" { ${'g'.repeat(250)} = deploymentNode "G" { ${'h'.repeat(250)} = deploymentNode "H" } } } }`,
        ),
      },
      'long-address workspace.dsl:15:1',
    ],
  ])('is an error: of %s', (_, content, finding) => {
    expect(findings(content)).toEqual([finding]);
  });

  it('is none with the longest name that a disk takes', () => {
    expect(
      findings({ dsl: dsl(`${'x'.repeat(255)} = softwareSystem "L"`, view('x'.repeat(251))) }),
    ).toEqual([]);
  });
});

describe('two pages at one address', () => {
  it.each<[string, Content]>([
    ['studies', { studies: { shop: { 'index.mdx': page }, Shop: { 'index.mdx': page } } }],
    ['pages', shop({ 'Flow.mdx': subpage, 'flow.mdx': subpage })],
    ['views', { dsl: dsl('', `${view('Home')}\n${view('home')}`) }],
    ['records', { adrs: { '0001-A.md': record, '0002-b.md': record, '0001-a.md': record } }],
  ])('are an error on disks that do not tell capitals apart: %s', (_, content) => {
    expect(findings(content).map((found) => found.split(' ')[0])).toEqual(['same-address']);
  });
});

describe('a name that Windows does not take', () => {
  it.each<[string, Content, string[]]>([
    ['an element', { dsl: dsl('aux = softwareSystem "A"') }, ['windows-name workspace.dsl:5:1']],
    ['a view', { dsl: dsl('', view('com1')) }, ['windows-name workspace.dsl:11:1']],
    ['a page', shop({ 'con.mdx': subpage }), ['windows-name case-studies/shop/con.mdx']],
    [
      'a record with a dot at its end',
      { adrs: { '0001-a..md': record } },
      ['windows-name adrs/0001-a..md'],
    ],
    ['a name that only begins so', { dsl: dsl('console = softwareSystem "A"', view('com10')) }, []],
  ])('is a warning: of %s', (_, content, found) => {
    expect(findings(content)).toEqual(found);
  });
});
