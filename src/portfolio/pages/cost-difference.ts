import type { ComponentDiff } from '#cost/engine/diff.ts';
import { circumstances } from '#cost/explore/words.ts';
import { readAsked } from '../asked-state.ts';
import type { ModelCost } from '../costs.ts';

/** A component on both sides, and why it costs other than before. */
export interface DifferenceRow {
  readonly title: string;
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** `quantities +$120, prices +$30`; nothing where a line has another meter, or none before. */
  readonly why: { readonly byQuantity: number; readonly byPrice: number } | undefined;
}

/** A model in two states, part by part. */
export interface DifferenceTable {
  /** `At 100,000 users in us-east-1, on demand, with likely drivers.` */
  readonly from: string;
  readonly to: string;
  readonly rows: readonly DifferenceRow[];
  /** What the parts that cost the same come to. */
  readonly same: number;
  readonly total: Omit<DifferenceRow, 'title' | 'why'>;
  readonly share: number | null;
  /** Of the total after it, on prices of low confidence: from 0 to 1. */
  readonly weak: number;
}

/** A model from one state to another; none where it stops at one of them, or has no price there. */
export function differenceTable(
  cost: ModelCost,
  asked: { readonly from?: string | undefined; readonly to: string },
): DifferenceTable | undefined {
  const [from, to] = [readAsked(cost, asked.from).state, readAsked(cost, asked.to).state];
  const compared = cost.answers.compared(from, to);
  if (!compared) return undefined;
  const { before, after, difference, share, components } = compared.diff;
  const { choices } = cost.parameters;
  return {
    from: circumstances(from, choices),
    to: circumstances(to, choices),
    rows: components.filter((part) => part.difference !== 0).map(rowOf),
    same: components.reduce((sum, part) => sum + (part.difference === 0 ? part.after : 0), 0),
    total: { before, after, difference },
    share,
    weak: compared.after.trust.lowConfidence.share,
  };
}

function rowOf({ title, before, after, difference, lines }: ComponentDiff): DifferenceRow {
  const isSplit = lines.every(({ byQuantity }) => byQuantity !== undefined);
  const sum = (part: 'byQuantity' | 'byPrice') =>
    lines.reduce((all, line) => all + Math.round((line[part] ?? 0) * 100), 0) / 100;
  const why = { byQuantity: sum('byQuantity'), byPrice: sum('byPrice') };
  return { title, before, after, difference, why: isSplit ? why : undefined };
}
