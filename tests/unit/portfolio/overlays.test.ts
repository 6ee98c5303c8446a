import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Overlay, overlaysOf, shareStep } from '#portfolio/overlays.ts';
import { OWNER_HUES, ownerHues, ownerOf, ownersIn } from '#portfolio/owners.ts';
import { elementPage } from '#portfolio/pages/element.ts';
import { figureOf } from '#portfolio/pages/figure.ts';
import { studyPage } from '#portfolio/pages/study.ts';
import { viewPage } from '#portfolio/pages/view.ts';
import { riskSummary, risksOn } from '#portfolio/risks.ts';
import { paletteProperties } from '#svg/palette.ts';
import { costOf, elementOf, portfolioOf, TOOLS } from '../../support/portfolios.ts';
import { frontMatter } from '../../support/studies.ts';
import { dslOf, graphIn, viewOf } from '../../support/workspaces.ts';

const DSL = dslOf(
  `!identifiers hierarchical
   buyer = person "Buyer"
   bank = softwareSystem "Bank" { tags "External" }
   shop = softwareSystem "Shop" {
     properties { owner "Platform" }
     web = container "Web" { properties { owner " Storefront " } }
     api = container "API" { orders = component "Orders" }
     db = container "DB"
   }
   buyer -> shop.web
   shop.web -> shop.api.orders
   shop.api.orders -> shop.db
   shop.api.orders -> bank
   live = deploymentEnvironment "Live" {
     box = deploymentNode "Box" {
       properties { owner "Operations" }
       containerInstance shop.web
       containerInstance shop.db
     }
   }`,
  `systemLandscape all { include * }
   container shop containers { include * }
   component shop.api api { include * }
   dynamic shop flow {
     buyer -> shop.web
     shop.web -> shop.api
     properties { archfolio.diagram sequence }
   }
   deployment shop "Live" live { include * }`,
);
const risk = (id: string, elements: string, likelihood: number, impact: number, more = '') =>
  `- { id: ${id}, title: ${id}, elements: ${elements}, likelihood: ${likelihood}, impact: ${impact}, owner: o, response: ${more.includes('accepted') ? 'accept' : 'reduce'}, mitigation: m${more} }\n`;
const RISKS =
  risk('slow', 'shop.db', 2, 2) +
  risk('lost', '[shop.db, shop.api.orders]', 3, 4, ', status: accepted') +
  risk('away', 'bank', 3, 2) +
  risk('old', '[shop.web, shop.db]', 5, 5, ', status: mitigated');
const portfolio = portfolioOf({
  dsl: DSL,
  studies: {
    shop: {
      'index.mdx': frontMatter({ name: 'Shop', costModel: 'shop' }),
      'risks.yaml': RISKS,
    },
  },
  costs: [
    costOf('shop', [
      { element: 'shop.web', small: 4, large: 10 },
      { element: 'shop.db', small: 30, large: 60 },
      { id: 'replica', element: 'shop.db', small: 0, large: 20 },
      { element: 'elsewhere', small: 5, large: 110 },
    ]),
  ],
});
const bare = portfolioOf({ dsl: DSL.replace(/owner "/g, 'other "') });

function overlays(key: string, of = portfolio): readonly Overlay[] {
  const [cost] = key === 'containers' ? of.costs : [];
  return overlaysOf(of, graphIn(of.index, key), cost && { cost, size: 'large' });
}
/** `name tint note` of each box that an overlay says something of. */
function marked(key: string, id: Overlay['id'], of = portfolio): string[] {
  const overlay = overlays(key, of).find((one) => one.id === id);
  return graphIn(of.index, key).nodes.flatMap((node) => {
    const tint = overlay?.tints?.get(node.id);
    return tint ? [[node.name, tint, overlay?.notes.get(node.id)].join(' ').trim()] : [];
  });
}
const legend = (key: string, id: Overlay['id']) =>
  overlays(key)
    .find((one) => one.id === id)
    ?.legend.map(({ label, tint }) => `${label}: ${tint ?? 'plain'}`);

describe('the overlays of a drawing', () => {
  it.each([
    ['containers', ['cost', 'owner', 'risk']],
    ['all', ['owner', 'risk']],
    ['live', ['owner', 'risk']],
    ['flow', []],
  ])('of %s are %j', (key, ids) => {
    expect(overlays(key).map(({ id }) => id)).toEqual(ids);
  });

  it('are none where there is nothing to show', () => {
    expect(overlays('containers', bare)).toEqual([]);
  });

  it('put nothing in the background', () => {
    expect(overlays('containers').every(({ out }) => out.size === 0)).toBe(true);
  });
});

describe('the overlay of cost', () => {
  it.each([
    [0.001, 1],
    [0.0499, 1],
    [0.05, 2],
    [0.1, 3],
    [0.1999, 3],
    [0.2, 4],
    [1, 4],
  ])('has for a share of %d the step %d', (share, step) => {
    expect(shareStep(share)).toBe(step);
  });

  it('tints by share of the bill, and leaves to the badge what it says', () => {
    expect(marked('containers', 'cost')).toEqual(['Web cost-2', 'DB cost-4']);
  });

  it.each([
    ['nothing', [['shop.web', 5]], ''],
    [
      'one',
      [
        ['shop.web', 5],
        ['shop.db', 7],
      ],
      ' Not drawn: DB $7.00.',
    ],
    [
      'what the model ties to one element twice',
      [
        ['shop.web', 5],
        ['shop.db', 7],
        ['shop.db', 8],
      ],
      ' Not drawn: DB $15.',
    ],
    [
      'by its part what is tied to the whole',
      [
        ['shop.web', 5],
        ['shop', 9],
      ],
      ' Not drawn: shop $9.00.',
    ],
    [
      'what costs nothing not at all',
      [
        ['shop.web', 5],
        ['shop.db', 0],
      ],
      '',
    ],
    [
      'the three dearest',
      [
        ['shop.web', 5],
        ['a', 40],
        ['b', 10],
        ['c', 30],
        ['d', 20],
        ['e', 11],
      ],
      ' Not drawn: a $40, c $30, d $20, 2 more $21.',
    ],
  ] as const)('names what is not drawn: %s', (_, lines, text) => {
    const cost = costOf(
      'shop',
      lines.map(([element, large]) => ({ element, small: 1, large })),
    );
    const graph = graphIn(portfolio.index, 'containers');
    const nodes = graph.nodes.filter(({ name }) => name === 'Web');
    const [overlay] = overlaysOf(portfolio, { ...graph, nodes }, { cost, size: 'large' });
    expect(overlay?.says.replace(/^.* at 100K\./, '')).toBe(text);
  });

  it('sums up what is shown at both sizes, and names what is not drawn', () => {
    expect(overlays('containers')[0]?.says).toBe(
      'What is shown costs $90 a month at 500K users, 45.0\u00A0% of the bill, and $34 at 100K. Not drawn: elsewhere $110.',
    );
    expect(legend('containers', 'cost')).toEqual([
      'Below 5\u00A0% of the bill: cost-1',
      '5 to 10\u00A0%: cost-2',
      '10 to 20\u00A0%: cost-3',
      '20\u00A0% and more: cost-4',
      'No figure, 3: plain',
    ]);
  });
});

describe('the owner of an element', () => {
  it.each([
    ['shop', 'Platform', undefined],
    ['shop.web', 'Storefront', undefined],
    ['shop.api', 'Platform', 'Shop'],
    ['shop.api.orders', 'Platform', 'Shop'],
    ['buyer', undefined, undefined],
    ['live.box', 'Operations', undefined],
  ])('%s is %s, through %s', (identifier, name, through) => {
    const owner = ownerOf(portfolio.index, elementOf(portfolio, identifier));
    expect([owner?.name, owner?.through?.name]).toEqual([name, through]);
  });

  it('is, of an instance, that of what it runs', () => {
    expect(marked('live', 'owner')).toEqual(['Web owner-2 Storefront', 'DB owner-1 Platform']);
  });

  it('is one of those that the workspace names, in its order', () => {
    expect(ownersIn(portfolio.index)).toEqual(['Platform', 'Storefront', 'Operations']);
  });

  it('is told with how much it owns', () => {
    expect(legend('containers', 'owner')).toEqual([
      'Platform, 2: owner-1',
      'Storefront, 1: owner-2',
      'No owner named, 2: plain',
    ]);
    expect(overlays('containers')[1]?.says).toBe('2 owners of 3 elements.');
  });
});

describe('the colours of owners', () => {
  const all = 'abcdefghi'.split('');
  /** By letters, as often as an owner has something: `a1 b2` of colours. */
  it.each([
    ['one by one', 'abc', 'a1 b2 c3'],
    ['the same when others are missing', 'ce', 'c3 e5'],
    ['another when it is taken', 'ag', 'a1 g2'],
    ['none for whom has least when all are taken', 'aabbccdefgg', 'a1 b2 c3 d4 e5 g6'],
  ])('are %s', (_, shown, hues) => {
    const counts = new Map(shown.split('').map((name) => [name, shown.split(name).length - 1]));
    const given = [...ownerHues(counts, all)].map(([name, hue]) => `${name}${hue}`);
    expect(given.join(' ')).toBe(hues);
  });
});

describe('the risks of an element', () => {
  const ids = (identifier: string) =>
    risksOn(portfolio, elementOf(portfolio, identifier)).map((entry) => entry.risk.id);

  it.each([
    ['shop.db', ['lost', 'slow', 'old']],
    ['shop.api', ['lost']],
    ['shop', ['lost', 'slow', 'old']],
    ['bank', ['away']],
    ['buyer', []],
  ])(
    '%s are %j, weightiest first, the mitigated last, those of parts too',
    (identifier, expected) => {
      expect(ids(identifier)).toEqual(expected);
    },
  );

  it('count unless they are mitigated', () => {
    const of = (identifier: string) =>
      riskSummary(risksOn(portfolio, elementOf(portfolio, identifier)));
    expect(of('shop.db')).toEqual({ count: 2, score: 12, severity: 'high', text: 'R2 · 12 high' });
    expect(of('shop.web')).toBeUndefined();
    expect(of('bank')?.text).toBe('R1 · 6 medium');
  });

  it('are at the boxes, once in the sum', () => {
    expect(marked('containers', 'risk')).toEqual([
      'Bank risk-medium R1 · 6 medium',
      'API risk-high R1 · 12 high',
      'DB risk-high R2 · 12 high',
    ]);
    expect(overlays('containers').at(-1)?.says).toMatch(/^3 risks on 3 elements\. /);
    expect(legend('containers', 'risk')).toEqual([
      'High, 12 to 25: 1 risk: risk-high',
      'Medium, 6 to 11: 1 risk: risk-medium',
      'Low, 1 to 5: 1 risk: risk-low',
      'No risk named, 2: plain',
    ]);
    expect(marked('live', 'risk')).toEqual(['DB risk-high R2 · 12 high']);
  });
});

describe('the page of a view', () => {
  const page = viewPage(portfolio, viewOf(portfolio.index, 'containers'), TOOLS);

  it('has owners and risks in words', () => {
    expect(
      page.elements.map(({ element, owner, risk: words }) => [element.text, owner, words]),
    ).toEqual([
      ['Buyer', undefined, undefined],
      ['Bank', undefined, 'R1 · 6 medium'],
      ['Web', 'Storefront', undefined],
      ['API', 'Platform', 'R1 · 12 high'],
      ['DB', 'Platform', 'R2 · 12 high'],
    ]);
  });

  it('lists the risks of what it shows, each once, the mitigated too', () => {
    expect(
      page.risks.map(({ id, score, severity, status }) => [id, score, severity, status]),
    ).toEqual([
      ['lost', 12, 'high', 'accepted'],
      ['away', 6, 'medium', 'open'],
      ['slow', 4, 'low', 'open'],
      ['old', 25, 'high', 'mitigated'],
    ]);
    expect(page.risks[0]?.elements).toEqual([
      { text: 'DB', href: '/elements/shop/db/' },
      { text: 'Orders', href: '/elements/shop/api/orders/' },
    ]);
    expect(page.risks[0]?.study).toEqual({ text: 'Shop', href: '/case-studies/shop/' });
  });

  it('keeps every box where a study’s figure has it', () => {
    const figure = figureOf(portfolio, viewOf(portfolio.index, 'containers'), TOOLS, {
      use: 'fig',
      costs: true,
    });
    expect(figure?.drawing.links.map(({ box }) => box)).toEqual(
      page.figure?.drawing.links.map(({ box }) => box),
    );
    expect(figure?.drawing.svg).not.toContain('data-tint');
  });
});

describe('the page of an element', () => {
  const page = (identifier: string) => elementPage(portfolio, elementOf(portfolio, identifier));

  it('says who owns it, and through what', () => {
    expect(page('shop.web').owner).toEqual({ name: 'Storefront' });
    expect(page('shop.api').owner).toEqual({
      name: 'Platform',
      through: { text: 'Shop', href: '/elements/shop/' },
    });
    expect(page('buyer')).not.toHaveProperty('owner');
  });

  it('lists its risks and those of its parts', () => {
    expect(page('shop.api').risks.map(({ id }) => id)).toEqual(['lost']);
    expect(page('buyer').risks).toEqual([]);
  });
});

it('risks are told in a study, each with its elements', () => {
  const [entry] = portfolio.studies;
  const page = entry && studyPage(portfolio, entry, 'index', TOOLS);
  expect(
    page?.lists.risks.map(({ id, elements }) => [id, elements.map(({ text }) => text)]),
  ).toEqual([
    ['lost', ['DB', 'Orders']],
    ['away', ['Bank']],
    ['slow', ['DB']],
    ['old', ['Web', 'DB']],
  ]);
});

it('tints have the colours that the style sheet of pages counts out', () => {
  const css = readFileSync(new URL('../../../src/styles/states.css', import.meta.url), 'utf8');
  const ruled = [...css.matchAll(/data-tint~="([\w-]+)"\] \{\s*--tint: var\(--d-tint-([\w-]+)\)/g)];
  expect(ruled.every(([, name, color]) => name === color)).toBe(true);
  const named = Object.keys(paletteProperties('light')).filter((name) => /^--d-tint-/.test(name));
  expect(ruled.map(([, name]) => `--d-tint-${name}`).toSorted()).toEqual(named.toSorted());
  expect(named.filter((name) => /owner-\d/.test(name))).toHaveLength(OWNER_HUES);
});
