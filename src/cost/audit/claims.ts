/** What a text claims, as `claims.yaml` holds it. Figures and expressions are texts, read by the audit. */

/** A total or a part of it that the price book or a cost model is asked for. */
export interface ModelFigure {
  /** The study's own model where it is not named. */
  readonly id?: string | undefined;
  readonly users: number;
  readonly component?: string | undefined;
  /** `database.storage` */
  readonly line?: string | undefined;
}

/** One figure of a text, and what it is held against: at most one of `computed`, `meters` and `model`. */
export interface Claim {
  readonly id: string;
  readonly label: string;
  /** How the text came to the figure. */
  readonly derived?: string | undefined;
  /** `$3,000`, `33,000 messages/s`, `21.2 x`. */
  readonly claimed: string;
  /** An expression over figures of the file: `devices / interval`. */
  readonly computed?: string | undefined;
  /** Quantities of a month by dimension, priced together. */
  readonly meters?: Readonly<Record<string, string>> | undefined;
  readonly model?: ModelFigure | undefined;
  /** What the claimed figure must be, seen from the computed one. */
  readonly relation: Relation;
  /** A share of the claimed figure, `5 %`; `rounding`: half of its last digit. */
  readonly tolerance?: string | undefined;
  /** Why they differ, in the author's words; or why nothing can be computed. */
  readonly reason?: string | undefined;
}

export type Relation = 'equal' | 'at-least' | 'at-most';

/** The claims of one text that belong together, such as the lines of an estimate. */
export interface Estimate {
  readonly id: string;
  readonly title: string;
  /** Which text claims it, and where in it. */
  readonly source: string;
  /** Whose prices; the portfolio's region where it is not given. */
  readonly region?: string | undefined;
  readonly tolerance: string;
  /** Figures that the text starts from, by name: a figure, or an expression of others. */
  readonly facts: Readonly<Record<string, string>>;
  /** What adds up to the total. */
  readonly lines: readonly Claim[];
  /** What does not: quantities, capacities, ratios. */
  readonly checks: readonly Claim[];
  readonly total?:
    | { readonly claimed: string; readonly tolerance: string; readonly reason?: string | undefined }
    | undefined;
}
