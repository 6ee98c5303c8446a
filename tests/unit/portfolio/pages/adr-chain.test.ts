import { describe, expect, it } from 'vitest';
import { chainOf } from '#portfolio/pages/adr-chain.ts';
import { portfolioOf, recordOf } from '../../../support/portfolios.ts';

const record = (title: string, date: string, status: string) =>
  `# ${title}\n\nDate: ${date}\n\n## Status\n\n${status}\n`;

const portfolio = portfolioOf({
  adrs: {
    '0001-a.md': record('1. A', '2026-01-01', 'Superseded by [2. B](0002-b.md)'),
    '0002-b.md': record(
      '2. B',
      '2026-02-02',
      'Accepted\n\nSupersedes [1. A](0001-a.md)\n\nAmended by [3. C](0003-c.md)\n\nRelates to [4. D](0004-d.md)',
    ),
    '0003-c.md': record('3. C', '2026-03-03', 'Proposed\n\nAmends [2. B](0002-b.md)'),
    '0004-d.md': record(
      '4. D',
      '2026-04-04',
      'Accepted\n\nPartly supersedes [2. B](0002-b.md)\n\nSupersedes [9. None](0009-none.md)',
    ),
  },
});
const chain = (number: number) => chainOf(portfolio, recordOf(portfolio, number));
const told = (number: number) => {
  const { before, after } = chain(number);
  const line = ({ link, verb, statusLabel, date, holds }: (typeof before)[number]) =>
    `${verb}: ${link.text}, ${statusLabel}, ${date}${holds ? '' : ', gone'}`;
  return { before: before.map(line), after: after.map(line) };
};

describe('the chain of a record', () => {
  it('has what it replaced before it, and what changed it after it', () => {
    expect(told(2)).toEqual({
      before: ['superseded by: 0001 A, Superseded, 2026-02-02, gone'],
      after: [
        'partly superseded by: 0004 D, Accepted, 2026-04-04',
        'amended by: 0003 C, Proposed, 2026-03-03',
      ],
    });
  });

  it.each([
    [1, [], ['superseded by: 0002 B, Accepted, 2026-02-02, gone']],
    [3, ['amended by: 0002 B, Accepted, 2026-02-02'], []],
    [4, ['partly superseded by: 0002 B, Accepted, 2026-02-02'], []],
  ])('is told from record %i', (number, before, after) => {
    expect(told(number)).toEqual({ before, after });
  });

  it('leads to the pages of the others', () => {
    expect(chain(1).after[0]?.link.href).toBe('/adrs/0002-b/');
  });
});
