import { describe, expect, it } from 'vitest';
import { auditPage, figureText } from '#portfolio/pages/audit.ts';
import { portfolioOf } from '../../../support/portfolios.ts';
import { frontMatter } from '../../../support/studies.ts';

const CLAIMS = `- id: e
  title: An estimate
  source: A text
  facts: { rate: 40 calls/s }
  lines:
    - { id: a, label: A, claimed: $10, computed: $25, reason: R }
    - { id: b, label: B, claimed: $5, reason: Unsaid }
  total: { claimed: $15 }
  checks:
    - { id: c, label: C, claimed: 30 calls/s, computed: rate, relation: at-most }
    - { id: d, label: D, claimed: 80 %, computed: 0.5, reason: R }
`;

describe('the page of claims', () => {
  const portfolio = portfolioOf({
    studies: { shop: { 'index.mdx': frontMatter({ name: 'Shop' }), 'claims.yaml': CLAIMS } },
  });
  const page = auditPage(portfolio);
  const [table] = page.studies[0]?.tables ?? [];

  it('counts verdicts, totals among them', () => {
    expect(page.counts.map(({ verdict, count }) => [verdict, count])).toEqual([
      ['holds', 2],
      ['differs', 0],
      ['inconsistent', 2],
      ['unchecked', 1],
    ]);
    expect(table?.counts).toBe('2 are confirmed, 2 are inconsistent, 1 cannot be checked');
  });

  it('leads to the study', () => {
    expect(page.studies[0]?.study).toEqual({ text: 'Shop', href: '/case-studies/shop/' });
  });

  it('shows figures, differences and what they rest on', () => {
    const rows = [...table!.lines, table!.total!, table!.corrected!, ...table!.checks];
    expect(
      rows.map(({ claimed, computed, difference, share }) => [
        claimed,
        computed,
        difference,
        share,
      ]),
    ).toEqual([
      ['$10', '$25', '+$15', '2.5 times as much'],
      ['$5', undefined, undefined, undefined],
      ['$15', '$15', undefined, undefined],
      ['$15', '$30', '+$15', '2 times as much'],
      ['30 calls/s', 'at most 40 calls/s', undefined, undefined],
      ['80\u00A0%', '50\u00A0%', '−30 points', undefined],
    ]);
    expect(rows.map(({ basis }) => basis[0])).toEqual([
      ...['$25', undefined, 'sum of the lines', undefined, 'rate', '0.5'],
    ]);
  });

  it('is empty where no study claims anything', () => {
    expect(auditPage(portfolioOf({})).studies).toEqual([]);
  });
});

it.each([
  [3000, '$', '$3,000'],
  [432.48, '$', '$432.48'],
  [0.0416, '$/hour', '$0.0416/hour'],
  [0.09, '$', '$0.09'],
  [-53, '$', '−$53'],
  [86e9, 'messages', '86\u00A0billion messages'],
  [33_333.33, 'messages/s', '33,333 messages/s'],
  [21.1634615385, 'x', '21.16\u00A0×'],
  [0.5, '', '0.5'],
  [1, 'changes', '1 change'],
  [1, 'queries', '1 query'],
  [1, 'connections/machine', '1 connection/machine'],
  [1, 'ms', '1\u00A0ms'],
  [1, 'class', '1 class'],
  [1.5, 'changes', '1.5 changes'],
])('%d %s is %s', (value, unit, text) => {
  expect(figureText({ value, unit })).toBe(text);
});
