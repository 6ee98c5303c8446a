import { readAsked } from '../asked-state.ts';
import type { ModelCost } from '../costs.ts';

/** A model at the larger size in a region that has all its prices. */
interface RegionRow {
  readonly region: string;
  readonly monthly: number;
  /** Of it, on prices of low confidence: from 0 to 1. */
  readonly weak: number;
}

/** A region that cannot price a model, what it lacks, and how much of the bill that is elsewhere. */
interface RegionGapRow {
  readonly region: string;
  readonly lacking: readonly string[];
  readonly share: number;
}

/** A model in every region, its own first; those that cannot price it apart. */
export function regionRows(cost: ModelCost): {
  readonly rows: readonly RegionRow[];
  readonly gaps: readonly RegionGapRow[];
} {
  const { books = [], gaps = [] } = cost.answers.explorer() ?? {};
  const design = readAsked(cost).state;
  const others = books.flatMap(({ region }): RegionRow[] => {
    const there = cost.answers.compared(design, { ...design, region })?.after;
    if (!there || region === cost.region) return [];
    return [{ region, monthly: there.monthly, weak: there.trust.lowConfidence.share }];
  });
  const { large, region } = cost;
  const lines = large.components.flatMap((part) => part.lines);
  return {
    rows: [{ region, monthly: large.monthly, weak: large.trust.lowConfidence.share }, ...others],
    gaps: gaps.map(({ region: lacks, missing }) => {
      const spent = lines
        .filter(({ dimension }) => missing.includes(dimension))
        .reduce((sum, { monthly }) => sum + monthly, 0);
      const share = large.monthly > 0 ? spent / large.monthly : 0;
      return { region: lacks, lacking: missing, share };
    }),
  };
}
