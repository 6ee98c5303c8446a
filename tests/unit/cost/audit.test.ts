import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claims } from '#case-study/lists/claims.ts';
import { auditEstimates, type Evidence } from '#cost/audit/audit.ts';
import { evaluate } from '#cost/engine/evaluate.ts';
import { auditsOf } from '#portfolio/audits.ts';
import { claimFindings } from '#portfolio/checks/claims.ts';
import { shippedPriceBooks } from '#sources/price-books.ts';
import { PROJECT } from '../../support/cli.ts';
import { at, frontMatter, studyFrom, textUnder } from '../../support/studies.ts';
import { ask, BOOK, smallModel } from './support.ts';

const books = new Map([['here', BOOK]]);
const report = evaluate(smallModel(), ask(100)).value!;
const evidence: Evidence = {
  ...{ books, region: 'here', models: ['small'] },
  model: (id = 'small', users) => {
    if (id !== 'small') return 'unknown';
    return users === 100 ? report : 'unpriced';
  },
};

/** The findings of a claims.yaml, each with its place and the text there. */
function findingsOf(yaml: string): (readonly [string, string | undefined])[] {
  const { study, diagnostics } = studyFrom({ 'index.mdx': frontMatter(), 'claims.yaml': yaml });
  const audits = auditsOf(study ? [study] : [], { books, region: 'here', costs: [] });
  return [...diagnostics, ...audits.flatMap(claimFindings)].map((found) => [
    at(found),
    textUnder(found.span),
  ]);
}

/** An estimate with one check, of which the lines after its id are given. */
const withCheck = (...rows: readonly string[]) =>
  [
    '- id: e',
    '  title: T',
    '  source: S',
    '  facts: { a: 10 s, b: 2 }',
    '  checks:',
    '    - id: c',
    '      label: L',
    ...rows.map((row) => `      ${row}`),
    '',
  ].join('\n');

describe('a verdict', () => {
  it.each([
    ['holds', 'claimed: 20 s', 'computed: a * b'],
    ['holds', 'claimed: 21 s', 'computed: a * b'],
    ['inconsistent', 'claimed: 22 s', 'computed: a * b'],
    ['holds', 'claimed: 22 s', 'computed: a * b', 'tolerance: 10 %'],
    ['holds', 'claimed: 0.3 minutes', 'computed: a * b', 'tolerance: rounding'],
    ['inconsistent', 'claimed: 0.2 minutes', 'computed: a * b', 'tolerance: rounding'],
    ['holds', 'claimed: 30 s', 'computed: a * b', 'relation: at-least'],
    ['inconsistent', 'claimed: 10 s', 'computed: a * b', 'relation: at-least'],
    ['holds', 'claimed: 10 s', 'computed: a * b', 'relation: at-most'],
    ['inconsistent', 'claimed: 30 s', 'computed: a * b', 'relation: at-most'],
    ['inconsistent', 'claimed: 0 s', 'computed: a'],
    ['unchecked', 'claimed: 20 s'],
    ['holds', 'claimed: $10', 'meters: { disk.gb: 100 }'],
    ['holds', 'claimed: $10', 'meters: { disk.gb: 0.1 TB * 1 month }', 'tolerance: 3 %'],
    ['differs', 'claimed: $11', 'meters: { disk.gb: 100 GB * 1 month }'],
    // A ladder: 10 at $1, 20 at $0.50, 5 at $0.10; list prices, no allowance.
    ['holds', 'claimed: $20.50', 'meters: { net.out: 35 GB }', 'tolerance: 0 %'],
    ['holds', `claimed: $${report.monthly}`, 'model: { users: 100 }', 'tolerance: 0 %'],
    ['differs', 'claimed: $1', 'model: { users: 100, component: disk }'],
    ['differs', 'claimed: $1', 'model: { id: small, users: 100, line: disk.space }'],
  ])('%s: %s %s %s', (verdict, ...rows) => {
    const lines = rows.filter((row) => row !== undefined);
    const { study } = studyFrom({
      'index.mdx': frontMatter(),
      'claims.yaml': withCheck(...lines, 'reason: R'),
    });
    const { estimates, findings } = auditEstimates(study!.claims, evidence);
    expect(findings).toEqual([]);
    expect(estimates[0]?.checks[0]?.verdict).toBe(verdict);
  });

  it('says how far off a claim is', () => {
    const rows = ['claimed: $11', 'meters: { disk.gb: 100 }', 'reason: R'];
    const { study } = studyFrom({ 'index.mdx': frontMatter(), 'claims.yaml': withCheck(...rows) });
    expect(auditEstimates(study!.claims, evidence).estimates[0]?.checks[0]).toMatchObject({
      claimed: { value: 11, unit: '$' },
      computed: { value: 10, unit: '$' },
      difference: { value: -1, unit: '$' },
      share: -0.0909090909091,
      meters: [{ dimension: 'disk.gb', quantity: 100, unit: 'GB-month', monthly: 10 }],
    });
  });

  it('has no difference where exact sums are audited', () => {
    const cents = fc.array(fc.integer({ min: 0, max: 10_000_000 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(cents, (amounts) => {
        const dollars = (amount: number) =>
          `$${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
        const sum = dollars(amounts.reduce((total, amount) => total + amount, 0));
        const claim = { label: 'L', relation: 'equal' as const, tolerance: '0 %' };
        const lines = amounts.map((amount, index) => ({
          ...claim,
          id: `l${index}`,
          claimed: dollars(amount),
          computed: dollars(amount),
        }));
        const names = lines.map(({ id }) => id);
        const estimate: Claims = {
          ...{ id: 'e', title: 'T', source: 'S', tolerance: '0 %', facts: {}, lines },
          checks: [{ ...claim, id: 'all', claimed: sum, computed: names.join(' + ') }],
          total: { claimed: sum, tolerance: '0 %' },
        };
        const { estimates, findings } = auditEstimates([estimate], evidence);
        expect(findings).toEqual([]);
        const [audited] = estimates;
        for (const one of [...audited!.lines, ...audited!.checks, audited!.total!]) {
          expect([one.verdict, one.difference?.value]).toEqual(['holds', 0]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** One broken file a row: its findings, each with the text that it marks. */
const BROKEN: readonly (readonly [string, string, ...(readonly [string, string])[]])[] = [
  [
    'a difference without a reason',
    withCheck('claimed: 40 s', 'computed: a * b'),
    ['claim-reason claims.yaml:8:16', '40 s'],
  ],
  ['a figure that is none', withCheck('claimed: much'), ['claim-figure claims.yaml:8:16', 'much']],
  [
    'a tolerance that is none',
    withCheck('claimed: 20 s', 'computed: a * b', 'tolerance: wide'),
    ['claim-figure claims.yaml:10:18', 'wide'],
  ],
  [
    'an unknown figure',
    withCheck('claimed: 20 s', 'computed: a * bb'),
    ['claim-reference claims.yaml:9:21', 'bb'],
  ],
  [
    'an expression that ends early, in quotes',
    withCheck('claimed: 20 s', 'computed: "a *"'),
    ['claim-expression claims.yaml:9:20', '*'],
  ],
  [
    'another unit than is claimed',
    withCheck('claimed: 20 s', 'computed: b'),
    ['claim-unit claims.yaml:9:17', 'b'],
  ],
  [
    'units that cannot be added',
    withCheck('claimed: 20 s', 'computed: a + b'),
    ['claim-unit claims.yaml:9:19', '+'],
  ],
  [
    'a claim that is computed from itself',
    withCheck('claimed: 20 s', 'computed: a + c'),
    ['claim-circular claims.yaml:9:21', 'c'],
  ],
  [
    'a dimension that is mistyped',
    withCheck('claimed: $1', 'meters: { disk.bg: 1 }'),
    ['claim-dimension claims.yaml:9:17', 'disk.bg'],
  ],
  [
    'a quantity in another unit than is billed',
    withCheck('claimed: $1', 'meters: { disk.gb: 5 s }'),
    ['claim-unit claims.yaml:9:26', '5 s'],
  ],
  [
    'a quantity below nothing',
    withCheck('claimed: $1', 'meters: { disk.gb: 1 - 2 }'),
    ['claim-figure claims.yaml:9:26', '1 - 2'],
  ],
  [
    'dollars that are held against seconds',
    withCheck('claimed: 1 s', 'meters: { disk.gb: 1 }'),
    ['claim-unit claims.yaml:9:15', '{ disk.gb: 1 }'],
  ],
  [
    'a model that does not exist',
    withCheck('claimed: $1', 'model: { id: small, users: 1 }'),
    ['claim-model claims.yaml:9:20', 'small'],
  ],
  [
    'no model at all',
    withCheck('claimed: $1', 'model: { users: 1 }'),
    ['claim-model claims.yaml:9:14', '{ users: 1 }'],
  ],
  [
    'two ways to compute it',
    withCheck('claimed: $1', 'computed: $1', 'meters: { disk.gb: 10 }'),
    [
      'invalid-list claims.yaml:6:7',
      'id: c\n      label: L\n      claimed: $1\n      computed: $1\n      meters: { disk.gb: 10 }',
    ],
  ],
  [
    'a region without prices',
    '- { id: e, title: T, source: S, region: heer }\n',
    ['claim-region claims.yaml:1:41', 'heer'],
  ],
  [
    'facts that go round',
    '- { id: e, title: T, source: S, facts: { a: b * 2, b: 3 * a } }\n',
    ['claim-circular claims.yaml:1:59', 'a'],
  ],
  [
    'a name that another figure has',
    '- { id: e, title: T, source: S, facts: { a: 1 }, checks: [{ id: a, label: L, claimed: 1 }] }\n',
    ['invalid-list claims.yaml:1:65', 'a'],
  ],
  [
    'lines that do not add up to the total',
    '- id: e\n  title: T\n  source: S\n  lines:\n    - { id: a, label: A, claimed: $1, reason: R }\n    - { id: b, label: B, claimed: $2, reason: R }\n  total:\n    claimed: $4\n',
    ['claim-total claims.yaml:8:14', '$4'],
  ],
  [
    'lines of another unit than the total',
    '- id: e\n  title: T\n  source: S\n  lines:\n    - { id: a, label: A, claimed: 1 s, reason: R }\n  total: { claimed: $4 }\n',
    ['claim-unit claims.yaml:5:35', '1 s'],
  ],
  [
    'several at once, each once',
    withCheck('claimed: many', 'computed: broken * 2').replace('b: 2 }', 'b: 2, broken: x + y }'),
    ['claim-reference claims.yaml:4:35', 'x'],
    ['claim-figure claims.yaml:8:16', 'many'],
  ],
];

describe('a file of claims', () => {
  it.each(BROKEN.map(([what, yaml, ...found]) => ({ what, yaml, found })))(
    'is told of $what',
    ({ yaml, found }) => {
      expect(findingsOf(yaml).map(([place, text]) => [place, text?.trim()])).toEqual(
        found.map(([place, text]) => [place, text.trim()]),
      );
    },
  );

  it('may say that its lines do not add up', () => {
    const yaml =
      '- id: e\n  title: T\n  source: S\n  lines:\n    - { id: a, label: A, claimed: $1, reason: R }\n  total: { claimed: $4, reason: The text added it up wrongly. }\n';
    expect(findingsOf(yaml)).toEqual([]);
  });

  it('refers to figures of its other estimates', () => {
    const yaml =
      '- { id: one, title: T, source: S, facts: { a: 2 } }\n- { id: two, title: T, source: S, checks: [{ id: c, label: L, claimed: 4, computed: one.a * 2 }] }\n';
    expect(findingsOf(yaml)).toEqual([]);
  });

  it('is as README shows it', () => {
    const readme = readFileSync(`${PROJECT}/README.md`, 'utf8');
    const yaml = /### Claims\n[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const { study } = studyFrom({ 'index.mdx': frontMatter(), 'claims.yaml': yaml });
    const { estimates, findings } = auditEstimates(study!.claims, {
      ...evidence,
      ...{ books: shippedPriceBooks(), region: 'us-east-1' },
    });
    expect(findings).toEqual([]);
    const { lines, checks, total } = estimates[0]!;
    expect([...lines, ...checks, total!].map(({ verdict }) => verdict)).toEqual([
      ...['holds', 'unchecked', 'holds', 'holds'],
    ]);
  });
});
