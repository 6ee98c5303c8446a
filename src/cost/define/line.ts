import type { DimensionId, UnitOfDimension } from '../prices/dimension-units.ts';
import type { Quantity } from '../units/quantity.ts';

/** A dimension that only the author's own price file knows. */
export interface OwnDimension<U extends string = string> {
  readonly id: string;
  readonly unit: U;
}

/** What is said about a line beside its quantity. */
export interface LineOptions<U extends string = string> {
  /** The size of each metered thing, where the provider bills it in increments of a size. */
  readonly payload?: Quantity<`kB/${U}`> | undefined;
  /** Why the line may rest on a service that new customers cannot buy. */
  readonly closedServiceBecause?: string | undefined;
}

/** One line of the bill, before it has a price. */
export interface Line {
  readonly description: string;
  readonly dimension: string;
  readonly quantity: Quantity;
  readonly payload?: Quantity | undefined;
  readonly closedServiceBecause?: string | undefined;
}

/** Names a dimension of `cost-models/prices.yaml` and the unit that it is metered in. */
export function ownDimension<const U extends string>(id: string, unit: U): OwnDimension<U> {
  return { id, unit };
}

/**
 * A line of the bill: what it is for, the dimension that is metered, and how much of it in a month.
 * The quantity has the dimension's unit, or the compiler refuses it.
 */
export function line<const D extends DimensionId>(
  description: string,
  dimension: D,
  quantity: Quantity<UnitOfDimension<D>>,
  options?: LineOptions<UnitOfDimension<D>>,
): Line;
export function line<const U extends string>(
  description: string,
  dimension: OwnDimension<U>,
  quantity: Quantity<NoInfer<U>>,
  options?: LineOptions<NoInfer<U>>,
): Line;
export function line(
  description: string,
  dimension: string | OwnDimension,
  quantity: Quantity,
  options: LineOptions = {},
): Line {
  const id = typeof dimension === 'string' ? dimension : dimension.id;
  return { description, dimension: id, quantity, ...options };
}
