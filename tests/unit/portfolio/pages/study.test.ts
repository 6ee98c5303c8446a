import { describe, expect, it } from 'vitest';
import { homePage, leadPath, leadView } from '#portfolio/pages/home.ts';
import { elementIndex, landscapeFigure, studyIndex, viewIndex } from '#portfolio/pages/indexes.ts';
import { statsOf, studyPage } from '#portfolio/pages/study.ts';
import { costOf, portfolioOf, TOOLS } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';
import { dslOf } from '../../../support/workspaces.ts';

const NBSP = '\u00A0';
const DSL = dslOf(
  `!identifiers hierarchical
   user = person "User"
   shop = softwareSystem "Shop" {
     web = container "Web" "Shows pages." "TypeScript"
     db = container "DB"
   }
   iot = softwareSystem "IoT" { hub = container "Hub" }
   user -> shop.web "Buys"
   shop.web -> shop.db
   live = deploymentEnvironment "Live" { box = deploymentNode "Box" { containerInstance shop.web } }`,
  `systemLandscape all "Everything." { include * }
   systemContext shop context { include * }
   container shop containers "What it is made of." { include * }
   deployment shop "Live" live { include * }
   systemContext iot things { include * }`,
);
const BODY = `
It sells -- a lot.

<Diagram view="containers" />

## What it "is"

<Diagram view="context" overlay="none" /> and again <Diagram view="containers" />

### Not a section

## What it is

<Diagram view="gone" /> <Diagram />

${'word '.repeat(430)}
`;
const record = (title: string, ties: string) =>
  `---\nstatus: accepted\n${ties}---\n# ${title}\n\n## Context\n\nWhy.\n`;
const cost = costOf(
  'shop',
  [
    { element: 'shop.web', small: 100, large: 400 },
    { element: 'shop.db', small: 20, large: 100 },
  ],
  {
    capacity: [
      { resource: 'Later', saturatesAtUsers: 2_000_000 },
      { resource: 'Never', saturatesAtUsers: null },
      { resource: 'DB: connections', saturatesAtUsers: 1_100_000 },
    ],
  },
);
const portfolio = portfolioOf({
  dsl: DSL,
  studies: {
    shop: {
      'index.mdx': `${frontMatter({ order: 4, costModel: 'shop', title: 'A shop for many' })}${BODY}`,
      'deep.mdx': '---\ntitle: Deep dive\nsummary: Further down.\norder: 2\n---\n\n## One\n',
      'runbook.mdx': '---\ntitle: Runbook\norder: 1\n---\n\nText.\n',
      'nfrs.yaml':
        '- { id: page, quality: Page, target: 200 ms, limit: 400 ms, measured: RUM, decisions: [1, 9], elements: [shop.web, none] }\n',
      'slos.yaml':
        '- { id: availability, name: A, sli: s, objective: 99.9 }\n- { id: other, name: O, sli: s, objective: 99 }\n',
      'failure-modes.yaml':
        '- { id: db, name: DB down, elements: [shop.db], trigger: t, breaks: b, radius: r, users: u, detection: d, mitigation: m, recovery: r }\n',
    },
    iot: {
      'index.mdx': frontMatter({
        order: 7,
        system: 'iot',
        draft: true,
        name: 'IoT',
        summary: 'Listens.',
      }),
    },
    plain: { 'index.mdx': frontMatter({ order: 9, system: 'none', title: 'Plain' }) },
  },
  adrs: {
    '0001-a.md': record('A', 'elements: [shop.web]\n'),
    '0002-b.md': record('B', 'studies: [shop]\n'),
  },
  costs: [cost],
});
const [shop, iot, plain] = portfolio.studies;
const page = (entry = shop!, name = 'index') => studyPage(portfolio, entry, name, TOOLS);

describe('the page of a study', () => {
  it('has its title, summary and number', () => {
    expect(page()).toMatchObject({
      page: 'index',
      title: 'A shop for many',
      summary: 'It sells.',
      number: 4,
    });
    expect(page(shop, 'deep')).toMatchObject({
      title: 'Deep dive',
      summary: 'Further down.',
      number: 4,
    });
    expect(page(shop, 'runbook')?.summary).toBe('It sells.');
    expect(page(shop, 'none')).toBeUndefined();
  });

  it('numbers its sections, with the anchors of its headings', () => {
    expect(page()?.sections).toEqual([
      { number: '4.1', text: 'What it “is”', id: 'what-it-is' },
      { number: '4.2', text: 'What it is', id: 'what-it-is-1' },
    ]);
  });

  it('numbers its figures in the order of the page, each view once, and leaves out what is not there', () => {
    const figures = [...(page()?.figures ?? [])].map(([key, { number, figure }]) => [
      key,
      number,
      figure.drawing.svg.includes('badge cost'),
    ]);
    expect(figures).toEqual([
      ['containers', '4.1', true],
      ['context', '4.2', false],
    ]);
  });

  it('says what it costs, what breaks first and what it promises', () => {
    expect(page()?.stats).toEqual([
      { label: '100,000 users', value: '$120', sense: `a month, 0.12${NBSP}¢ a user`, money: true },
      { label: '500,000 users', value: '$500', sense: `a month, 0.1${NBSP}¢ a user`, money: true },
      { label: 'Breaks first', value: '1.1M users', sense: 'DB: connections', money: false },
      {
        label: 'Availability target',
        value: `99.9${NBSP}%`,
        sense: '43.2 minutes in 30 days',
        money: false,
      },
    ]);
    expect(page(shop, 'deep')?.stats).toEqual([]);
    expect(statsOf(iot!)).toEqual([]);
  });

  it('ties requirements and failures to decisions and elements', () => {
    expect(page()?.lists.nfrs).toEqual([
      {
        id: 'page',
        quality: 'Page',
        target: '200 ms',
        limit: '400 ms',
        measured: 'RUM',
        heldBy: [
          { text: 'ADR 0001', href: '/adrs/0001-a/' },
          { text: 'Web', href: '/elements/shop/web/' },
          { text: 'none' },
        ],
      },
    ]);
    expect(page()?.lists.failures.map(({ id, elements }) => [id, elements])).toEqual([
      ['db', [{ text: 'DB', href: '/elements/shop/db/' }]],
    ]);
  });

  it('counts what belongs to it', () => {
    expect(page()?.counts).toEqual(['3 drawings', '2 decisions', '3 pages', '2 minutes']);
    expect(page(iot)?.counts).toEqual(['1 drawing', '0 decisions', '1 minute']);
  });

  it('leads to its other pages, its costs and its neighbours', () => {
    expect(page(shop, 'deep')?.pages).toEqual([
      { text: 'A shop for many', href: '/case-studies/shop/', current: false },
      { text: 'Runbook', href: '/case-studies/shop/runbook/', current: false },
      { text: 'Deep dive', href: '/case-studies/shop/deep/', current: true },
    ]);
    expect(page()?.links).toEqual([
      { text: 'Every cost line', href: '/cost/shop/' },
      { text: 'Practice', href: '/practice/?study=shop' },
    ]);
    expect(page()).not.toHaveProperty('previous');
    expect(page()?.next).toEqual({ text: 'IoT', href: '/case-studies/iot/' });
    expect(page(iot)).toMatchObject({
      previous: { text: 'A shop for many', href: '/case-studies/shop/' },
      next: { text: 'Plain', href: '/case-studies/plain/' },
      links: [],
    });
    expect(page(plain)).not.toHaveProperty('next');
  });
});

describe('the home page', () => {
  const home = homePage(portfolio, TOOLS);

  it('has a band for every finished study, in their order', () => {
    expect(
      home.studies.map(({ figure, ...band }) => ({ ...band, view: figure?.block.key })),
    ).toEqual([
      {
        number: 4,
        name: 'A shop for many',
        summary: 'It sells.',
        href: '/case-studies/shop/',
        figureNumber: '4.1',
        caption: 'What it is made of.',
        cost: [
          { users: '100K users', monthly: '$120' },
          { users: '500K users', monthly: '$500' },
        ],
        breaksFirst: 'DB: connections, at 1.1M users',
        counts: '2 decisions, 3 drawings.',
        view: 'containers',
      },
      {
        number: 9,
        name: 'Plain',
        summary: 'It sells.',
        href: '/case-studies/plain/',
        figureNumber: '9.1',
        caption: '',
        counts: '0 drawings.',
        view: undefined,
      },
    ]);
  });

  it('shows spend on the first band only', () => {
    expect(home.studies.map(({ figure }) => figure?.drawing.svg.includes('badge cost'))).toEqual([
      true,
      undefined,
    ]);
  });

  it('names drafts below, without a drawing', () => {
    expect(home.drafts).toEqual([
      {
        number: 7,
        name: 'IoT',
        summary: 'Listens.',
        href: '/case-studies/iot/',
        counts: '1 drawing.',
        readiness: { text: '1 of 17 artifacts', href: '/readiness/' },
      },
    ]);
  });

  it('has no scale for the one study that is priced', () => {
    expect(home).not.toHaveProperty('scale');
  });

  it('counts everything', () => {
    expect([home.drawings, home.decisions, home.models]).toEqual([5, 2, 1]);
  });
});

describe('the drawing that stands for a study', () => {
  const lead = (drawing?: string) => {
    const own = portfolioOf({
      dsl: DSL,
      studies: { shop: { 'index.mdx': frontMatter({ ...(drawing && { drawing }) }) } },
    });
    return [leadView(own.studies[0]!)?.key, leadPath(own.studies[0]!)];
  };

  it.each([
    ['the one that it names', 'live', 'live'],
    ['its containers, where it names one of another system', 'things', 'containers'],
    ['its containers', undefined, 'containers'],
  ])('is %s', (_, drawing, key) => {
    expect(lead(drawing)).toEqual([key, `/views/${key}/`]);
  });

  it('is its first where it has no containers, and none where it has nothing', () => {
    expect(leadView(iot!)?.key).toBe('things');
    expect(leadView(plain!)).toBeUndefined();
    expect(leadPath(plain!)).toBeUndefined();
  });
});

describe('lists of everything', () => {
  it('of studies', () => {
    expect(studyIndex(portfolio)).toEqual([
      {
        number: 4,
        text: 'A shop for many',
        href: '/case-studies/shop/',
        summary: 'It sells.',
        cost: [
          { users: '100K users', monthly: '$120' },
          { users: '500K users', monthly: '$500' },
        ],
      },
      {
        number: 7,
        text: 'The shop',
        href: '/case-studies/iot/',
        summary: 'Listens.',
        readiness: { text: '1 of 17 artifacts', href: '/readiness/' },
      },
      {
        number: 9,
        text: 'Plain',
        href: '/case-studies/plain/',
        summary: 'It sells.',
      },
    ]);
  });

  it('of views: those of no system first', () => {
    expect(
      viewIndex(portfolio).map(({ heading, rows }) => [heading, rows.map(({ text }) => text)]),
    ).toEqual([
      ['The whole', ['System landscape']],
      ['Shop', ['Shop: context', 'Shop: containers', 'Shop: Live']],
      ['IoT', ['IoT: context']],
    ]);
    expect(viewIndex(portfolio)[0]?.rows[0]).toEqual({
      text: 'System landscape',
      href: '/views/all/',
      level: 'Landscape',
      description: 'Everything.',
    });
  });

  it('of views opens with the landscape', () => {
    const figure = landscapeFigure(portfolio, TOOLS);
    expect([figure?.href, figure?.block.title]).toEqual(['/views/all/', 'System landscape']);
  });

  it('of elements: people and systems, then what is inside each, then deployments', () => {
    expect(
      elementIndex(portfolio).map(({ heading, rows }) => [
        heading,
        rows.map(({ element }) => element.text),
      ]),
    ).toEqual([
      ['People and systems', ['User', 'Shop', 'IoT']],
      ['Shop', ['Web', 'DB']],
      ['IoT', ['Hub']],
      ['Deployment: Live', ['Box']],
    ]);
    expect(elementIndex(portfolio)[1]?.rows[0]).toEqual({
      element: { text: 'Web', href: '/elements/shop/web/' },
      kind: 'Container',
      technology: 'TypeScript',
      description: 'Shows pages.',
    });
  });
});
