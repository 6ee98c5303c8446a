import { describe, expect, it } from 'vitest';
import { elementPage } from '#portfolio/pages/element.ts';
import { costOf, elementOf, portfolioOf } from '../../../support/portfolios.ts';
import { dslOf } from '../../../support/workspaces.ts';

const DSL = dslOf(
  `!identifiers hierarchical
   user = person "User"
   shop = softwareSystem "Shop" "Sells." {
     web = container "Web" "Shows pages." "TypeScript" "Front" { url "https://example.org/web" }
     api = container "API" {
       url "{workspace}/x"
       orders = component "Orders" "" "Go"
     }
     db = container "DB" "Keeps orders."
   }
   bank = softwareSystem "Bank"
   user -> shop.web "Buys" "HTTPS"
   shop.web -> shop.api.orders "Orders" "gRPC"
   shop.api.orders -> bank "Charges"
   shop.api.orders -> shop.db
   live = deploymentEnvironment "Live" {
     cloud = deploymentNode "Cloud" "" "AWS" {
       box = deploymentNode "Box" { containerInstance shop.web }
       dns = infrastructureNode "DNS" "" "BIND"
       dns -> box "Points at"
     }
   }
   test = deploymentEnvironment "Test" {
     one = deploymentNode "Laptop" { containerInstance shop.web }
   }`,
  `systemLandscape all { include * }
   systemContext shop context { include * }
   container shop containers { include * }
   component shop.api api { include * }
   deployment shop "Live" live { include * }
   filtered containers exclude "Front" without
   image shop.web photo { image p.png }`,
);
const portfolio = portfolioOf({
  dsl: DSL,
  files: { 'p.png': 'picture' },
  adrs: {
    '0001-a.md': '---\nstatus: accepted\nelements: [shop.web]\n---\n# A\n\n## Context\n\nWhy.\n',
  },
  costs: [
    costOf('other', [{ element: 'bank', small: 1, large: 2 }]),
    costOf('shop', [
      { element: 'shop.web', small: 3, large: 12 },
      { id: 'cdn', element: 'SHOP.WEB', small: 4, large: 20 },
    ]),
  ],
});
const page = (identifier: string) => elementPage(portfolio, elementOf(portfolio, identifier));
const told = (rows: readonly { other: { text: string }; what: string; by: string }[]) =>
  rows.map(({ other, what, by }) => `${other.text}: ${what}${by && ` [${by}]`}`);

describe('the page of an element', () => {
  it('says what it is', () => {
    expect(page('shop.web')).toMatchObject({
      name: 'Web',
      title: 'Web, Shop',
      identifier: 'shop.web',
      kind: 'Container',
      technology: 'TypeScript',
      description: 'Shows pages.',
      url: 'https://example.org/web',
      tags: ['Front'],
      path: [{ text: 'Shop', href: '/elements/shop/' }],
    });
  });

  it.each([
    ['user', 'User'],
    ['shop', 'Shop'],
    ['shop.db', 'DB, Shop'],
    ['shop.api.orders', 'Orders, API, Shop'],
  ])('tells %s from others of its name', (identifier, title) => {
    expect(page(identifier).title).toBe(title);
  });

  it('has only addresses that may be followed', () => {
    expect(page('shop.api')).not.toHaveProperty('url');
  });

  it('names the environment of what is deployed, where the same node may stand in several', () => {
    expect(page('live.cloud.box')).toMatchObject({
      name: 'Box',
      title: 'Box, Live',
      path: [{ text: 'Cloud', href: '/elements/live/cloud/' }],
      parts: [{ text: 'Web', href: '/elements/shop/web/', description: 'Shows pages.' }],
    });
  });

  it('lists what it holds', () => {
    expect(page('shop').parts).toEqual([
      { text: 'Web', href: '/elements/shop/web/', description: 'Shows pages.' },
      { text: 'API', href: '/elements/shop/api/', description: '' },
      { text: 'DB', href: '/elements/shop/db/', description: 'Keeps orders.' },
    ]);
    expect(page('user').parts).toEqual([]);
  });

  it.each([
    // Implied ones are told where this end was lifted from a part, not where the other end was.
    ['user', [], ['Web: Buys [HTTPS]']],
    ['shop', ['User: Buys [HTTPS]'], ['Bank: Charges']],
    ['shop.web', ['User: Buys [HTTPS]'], ['Orders: Orders [gRPC]']],
    ['shop.api', ['Web: Orders [gRPC]'], ['Bank: Charges', 'DB: ']],
    ['shop.api.orders', ['Web: Orders [gRPC]'], ['Bank: Charges', 'DB: ']],
    ['shop.db', ['Orders: '], []],
    ['bank', ['Orders: Charges'], []],
    ['live.cloud.dns', [], ['Box: Points at']],
  ])('tells of %s what passes, once', (identifier, incoming, outgoing) => {
    expect(told(page(identifier).incoming)).toEqual(incoming);
    expect(told(page(identifier).outgoing)).toEqual(outgoing);
  });

  it('links the other end of what passes', () => {
    expect(page('shop.db').incoming[0]?.other).toEqual({
      text: 'Orders',
      href: '/elements/shop/api/orders/',
    });
  });

  it.each([
    ['user', ['all', 'context', 'containers', 'without']],
    ['shop', ['all', 'context', 'containers', 'live', 'without']],
    ['shop.web', ['containers', 'api', 'live', 'photo']],
    ['shop.api', ['containers', 'api', 'without']],
    ['shop.api.orders', ['api']],
    ['live.cloud.box', ['live']],
    ['test.one', []],
  ])('lists the views that show %s or look into it', (identifier, keys) => {
    expect(page(identifier).views.map(({ href }) => href)).toEqual(
      keys.map((key) => `/views/${key}/`),
    );
  });

  it('says what each view is', () => {
    expect(page('shop.api.orders').views).toEqual([
      { text: 'API: components', href: '/views/api/', level: 'Component' },
    ]);
  });

  it('lists decisions, spend and where it runs', () => {
    const { decisions, cost, deployments } = page('shop.web');
    expect(decisions.map(({ title, href }) => [title, href])).toEqual([['A', '/adrs/0001-a/']]);
    expect(cost?.href).toBe('/cost/shop/');
    expect(cost?.parts.map(({ component, small, large }) => [component.id, small, large])).toEqual([
      ['cdn', 4, 20],
      ['shop.web', 3, 12],
    ]);
    expect(deployments).toEqual([
      {
        environment: 'Live',
        nodes: [
          { text: 'Cloud', href: '/elements/live/cloud/' },
          { text: 'Box', href: '/elements/live/cloud/box/' },
        ],
      },
      { environment: 'Test', nodes: [{ text: 'Laptop', href: '/elements/test/one/' }] },
    ]);
  });

  it('has nothing where nothing is known', () => {
    expect(page('shop.db')).toMatchObject({
      decisions: [],
      deployments: [],
      tags: [],
      technology: '',
    });
    expect(page('shop.db')).not.toHaveProperty('cost');
  });

  it('keeps tags that say more than the kind', () => {
    const own = portfolioOf({
      dsl: dslOf('x = element "X" "" "" "Hardware"\ny = person "Y" "" "VIP"'),
    });
    expect(elementPage(own, elementOf(own, 'x')).tags).toEqual(['Hardware']);
    expect(elementPage(own, elementOf(own, 'y')).tags).toEqual(['VIP']);
  });
});
