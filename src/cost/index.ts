/** `archfolio/cost`: what a cost model is written with, and the questions it answers. */

export type { Basis, Choice, Driver, Scenario } from './define/driver.ts';
export { type Flow, flow, type NetworkUse, type Route } from './define/flow.ts';
export { type Limit, limit } from './define/limit.ts';
export { type Line, line, type OwnDimension, ownDimension } from './define/line.ts';
export {
  type Component,
  type CostModel,
  type CostModelSpec,
  defineCostModel,
} from './define/model.ts';
export { type Load, type Loads, type Sized, type SizeRow, sized } from './define/sized.ts';
export type { BreakEven, Crossing } from './engine/break-even.ts';
export type { Capacity } from './engine/capacity.ts';
export type { Curve, CurvePoint } from './engine/curve.ts';
export { evaluate } from './engine/evaluate.ts';
export type { Question, Setting } from './engine/options.ts';
export type {
  ComponentReport,
  LineReport,
  ModelReport,
  Part,
  ResourceReport,
  TierReport,
  Trust,
  UnitCost,
} from './engine/report.ts';
export type { Outcome } from './engine/run.ts';
export type { ExplainedStep, Explanation } from './explain/explain.ts';
export { busyProcessors, underWay } from './metering/compute.ts';
export { gbSeconds } from './metering/lambda.ts';
export {
  capacityUnits,
  type LoadBalancerUse,
  type NetworkBalancerUse,
  networkCapacityUnits,
} from './metering/load-balancer.ts';
export { defaultConnections } from './metering/postgres.ts';
export { type StreamUse, shards } from './metering/streams.ts';
export { type PriceBook, type PriceBookFile, priceBookOf } from './prices/book.ts';
export type { DimensionId } from './prices/dimension-units.ts';
export type { Commitment } from './prices/pricing.ts';
export { greatest, type Quantity, quantity, ratio, sum, total } from './units/quantity.ts';
