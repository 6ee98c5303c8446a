import type { Quantity } from '../units/quantity.ts';

/** Every basis, by its name. */
export const BASES = ['estimate', 'given', 'documented', 'measured'] as const;

/**
 * What a driver's values rest on. `given`: a requirement or a decision of this design; `documented`:
 * a vendor's or a standard's figure; `measured`: by the author, in the system named in `why`;
 * `estimate`: everything else.
 */
export type Basis = (typeof BASES)[number];

/** How the drivers are set: all low, all likely, or all high. */
export type Scenario = 'low' | 'likely' | 'high';

/**
 * An assumption about users or the system: one number with its range and the reason for it. Word it
 * so that more of it costs more (misses of a cache, not hits), and the scenarios are ordered.
 */
export interface Driver<U extends string = string> {
  /** As a reader sees it: `Sessions of a user in a month`. */
  readonly label: string;
  readonly unit: U;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly basis: Basis;
  /** Why these values; for what was measured, where and when. */
  readonly why: string;
}

export type Drivers = Readonly<Record<string, Driver>>;

/** The drivers as a model's functions see them: one quantity each, as the scenario sets it. */
export type DriverQuantities<D extends Drivers> = {
  readonly [K in keyof D]: Quantity<D[K]['unit']>;
};

/** A decision that a model can be evaluated under either way, for break-even and what-if. */
export interface Choice<Option extends string = string> {
  readonly label: string;
  /** Option ids, unique over the model's choices, with their names for readers. */
  readonly options: Readonly<Record<Option, string>>;
  /** The option that the design took. */
  readonly taken: NoInfer<Option>;
}

export type Choices = Readonly<Record<string, Choice>>;

/** The option in force for each choice. */
export type Chosen<C extends Choices> = {
  readonly [K in keyof C]: keyof C[K]['options'] & string;
};
