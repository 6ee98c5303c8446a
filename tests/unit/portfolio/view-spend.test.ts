import { describe, expect, it } from 'vitest';
import { overlaysOf } from '#portfolio/overlays.ts';
import { figureOf } from '#portfolio/pages/figure.ts';
import { costBadges, spendSize } from '#portfolio/view-spend.ts';
import { costOf, portfolioOf, TOOLS } from '../../support/portfolios.ts';
import { frontMatter } from '../../support/studies.ts';
import { dslOf, graphIn, viewOf } from '../../support/workspaces.ts';

const NBSP = '\u00A0';
const DSL = dslOf(
  `!identifiers hierarchical
   buyer = person "Buyer"
   identity = softwareSystem "Identity provider"
   bank = softwareSystem "Bank"
   shop = softwareSystem "Shop" {
     web = container "Web"
     db = container "DB"
     dns = container "DNS"
   }
   buyer -> shop.web
   live = deploymentEnvironment "Live" {
     east = deploymentNode "East" {
       webEast = containerInstance shop.web
       dbEast = containerInstance shop.db
     }
     west = deploymentNode "West" {
       webWest = containerInstance shop.web
       dnsWest = containerInstance shop.dns
     }
   }`,
  `systemContext shop context { include * }
   container shop containers { include * }
   deployment shop "Live" small {
     include *
     properties { archfolio.users 100000 }
   }
   deployment shop "Live" large {
     include *
     properties { archfolio.users 500000 }
   }
   deployment shop "Live" other {
     include *
     properties { archfolio.users 7 }
   }
   deployment shop "Live" silent { include * }`,
);
const cost = costOf('shop', [
  { element: 'shop.web', small: 10, large: 40 },
  { element: 'shop.db', small: 130, large: 460 },
  { element: 'shop.dns', small: 0, large: 0 },
]);
const portfolioWith = (model: typeof cost) =>
  portfolioOf({
    dsl: DSL,
    studies: { shop: { 'index.mdx': frontMatter({ name: 'Shop', costModel: 'shop' }) } },
    costs: [model],
  });
const portfolio = portfolioWith(cost);
const view = (key: string) => viewOf(portfolio.index, key);
const elements = (names: readonly string[], { index } = portfolio) =>
  index.workspace.elements.filter(({ identifier = '' }) => names.includes(identifier));

/** The badges of these boxes, by the element's identifier. */
function badges(names: readonly string[], size: 'small' | 'large', model = cost) {
  const { index } = portfolio;
  return [...costBadges(index, model, elements(names), size)].map(([id, badge]) => [
    index.element(id)?.identifier,
    badge,
  ]);
}

describe('the size at which a view shows spend', () => {
  it.each([
    ['containers', 'large'],
    ['small', 'small'],
    ['large', 'large'],
    ['other', undefined],
    ['silent', undefined],
    ['context', undefined],
  ])('%s: %s', (key, size) => {
    expect(spendSize(portfolio, view(key))).toBe(size);
  });
});

describe('badges', () => {
  it('say dollars, share of the total, and a bar that compares with the dearest', () => {
    expect(badges(['shop.web', 'shop.db', 'shop.dns'], 'large')).toEqual([
      ['shop.db', { amount: '$460', share: `92.0${NBSP}%`, ratio: 1 }],
      ['shop.web', { amount: '$40', share: `8.0${NBSP}%`, ratio: 40 / 460 }],
    ]);
  });

  it('are on systems that the model pays for, and not on its own or on others', () => {
    const paying = costOf('shop', [
      { element: 'shop.web', small: 10, large: 40 },
      { element: 'shop', small: 5, large: 10 },
      { element: 'Identity', small: 30, large: 150 },
    ]);
    const boxes = badges(['shop', 'shop.web', 'identity', 'bank'], 'large', paying);
    expect(boxes.map(([name, badge]) => [name, typeof badge === 'object' && badge.amount])).toEqual(
      [
        ['identity', '$150'],
        ['shop.web', '$40'],
      ],
    );
  });

  it('compare only what is drawn', () => {
    expect(badges(['shop.web'], 'large')).toEqual([
      ['shop.web', { amount: '$40', share: `8.0${NBSP}%`, ratio: 1 }],
    ]);
  });

  it('share what a container costs among its instances', () => {
    const names = [
      'live.east.webEast',
      'live.west.webWest',
      'live.east.dbEast',
      'live.west.dnsWest',
    ];
    expect(badges(names, 'small')).toEqual([
      ['live.east.dbEast', { amount: '$130', share: `92.9${NBSP}%`, ratio: 1 }],
      ['live.east.webEast', { amount: '$5.00', share: `3.6${NBSP}%`, ratio: 5 / 130 }],
      ['live.west.webWest', { amount: '$5.00', share: `3.6${NBSP}%`, ratio: 5 / 130 }],
    ]);
  });

  it('are in the currency of the model', () => {
    const [[, badge] = []] = badges(['shop.web'], 'large', { ...cost, currency: 'EUR' });
    expect(badge).toMatchObject({ amount: '€40' });
  });

  it.each([[['buyer']], [['shop.dns']], [[]], [['live.east']]])('are none for %j', (names) => {
    expect(badges(names, 'large')).toEqual([]);
  });
});

describe('a deployment view', () => {
  const figure = (key: string) =>
    figureOf(portfolio, view(key), TOOLS, { use: 'view', costs: true, states: true });

  it.each([
    ['small', 'Cost at 100K', '$ a month at 100K, share', 3],
    ['large', 'Cost at 500K', '$ a month at 500K, share', 3],
    ['silent', undefined, undefined, 0],
  ])('%s: says in its title block and key what its badges mean', (key, overlay, label, count) => {
    const { block, legend = [], drawing } = figure(key) ?? {};
    expect(block?.overlay).toBe(overlay);
    expect(legend.find(({ sort }) => sort === 'cost')?.label).toBe(label);
    expect(drawing?.svg.match(/class="badge cost"/g)?.length ?? 0).toBe(count);
  });

  it('tells the sum of what it shows at its own size first', () => {
    const [overlay] = overlaysOf(portfolio, graphIn(portfolio.index, 'small'), {
      cost,
      size: 'small',
    });
    expect(overlay?.says).toBe(
      `What is shown costs $140 a month at 100K users, 100.0${NBSP}% of the bill, and $500 at 500K.`,
    );
    expect([...(overlay?.tints?.values() ?? [])]).toEqual(['cost-2', 'cost-4', 'cost-2']);
  });
});
