import { describe, expect, it } from 'vitest';
import { compareCosts, compareStates, readState } from '#client/review/compare.ts';
import { reviewState } from '#portfolio/pages/review/state.ts';
import { type Content, portfolioOf } from '../../../../support/portfolios.ts';
import { frontMatter } from '../../../../support/studies.ts';
import { dslOf } from '../../../../support/workspaces.ts';

const MODEL = `shop = softwareSystem "Shop" { web = container "Web" }
clerk = person "Clerk"
clerk -> shop.web "Asks"`;
const PAGE = `${frontMatter()}It sells.

## One

First.

## Two

Second.
`;
const RECORD = '# 1. Use X\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n';

const contentOf = (more: Partial<Content> = {}): Content => ({
  dsl: dslOf(`!identifiers hierarchical\n${MODEL}`),
  studies: { shop: { 'index.mdx': PAGE } },
  ...more,
});

/** The state as the site publishes it: text in the place of a digest, and through JSON. */
const stateOf = (content: Content) => {
  const portfolio = portfolioOf(content);
  const [entry] = portfolio.studies;
  if (!entry) throw new Error('The fixture has no study.');
  const state = readState(
    JSON.parse(JSON.stringify(reviewState(portfolio, entry, (text) => text))),
  );
  if (!state) throw new Error('The page does not understand the state.');
  return state;
};
const study = (text: string): Partial<Content> => ({ studies: { shop: { 'index.mdx': text } } });
const model = (text: string): Partial<Content> => ({
  dsl: dslOf(`!identifiers hierarchical\n${text}`),
});

describe('what differs from a frozen state', () => {
  it.each<[string, Partial<Content>, readonly unknown[]]>([
    ['nothing', {}, []],
    ['blanks', study(PAGE.replaceAll('\n\n', '\n\n\n')), []],
    [
      'a section that says something else',
      study(PAGE.replace('Second.', 'Last.')),
      [{ kind: 'Sections', added: [], removed: [], changed: ['Two'] }],
    ],
    [
      'a section for another',
      study(PAGE.replace('## Two', '## Three')),
      [{ kind: 'Sections', added: ['Three'], removed: ['Two'], changed: [] }],
    ],
    [
      'an element with its line',
      model(`${MODEL}\nbank = softwareSystem "Bank"\nshop -> bank "Pays"`),
      [
        { kind: 'Elements', added: ['Bank'], removed: [], changed: [] },
        { kind: 'Relationships', added: ['Shop → Bank: Pays'], removed: [], changed: [] },
      ],
    ],
    [
      'a description',
      model(MODEL.replace('"Web"', '"Web" "Shows."')),
      [{ kind: 'Elements', added: [], removed: [], changed: ['Web'] }],
    ],
    [
      'the order of the model',
      model(`clerk = person "Clerk"\n${MODEL.replace(/clerk = .*\n/, '')}`),
      [],
    ],
  ])('%s', (_, more, differences) => {
    expect(compareStates(stateOf(contentOf()), stateOf(contentOf(more)))).toEqual(differences);
  });

  it('a decision, when its status changes', () => {
    const adrs = (text: string) =>
      contentOf({
        studies: { shop: { 'index.mdx': PAGE } },
        adrs: { '0001-use-x.md': `---\nstudies: [shop]\n---\n${text}` },
      });
    const changed = adrs(RECORD.replace('Accepted', 'Rejected'));
    expect(compareStates(stateOf(adrs(RECORD)), stateOf(changed))).toEqual([
      { kind: 'Decisions', added: [], removed: [], changed: ['0001 Use X'] },
    ]);
    expect(compareStates(stateOf(adrs(RECORD)), stateOf(contentOf()))).toEqual([
      { kind: 'Decisions', added: [], removed: ['0001 Use X'], changed: [] },
    ]);
  });
});

describe('what a month costs', () => {
  const lines = [
    { id: 'a', name: 'A', monthly: 10 },
    { id: 'b', name: 'B', monthly: 5 },
  ];
  const withCost = (cost: unknown) => {
    const state = readState({
      version: 1,
      study: 'shop',
      ...Object.fromEntries(
        ['sections', 'drawings', 'elements', 'relationships', 'decisions', 'lists'].map((kind) => [
          kind,
          [],
        ]),
      ),
      cost,
    });
    if (!state) throw new Error('The state is not understood.');
    return state;
  };
  const bill = (entries: typeof lines) => ({
    currency: 'USD',
    users: 500_000,
    monthly: entries.reduce((sum, { monthly }) => sum + monthly, 0),
    lines: entries,
  });

  it('differs line by line', () => {
    const after = bill([
      { id: 'a', name: 'A', monthly: 12 },
      { id: 'c', name: 'C', monthly: 1 },
    ]);
    expect(compareCosts(withCost(bill(lines)), withCost(after))).toEqual({
      currency: 'USD',
      users: 500_000,
      before: 15,
      after: 13,
      lines: [
        { name: 'A', by: 2 },
        { name: 'C', by: 1 },
        { name: 'B', by: -5 },
      ],
    });
  });

  it.each([
    ['the same', bill(lines)],
    [
      'a fraction of a cent',
      { ...bill(lines), lines: [{ ...lines[0], monthly: 10.001 }, lines[1]] },
    ],
    ['another currency', { ...bill(lines), currency: 'EUR' }],
    ['another size', { ...bill([]), users: 1000 }],
    ['none', undefined],
    ['nothing that can be read', { monthly: 'much' }],
  ])('is not compared: %s', (_, after) => {
    expect(compareCosts(withCost(bill(lines)), withCost(after))).toBeUndefined();
  });
});

it.each([[null], ['x'], [{}], [{ version: 2, study: 'shop' }], [{ version: 1, study: 'shop' }]])(
  'is not understood: %j',
  (value) => {
    expect(readState(value)).toBeUndefined();
  },
);
