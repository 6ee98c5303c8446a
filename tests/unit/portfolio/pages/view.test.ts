import { describe, expect, it } from 'vitest';
import { linkTo } from '#portfolio/pages/adr-names.ts';
import { figureOf } from '#portfolio/pages/figure.ts';
import { kindLabel, viewPage } from '#portfolio/pages/view.ts';
import { costOf, elementOf, portfolioOf, recordOf, TOOLS } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';
import { dslOf, viewOf } from '../../../support/workspaces.ts';

const DSL = dslOf(
  `!identifiers hierarchical
   user = person "User" "Buys."
   shop = softwareSystem "Shop" {
     web = container "Web" "Shows pages." "TypeScript"
     api = container "API" { orders = component "Orders" "Takes orders." "Go" }
     db = container "DB" "" "SQL" "Store"
   }
   bank = softwareSystem "Bank" "Takes cards."
   user -> shop.web "Buys" "HTTPS"
   shop.web -> shop.api.orders "Orders"
   shop.api.orders -> shop.db "Writes" "SQL"
   shop.api.orders -> bank
   live = deploymentEnvironment "Live" {
     box = deploymentNode "Box" {
       dns = infrastructureNode "DNS" "Finds it." "BIND"
       containerInstance shop.web
     }
     dns = infrastructureNode "Other" 
   }`.replace('dns = infrastructureNode "Other" \n', ''),
  `systemLandscape all { include * }
   container shop containers "What it is made of." { include * }
   component shop.api api { include * }
   dynamic shop buying { user -> shop.web "Opens"
     shop.web -> shop.api "Asks"
     shop.api -> shop.web "Answers" }
   deployment shop "Live" live { include * }
   image shop photo { image p.png }
   filtered containers exclude "Store" without
   styles { element "Store" { shape cylinder } }`,
);
const record = (title: string, ties: string) =>
  `---\nstatus: accepted\n${ties}---\n# ${title}\n\n## Context\n\nWhy.\n`;
const portfolio = portfolioOf({
  dsl: DSL,
  files: { 'p.png': 'picture' },
  studies: {
    shop: { 'index.mdx': frontMatter({ name: 'Shop', costModel: 'shop', order: 3 }) },
  },
  adrs: {
    '0002-second.md': record('Second', 'elements: [shop.web]\n'),
    '0001-first.md': record('First', 'elements: [shop.db, shop.web]\n'),
    '0003-third.md': record('Third', 'elements: [bank]\n'),
    'undated.md': record('Without a number', 'elements: [shop.web]\n'),
  },
  costs: [
    costOf(
      'shop',
      [
        { element: 'shop.web', small: 3, large: 12 },
        { element: 'shop.db', small: 30, large: 100 },
        { id: 'replica', element: 'shop.db', small: 30, large: 100 },
      ],
      { currency: 'EUR' },
    ),
  ],
  revision: { hash: '0123456', date: '2026-03-04' },
});
const page = (key: string) => viewPage(portfolio, viewOf(portfolio.index, key), TOOLS);

describe('the page of a view: its twin in words', () => {
  it('has a row for every box', () => {
    expect(page('containers').elements).toEqual([
      {
        element: { text: 'User', href: '/elements/user/' },
        kind: 'Person',
        technology: '',
        description: 'Buys.',
      },
      {
        element: { text: 'Web', href: '/elements/shop/web/' },
        kind: 'Container',
        technology: 'TypeScript',
        description: 'Shows pages.',
        cost: { small: '€3.00', large: '€12' },
      },
      {
        element: { text: 'API', href: '/elements/shop/api/' },
        kind: 'Container',
        technology: '',
        description: '',
      },
      {
        element: { text: 'DB', href: '/elements/shop/db/' },
        kind: 'Container, store',
        technology: 'SQL',
        description: '',
        cost: { small: '€60', large: '€200' },
      },
      {
        element: { text: 'Bank', href: '/elements/bank/' },
        kind: 'External software system',
        technology: '',
        description: 'Takes cards.',
      },
    ]);
  });

  it('has a row for every line, implied ones too', () => {
    expect(
      page('containers').relationships.map(({ from, to, what, by }) => [
        from.text,
        to.text,
        what,
        by,
      ]),
    ).toEqual([
      ['User', 'Web', 'Buys', 'HTTPS'],
      ['Web', 'API', 'Orders', ''],
      ['API', 'DB', 'Writes', 'SQL'],
      ['API', 'Bank', '', ''],
    ]);
    expect(page('containers').steps).toBe(false);
  });

  it('has the words of what an instance runs, and its page', () => {
    expect(page('live').elements).toEqual([
      {
        element: { text: 'DNS', href: '/elements/live/box/dns/' },
        kind: 'Infrastructure node',
        technology: 'BIND',
        description: 'Finds it.',
      },
      {
        element: { text: 'Web', href: '/elements/shop/web/' },
        kind: 'Container instance',
        technology: 'TypeScript',
        description: 'Shows pages.',
      },
    ]);
  });

  it('has the steps of a dynamic view in order, answers from who answers', () => {
    const { relationships, steps } = page('buying');
    expect(steps).toBe(true);
    expect(
      relationships.map(({ step, from, to, what }) => [step, from.text, to.text, what]),
    ).toEqual([
      ['1', 'User', 'Web', 'Opens'],
      ['2', 'Web', 'API', 'Asks'],
      ['3', 'API', 'Web', 'Answers'],
    ]);
  });

  it('leaves out what a filter leaves out', () => {
    expect(page('without').elements.map(({ element }) => element.text)).toEqual([
      'User',
      'Web',
      'API',
      'Bank',
    ]);
  });

  it('names a boundary at the end of a line', () => {
    const dsl = dslOf(
      `shop = softwareSystem "Shop" { web = container "Web" }
       live = deploymentEnvironment "Live" {
         box = deploymentNode "Box" { containerInstance web }
         other = deploymentNode "Other" { infrastructureNode "DNS" }
         box -> other "Copies"
       }`,
      'deployment * "Live" live { include * }',
    );
    const own = portfolioOf({ dsl });
    expect(viewPage(own, viewOf(own.index, 'live'), TOOLS).relationships).toEqual([
      { from: { text: 'Box' }, to: { text: 'Other' }, what: 'Copies', by: '' },
    ]);
  });

  it('links the study that it belongs to, and the decisions that shaped it, in the log’s order', () => {
    const { study, decisions, title, description } = page('containers');
    expect({ study, title, description }).toEqual({
      study: { text: 'Shop', href: '/case-studies/shop/' },
      title: 'Shop: containers',
      description: 'What it is made of.',
    });
    expect(decisions).toEqual([
      { text: '0001 First', href: '/adrs/0001-first/' },
      { text: '0002 Second', href: '/adrs/0002-second/' },
      { text: '0003 Third', href: '/adrs/0003-third/' },
      { text: 'undated Without a number', href: '/adrs/undated/' },
    ]);
    expect(decisions).toContainEqual(linkTo(portfolio, recordOf(portfolio, 1)));
    expect(page('all')).not.toHaveProperty('study');
  });

  it('has a picture, what it is of, and no figure for an image view', () => {
    const { figure, image, elements, relationships, title } = page('photo');
    expect(figure).toBeUndefined();
    expect(image?.pictures[0]?.source).toMatch(/^data:image\/png;base64,/);
    expect(elements.map(({ element }) => element.text)).toEqual(['Shop']);
    expect([relationships, title]).toEqual([[], 'p.png']);
  });

  it('has words for all but an image of nothing', () => {
    const bare = portfolioOf({
      dsl: dslOf('a = person "A"', 'image * photo { image p.png }'),
      files: { 'p.png': 'picture' },
    });
    expect(viewPage(bare, viewOf(bare.index, 'photo'), TOOLS).inWords).toBe(false);
    expect([page('photo').inWords, page('all').inWords]).toEqual([true, true]);
  });
});

describe('the figure of a view', () => {
  const figure = (key: string, costs = true) =>
    figureOf(portfolio, viewOf(portfolio.index, key), TOOLS, { use: 'fig', costs });

  it('has a title block that says what, where, when and which sheet of how many', () => {
    expect(figure('containers')?.block).toEqual({
      title: 'Shop: containers',
      key: 'containers',
      levels: [
        { text: 'Landscape', href: '/views/all/', current: false },
        { text: 'Container', href: '/views/containers/', current: true },
        { text: 'Component', href: '/views/api/', current: false },
      ],
      overlay: 'Cost at 500K',
      revision: '0123456',
      date: '4 March 2026',
      sheet: '1 of 6',
    });
    expect(figure('all')?.block).not.toHaveProperty('sheet');
  });

  it('shows spend where containers are, and only when it is asked to', () => {
    expect(figure('containers')?.drawing.svg.match(/class="badge cost"/g)).toHaveLength(2);
    expect(figure('containers', false)?.drawing.svg).not.toContain('badge cost');
    expect(figure('containers', false)?.block).not.toHaveProperty('overlay');
    for (const key of ['all', 'api', 'buying', 'live'])
      expect(figure(key)?.drawing.svg).not.toContain('badge cost');
  });

  it('links every box: to the level below, else to its page', () => {
    const links = figure('all')?.drawing.links.map(({ name, href, deeper }) => [
      name,
      href,
      deeper,
    ]);
    expect(links).toEqual([
      ['User', '/elements/user/', false],
      ['Shop', '/views/containers/', true],
      ['Bank', '/elements/bank/', false],
    ]);
    const below = figure('containers')?.drawing.links.map(({ name, href }) => [name, href]);
    expect(below).toContainEqual(['API', '/views/api/']);
    expect(figure('live')?.drawing.links.map(({ href }) => href)).toContain('/elements/shop/web/');
  });

  it('marks a level below in the colour of the box’s text', () => {
    const shop = figure('all')?.drawing.links.find(({ deeper }) => deeper);
    expect(shop?.ink).toContain('--d-system-text');
    const { box, corner } = shop ?? { box: { x: 0, y: 0, width: 0 }, corner: { x: 0, y: 0 } };
    expect(corner).toEqual({ x: box.x + box.width, y: box.y });
  });

  it('puts each link over its box', () => {
    const drawing = figure('containers')?.drawing;
    for (const { box } of drawing?.links ?? []) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(drawing?.width ?? 0);
      expect(box.y + box.height).toBeLessThanOrEqual(drawing?.height ?? 0);
    }
  });

  it('opens a narrow frame on the dearest box, else on the one with most lines', () => {
    const idOf = (identifier: string) => elementOf(portfolio, identifier).id;
    expect(figure('containers')?.drawing.focus).toBe(idOf('shop.db'));
    expect(figure('containers', false)?.drawing.focus).toBe(idOf('shop.api'));
    expect(figure('all')?.drawing.focus).toBe(idOf('shop'));
  });

  it('opens a sequence on its left edge', () => {
    const told = portfolioOf({
      dsl: dslOf(
        `user = person "User"
         shop = softwareSystem "Shop" { db = container "DB" "" "" "Store" }
         user -> shop.db "Asks"`,
        `dynamic shop v { properties { "archfolio.diagram" "sequence" }
           user -> shop.db }
         styles { element "Store" { shape cylinder } }`,
      ).replace('model {', '!identifiers hierarchical\nmodel {'),
    });
    const drawing = figureOf(told, viewOf(told.index, 'v'), TOOLS, {
      use: 'v',
      costs: true,
    })?.drawing;
    expect(drawing?.graph.nodes.map(({ style }) => style.tone)).toContain('store');
    expect(drawing).not.toHaveProperty('focus');
  });

  it('has the steps of a dynamic view in words, for a screen that shows a part of them', () => {
    expect(figure('buying')?.steps).toEqual([
      { step: '1', from: 'User', to: 'Web', what: 'Opens' },
      { step: '2', from: 'Web', to: 'API', what: 'Asks' },
      { step: '3', from: 'API', to: 'Web', what: 'Answers' },
    ]);
    expect(figure('containers')?.steps).toEqual([]);
  });

  it('shares no id between two uses of a view on a page', () => {
    const ids = ['fig', 'home'].flatMap((use) => {
      const svg = figureOf(portfolio, viewOf(portfolio.index, 'all'), TOOLS, { use, costs: false });
      return [...(svg?.drawing.svg.matchAll(/ id="([^"]+)"/g) ?? [])].map(([, id]) => id);
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(4);
  });

  it('is none for an image', () => {
    expect(figure('photo')).toBeUndefined();
  });
});

describe('kindLabel', () => {
  it.each([
    ['user', 'Person'],
    ['shop', 'Software system'],
    ['bank', 'External software system'],
    ['shop.web', 'Container'],
    ['shop.db', 'Container, store'],
    ['shop.api.orders', 'Component'],
    ['live.box', 'Deployment node'],
  ])('of %s is %s', (identifier, label) => {
    expect(kindLabel(portfolio, elementOf(portfolio, identifier))).toBe(label);
  });
});
