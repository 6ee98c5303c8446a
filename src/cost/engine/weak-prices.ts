import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { finding } from '../codes.ts';
import type { PriceBook } from '../prices/book.ts';
import { trustOf } from '../prices/trust.ts';
import { formatCount } from '../report/figures.ts';
import type { LineReport, ModelReport } from './report.ts';

/** The most prices that a finding names. */
const NAMED = 5;

/**
 * What of a total rests on prices of low confidence, or on old ones, where that is more than the author
 * accepts: a warning each, with the dearest of them.
 */
export function weakPrices(report: ModelReport, book: PriceBook, users: number): Diagnostic[] {
  const { oldAfterMonths, warnAbove } = trustOf(book);
  const age = oldAfterMonths === 1 ? 'a month' : `${oldAfterMonths} months`;
  const lines = report.components.flatMap((component) => component.lines);
  const { lowConfidence, old } = report.trust;
  const weak = [
    {
      share: lowConfidence.share,
      what: 'of low confidence',
      of: lines.filter(({ confidence }) => confidence === 'low'),
    },
    {
      share: old.share,
      what: `more than ${age} older than their book`,
      of: lines.filter((line) => line.old),
    },
  ];
  return weak
    .filter(({ share }) => share > warnAbove)
    .map(({ share, what, of }) => {
      const message = `${report.title}: ${(share * 100).toFixed(1)} % of the total at ${formatCount(users)} users rests on prices ${what}: ${dearest(of)}.`;
      const hint =
        'Give better ones in cost-models/prices.yaml, or say there what is accepted: `trust: { warnAbove: 0.5 }`.';
      return finding('cost-prices-weak', message, undefined, { hint });
    });
}

function dearest(lines: readonly LineReport[]): string {
  const sorted = lines.toSorted((a, b) => b.monthly - a.monthly);
  const ids = [...new Set(sorted.map(({ dimension }) => dimension))];
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
  return `${ids.slice(0, NAMED).join(', ')}${more}`;
}
