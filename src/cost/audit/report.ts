/** An audit as pages and documents show it: amounts in dollars to the cent, other figures to twelve digits. */

/**
 * `holds`: within the tolerance; `differs`: from prices or a model; `inconsistent`: with the text's
 * own figures; `unchecked`: the text says too little to compute anything, and the reason says what.
 */
export type Verdict = 'holds' | 'differs' | 'inconsistent' | 'unchecked';

export const VERDICTS: readonly Verdict[] = ['holds', 'differs', 'inconsistent', 'unchecked'];

/** A number in a unit: `$`, `messages/s`, `%`; none for a plain number. */
export interface ShownFigure {
  readonly value: number;
  readonly unit: string;
}

/** A meter that stands behind a computed amount. */
export interface AuditedMeter {
  readonly dimension: string;
  readonly quantity: number;
  readonly unit: string;
  readonly monthly: number;
  /** The service cannot be bought any more: since when. */
  readonly closedSince?: string | undefined;
}

/** A claimed figure beside the computed one. */
export interface Comparison {
  readonly claimed: ShownFigure;
  readonly computed?: ShownFigure | undefined;
  /** Computed less claimed. */
  readonly difference?: ShownFigure | undefined;
  /** The difference as a share of the claimed figure; none where that is zero. */
  readonly share?: number | undefined;
  readonly verdict: Verdict;
  readonly reason?: string | undefined;
}

export interface AuditedClaim extends Comparison {
  readonly id: string;
  readonly label: string;
  readonly derived?: string | undefined;
  readonly relation: 'equal' | 'at-least' | 'at-most';
  /** The expression, or what a model was asked for. */
  readonly formula?: string | undefined;
  readonly meters?: readonly AuditedMeter[] | undefined;
}

/** The claimed total beside the sum of the claimed lines. */
export interface AuditedTotal extends Comparison {
  /** The sum of what was computed, and what unchecked lines claim. */
  readonly corrected: ShownFigure;
}

export interface AuditedFact {
  readonly name: string;
  /** As it was written. */
  readonly text: string;
  /** What an expression comes to. */
  readonly value?: ShownFigure | undefined;
}

export interface AuditedEstimate {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly region: string;
  readonly priceBook: string;
  readonly facts: readonly AuditedFact[];
  readonly lines: readonly AuditedClaim[];
  readonly checks: readonly AuditedClaim[];
  readonly total?: AuditedTotal | undefined;
}

/** How many claims have each verdict; a total counts as one. */
export function countVerdicts(
  estimates: readonly AuditedEstimate[],
): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { holds: 0, differs: 0, inconsistent: 0, unchecked: 0 };
  for (const { lines, checks, total } of estimates) {
    for (const { verdict } of [...lines, ...checks, ...(total ? [total] : [])]) counts[verdict]++;
  }
  return counts;
}
