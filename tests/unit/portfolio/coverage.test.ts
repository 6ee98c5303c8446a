import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { checkPortfolio } from '#portfolio/checks/all.ts';
import { costOf, portfolioOf } from '../../support/portfolios.ts';
import { at, frontMatter, textUnder } from '../../support/studies.ts';
import { dslOf } from '../../support/workspaces.ts';

const MODEL = `!identifiers hierarchical
   buyer = person "Buyer"
   bank = softwareSystem "Bank" { vault = container "Vault" }
   shop = softwareSystem "Shop" {
     web = container "Web" { cart = component "Cart" }
     db = container "DB"
   }
   buyer -> shop.web`;
const ALL = 'container shop all { include * }';
const record = (ties: string) =>
  `---\n${ties}\n---\n# 1. Use X\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n`;
const NFR = '- { id: fast, quality: Q, target: T, limit: L, measured: M';
const SLO = '- { id: s, name: N, sli: S, objective: 99, nfrs: [fast] }\n';
const FAILURE =
  '- { id: lost, name: N, trigger: T, elements: [shop.db], breaks: B, radius: R, users: U, detection: D, mitigation: M, recovery: E';

/** A portfolio that nothing is missing in, with what a test takes away. */
interface Change {
  readonly views?: string;
  readonly ties?: string;
  readonly parts?: readonly string[];
  readonly nfr?: string;
  readonly slos?: string;
  readonly failure?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

function findings({
  views = ALL,
  ties = 'elements: [shop.web.cart, shop.db]',
  parts = ['shop.web.cart', 'shop.db'],
  nfr = ', decisions: [1]',
  slos = '[]',
  failure = ', runbook: ./runbook.mdx#it',
  meta = {},
}: Change): Diagnostic[] {
  const portfolio = portfolioOf({
    dsl: dslOf(MODEL, views),
    studies: {
      shop: {
        'index.mdx': `${frontMatter({ costModel: 'shop', ...meta })}\n`,
        'runbook.mdx': '---\ntitle: Runbook\n---\n\n## It\n\nX\n',
        'nfrs.yaml': `${NFR}${nfr} }\n`,
        'slos.yaml': slos,
        'failure-modes.yaml': `${FAILURE}${failure} }\n`,
      },
    },
    adrs: { '0001-x.md': record(ties) },
    costs: [
      costOf(
        'shop',
        parts.map((element) => ({ element, small: 0, large: 0 })),
      ),
    ],
  });
  const modelSources = new Map([['shop', portfolio.studies[0]!.study.source]]);
  return checkPortfolio({ portfolio, modelSources }).filter(
    ({ code }) => code !== 'missing-artifact',
  );
}

describe('coverage', () => {
  it('finds nothing where everything is covered, nor does it ask of others or of drafts', () => {
    expect(findings({})).toEqual([]);
    const draft = { meta: { draft: true }, views: '', ties: 'tags: [x]', parts: [], nfr: '' };
    expect(findings({ ...draft, failure: '' })).toEqual([]);
  });

  it.each([
    [
      'a container in no drawing',
      { views: 'container shop some { include shop.web }' },
      'element-without-view workspace.dsl:13:6',
      'db = container "DB"',
    ],
    [
      'a container that no decision is about',
      { ties: 'elements: [shop.web]' },
      'element-without-decision workspace.dsl:13:6',
      'db = container "DB"',
    ],
    [
      'a container that the bill leaves out',
      { parts: ['shop.web'] },
      'element-without-cost workspace.dsl:13:6',
      'db = container "DB"',
    ],
    [
      'a requirement that nothing answers',
      { nfr: '' },
      'requirement-without-answer nfrs.yaml:1:9',
      'fast',
    ],
    [
      'a failure without a runbook',
      { failure: '' },
      'failure-without-runbook failure-modes.yaml:1:9',
      'lost',
    ],
  ] as const)('finds %s', (_, change, place, text) => {
    const found = findings(change);
    expect(found.map((one) => [at(one), textUnder(one.span), one.severity])).toEqual([
      [place, text, 'warning'],
    ]);
  });

  it('finds a decision that is about nothing', () => {
    const found = findings({ ties: 'tags: [x]' });
    expect(found.map(at)).toEqual([
      'element-without-decision workspace.dsl:10:6',
      'element-without-decision workspace.dsl:13:6',
      'decision-without-subject 0001-x.md:4:1',
    ]);
  });

  it.each([
    ['a test', { nfr: ', test: A load test' }],
    ['an alert', { nfr: '', slos: SLO }],
  ])('takes %s for the answer to a requirement', (_, change) => {
    expect(findings(change)).toEqual([]);
  });
});
