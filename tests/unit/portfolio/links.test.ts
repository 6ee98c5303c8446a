import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { checkPortfolio } from '#portfolio/checks/all.ts';
import { linksIn } from '#portfolio/links.ts';
import type { Portfolio } from '#portfolio/portfolio.ts';
import { filesInUse } from '#portfolio/written-links.ts';
import { GAPS } from '../../support/gaps.ts';
import { type Content, portfolioOf } from '../../support/portfolios.ts';
import { at, frontMatter, textUnder } from '../../support/studies.ts';
import { dslOf } from '../../support/workspaces.ts';

const RECORD = '# Use X\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n';

/** A portfolio with a page, a study, a record, an element and a view to link to. */
const content = (body: string, more: Partial<Content> = {}): Content => ({
  dsl: dslOf(
    '!identifiers hierarchical\nshop = softwareSystem "Shop" {\n order = container "Order"\n}',
    'container shop boxes { include * }',
  ),
  adrs: { '0004-use-x.md': RECORD },
  studies: {
    shop: {
      'index.mdx': `${frontMatter()}\n${body}\n`,
      'runbook.mdx': '---\ntitle: Runbook\n---\n\n## When it is late\n',
    },
    other: { 'index.mdx': frontMatter({ order: 2 }) },
  },
  contentFiles: [
    { path: 'case-studies/shop/flow.png', width: 7, height: 5 },
    { path: 'case-studies/shop/a b.svg' },
    { path: 'case-studies/shop/page.png', fault: 'it says that it is a PNG, and is an SVG' },
    { path: 'case-studies/shop/busy.svg', svg: '<svg/>', left: ['`<script>`', '`onload`'] },
  ],
  ...more,
});

/** All that is wrong but for what is only missing. */
const findings = (portfolio: Portfolio, modelSources: ReadonlyMap<string, Source> = new Map()) =>
  checkPortfolio({ portfolio, modelSources }).filter(({ code }) => !GAPS.has(code));

describe('an address in a study leads to', () => {
  const { resolve, sizeOf } = linksIn(
    portfolioOf(content('## Part\n\n<Diagram view="boxes" />')),
    'case-studies/shop/index.mdx',
    (path) => `/base${path}`,
  );

  it.each([
    ['./runbook.mdx', '/base/case-studies/shop/runbook/'],
    ['runbook.mdx#when-it-is-late', '/base/case-studies/shop/runbook/#when-it-is-late'],
    ['runbook/', '/base/case-studies/shop/runbook/'],
    ['./', '/base/case-studies/shop/'],
    ['../other/', '/base/case-studies/other/'],
    ['../other/index.mdx', '/base/case-studies/other/'],
    ['../../adrs/0004-use-x.md', '/base/adrs/0004-use-x/'],
    ['../../adrs/', '/base/adrs/'],
    ['/', '/base/'],
    ['/views/boxes', '/base/views/boxes/'],
    ['/views/boxes/', '/base/views/boxes/'],
    ['/views/boxes.svg', '/base/views/boxes.svg'],
    ['/elements/shop/order/', '/base/elements/shop/order/'],
    [
      '/case-studies/shop/runbook/#when-it-is-late',
      '/base/case-studies/shop/runbook/#when-it-is-late',
    ],
    ['/adrs/4', '/base/adrs/0004-use-x/'],
    ['/favicon.svg', '/base/favicon.svg'],
    ['element:shop.order', '/base/elements/shop/order/'],
    ['ELEMENT:SHOP.order', '/base/elements/shop/order/'],
    ['adr:4', '/base/adrs/0004-use-x/'],
    ['adr:0004-use-x', '/base/adrs/0004-use-x/'],
    ['view:boxes', '/base/views/boxes/'],
    ['study:other', '/base/case-studies/other/'],
    ['./flow.png', '/base/case-studies/shop/flow.png'],
    ['a%20b.svg', '/base/case-studies/shop/a%20b.svg'],
    ['#part', '#part'],
    ['#fig-boxes', '#fig-boxes'],
    ['#main', '#main'],
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['mailto:a@b.org', 'mailto:a@b.org'],
    ['mailto:nobody', undefined],
    ['http://', undefined],
    ['java\nscript:alert(1)', undefined],
  ])('%j', (address, expected) => {
    expect(resolve(address)).toBe(expected);
  });

  it('a picture of a known size', () => {
    expect(sizeOf('flow.png')).toEqual({ width: 7, height: 5 });
    expect(sizeOf('a%20b.svg')).toBeUndefined();
  });
});

/** A body of a study a row: the one finding, the text that it marks, and what the hint begins with. */
const BROKEN: readonly (readonly [body: string, finding: string, text: string, hint?: string])[] = [
  ['é [x](./runbok.mdx)', 'unknown-link 8:7', './runbok.mdx', 'Did you mean `runbook.mdx`?'],
  ['[x](../othr/)', 'unknown-link 8:5', '../othr/', 'Did you mean `case-studies/other/`?'],
  ['[x](../../../etc/passwd)', 'unknown-link 8:5', '../../../etc/passwd'],
  ['[x](../../workspace.dsl)', 'unknown-link 8:5', '../../workspace.dsl'],
  ['[x](/views/boxs/)', 'unknown-link 8:5', '/views/boxs/', 'Did you mean `/views/boxes/`?'],
  ['[x](/base/views/boxes/)', 'unknown-link 8:5', '/base/views/boxes/', 'Leave the base out'],
  ['[x][y]\n\n[y]: /nope/', 'unknown-link 10:6', '/nope/'],
  ['[x][y]', 'unknown-link 8:1', '[x][y]', 'Add one'],
  ['<a href="/nope/">x</a>', 'unknown-link 8:10', '/nope/'],
  ['<a href={"./nope/"}>x</a>', 'unknown-link 8:11', './nope/'],
  ['## Part\n\n[x](#prat)', 'unknown-anchor 10:5', '#prat', 'Did you mean `part`?'],
  ['[x](runbook.mdx#when)', 'unknown-anchor 8:5', 'runbook.mdx#when'],
  [
    '[x](element:shop.odrer)',
    'unknown-element 8:5',
    'element:shop.odrer',
    'Did you mean `shop.order`?',
  ],
  ['[x](adr:5)', 'unknown-decision 8:5', 'adr:5', 'Its records are 4.'],
  ['[x](view:boxs)', 'unknown-view 8:5', 'view:boxs', 'Did you mean `boxes`?'],
  ['[x](cost:none)', 'unknown-cost-model 8:5', 'cost:none'],
  ['[x](study:othr)', 'unknown-study 8:5', 'study:othr', 'Did you mean `other`?'],
  ['[x](elemnt:shop)', 'bad-link 8:5', 'elemnt:shop', 'Did you mean `element`?'],
  ['[x](http://)', 'bad-link 8:5', 'http://'],
  ['[x](javascript:alert)', 'bad-link 8:5', 'javascript:alert'],
  ['[x](data:text/html,x)', 'bad-link 8:5', 'data:text/html,x'],
  ['[x](vbscript:x)', 'bad-link 8:5', 'vbscript:x'],
  ['<a href="javascript:x">y</a>', 'bad-link 8:10', 'javascript:x'],
  ['[x](//example.org)', 'bad-link 8:5', '//example.org', 'Write `https:'],
  ['[x]()', 'bad-link 8:1', '[x]()'],
  ['![x](./flwo.png)', 'missing-image 8:6', './flwo.png', 'Did you mean `flow.png`?'],
  ['<img src="none.png" alt="x" />', 'missing-image 8:11', 'none.png'],
  ['![x](/nope.png)', 'missing-image 8:6', '/nope.png'],
  ['![x](/views/boxes/)', 'missing-image 8:6', '/views/boxes/'],
  ['![x](page.png)', 'bad-picture 8:6', 'page.png'],
  ['[x](page.png)', 'bad-picture 8:5', 'page.png'],
  ['![x](busy.svg)', 'cleaned-picture 8:6', 'busy.svg'],
];

describe('a link that leads nowhere', () => {
  it.each([...BROKEN])('%j in a study', (...row) => {
    const [body = '', finding = '', text, hint = ''] = row;
    const portfolio = portfolioOf(content(body, { config: { base: '/base' } }));
    const found = findings(portfolio);
    expect(found.map(at)).toEqual([finding.replace(' ', ' index.mdx:')]);
    expect(textUnder(found[0]?.span)).toBe(text);
    expect(found[0]?.hint ?? '').toMatch(new RegExp(`^${RegExp.escape(hint)}`));
  });

  it.each([
    ['[x](element:nope)', ['unknown-element 5:5']],
    ['[x](../guide.md)', ['unknown-link 5:5']],
    ['[x](../case-studies/shop/none.mdx)', ['unknown-link 5:5']],
    ['![x](none.png)', ['missing-image 5:6']],
    ['[x](javascript:a)', ['bad-link 5:5']],
    ['[x](view:none)', ['unknown-view 5:5']],
    ['[x](../case-studies/shop/runbook.mdx) [y](adr:4) ![z](../case-studies/shop/flow.png)', []],
    // What the log's own rules are about is left to them.
    ['[x](0099-nope.md)', []],
    ['[x](0004-use-x.md)', []],
  ])('%j anywhere in a record', (body, expected) => {
    const adrs = { '0004-use-x.md': RECORD, '0005-y.md': `# Y\n\n## Notes\n\n${body}\n` };
    const portfolio = portfolioOf(content('', { adrs }));
    const found = findings(portfolio);
    expect(found.map(at)).toEqual(expected.map((each) => each.replace(' ', ' 0005-y.md:')));
  });

  it('is told once where it also ties the record to an element', () => {
    const adrs = { '0005-y.md': '# Y\n\n## Context\n\n[x](element:nope)\n' };
    const portfolio = portfolioOf(content('', { adrs }));
    const found = findings(portfolio);
    expect(found.map(at)).toEqual(['unknown-element 0005-y.md:5:1']);
  });

  it('is not looked for on a page with components of its own', () => {
    const body = 'export const Own = () => null\n\n[x](#perhaps)';
    const portfolio = portfolioOf(content(body));
    expect(findings(portfolio, new Map([['x', new Source('x', '')]]))).toEqual([]);
  });
});

it('files are carried when a page shows them, and only then', () => {
  const portfolio = portfolioOf(content('![x](flow.png) <img src="./flow.png" alt="y" />'));
  expect(filesInUse(portfolio).map(({ path }) => path)).toEqual(['case-studies/shop/flow.png']);
});
