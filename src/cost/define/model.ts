import { didYouMean } from '#diagnostics/suggest.ts';
import { type Quantity, stated } from '../units/quantity.ts';
import { checkSpec } from './check-spec.ts';
import { checkComponent, checkDemand, checkFlow, checkSizing, step } from './check-steps.ts';
import type { Choices, Chosen, DriverQuantities, Drivers } from './driver.ts';
import { type Fault, isRecord, ModelFault } from './fault.ts';
import { type Flow, type NetworkUse, networkUse } from './flow.ts';
import type { Limit } from './limit.ts';
import type { Line } from './line.ts';
import type { Sized } from './sized.ts';
import { knownQuantities, knownValues } from './strict.ts';

/** A part of the system and what it costs. */
export interface Component {
  /** The identifier of the workspace element that the spend is shown on. */
  readonly element: string;
  readonly title: string;
  /** Where a chart puts parts of a kind together: `Services`, `Database`. */
  readonly group?: string | undefined;
  /** Its share of the bill, by a short name each; empty for what costs nothing. */
  readonly lines: Readonly<Record<string, Line>>;
  /** The resources that belong to it: their sizes and limits are shown with it. */
  readonly runs?: readonly Sized[] | undefined;
  /** Limits that are not a matter of size. */
  readonly limits?: Readonly<Record<string, Limit>> | undefined;
  /** What a reader should know about these figures. */
  readonly note?: string | undefined;
}

type Demand = Readonly<Record<string, Quantity>>;
type Sizing = Readonly<Record<string, Sized>>;
type Flows = Readonly<Record<string, Flow>>;

interface Given<D extends Drivers, C extends Choices> {
  /** Users in the month. What a user is, the model says in `user`. */
  readonly users: Quantity<'user'>;
  readonly drivers: DriverQuantities<D>;
  readonly choices: Chosen<C>;
}

/** A cost model as its author writes it: one argument in five steps, each resting on the last. */
export interface CostModelSpec<
  D extends Drivers,
  C extends Choices,
  T extends Demand,
  S extends Sizing,
> {
  /** The name in the command line and in addresses: lower case and dashes. */
  readonly id: string;
  readonly title: string;
  /** The identifier of the software system in the workspace. */
  readonly system: string;
  /** What counts as one user. */
  readonly user: string;
  /** What a reader might expect in the total and does not find there. */
  readonly leavesOut?: string | undefined;
  /** How many availability zones traffic is spread over. */
  readonly zones?: number | undefined;
  /** 1. What is assumed, with ranges and reasons. */
  readonly drivers: D;
  /** Decisions that the model can be evaluated under either way. */
  readonly choices?: C | undefined;
  /** 2. What users and drivers ask of the system in a month. */
  readonly demand: (given: Given<D, C>) => T;
  /** 3. What is bought in steps, at the size that the demand asks for. */
  readonly sizing: (given: Given<D, C> & { readonly demand: T }) => S;
  /** 4. Data that moves between elements. */
  readonly flows?:
    | ((given: Given<D, C> & { readonly demand: T; readonly sizing: S }) => Flows)
    | undefined;
  /** 5. What each part of the system is billed for. */
  readonly components: (
    given: Given<D, C> & { readonly demand: T; readonly sizing: S; readonly network: NetworkUse },
  ) => Readonly<Record<string, Component>>;
  /** Quantities of the demand that a cost is given for: per order, per request. */
  readonly perUnit?: readonly (keyof T & string)[] | undefined;
}

/** What a model is run with. */
export interface ModelInput {
  readonly users: number;
  /** A value for each driver. */
  readonly drivers: Readonly<Record<string, number>>;
  /** An option for each choice. */
  readonly choices: Readonly<Record<string, string>>;
}

/** What a run of a model gives: its five steps with their quantities. */
export interface ModelRun {
  readonly demand: Demand;
  readonly sizing: Sizing;
  readonly flows: Flows;
  readonly network: NetworkUse;
  readonly components: Readonly<Record<string, Component>>;
}

/** A cost model as the engine sees it. */
export interface CostModel {
  readonly kind: 'cost-model';
  readonly id: string;
  readonly title: string;
  readonly system: string;
  readonly user: string;
  readonly leavesOut: string | undefined;
  readonly drivers: Drivers;
  readonly choices: Choices;
  readonly perUnit: readonly string[];
  /** What is wrong with the definition itself; a model with faults is not run. */
  readonly faults: readonly Fault[];
  /** Runs the five steps. It throws what the author's functions throw. */
  readonly run: (input: ModelInput, from?: Partial<Origins>) => ModelRun;
}

/** Where a run takes its quantities from, when these are worked out themselves: of the same values. */
export interface Origins {
  readonly users: Quantity<'user'>;
  readonly drivers: Readonly<Record<string, Quantity>>;
}

/**
 * Defines a cost model: users and drivers give demand, demand gives sizes, both give lines of a
 * bill. The functions are pure, so that the model runs at build time, in a terminal and in the
 * browser alike.
 */
export function defineCostModel<
  const D extends Drivers,
  T extends Demand,
  S extends Sizing,
  const C extends Choices = Record<never, never>,
>(spec: CostModelSpec<D, C, T, S>): CostModel {
  const faults = checkSpec(spec);
  // Whoever writes JavaScript, or has not finished writing, gives anything at all.
  const { id, title, system, user, leavesOut, choices, perUnit = [], zones = 3 } = given(spec);
  const drivers = isRecord(spec?.drivers) ? spec.drivers : ({} as D);
  return {
    kind: 'cost-model',
    id: text(id),
    title: text(title),
    system: text(system),
    user: text(user),
    leavesOut,
    drivers,
    choices: isRecord(choices) ? choices : {},
    perUnit: Array.isArray(perUnit) ? perUnit : [],
    faults,
    run: (input, from = {}) => {
      const { users = stated(input.users, 'user', 'users') } = from;
      const own = quantities(drivers, input.drivers);
      const asked: Given<D, C> = {
        users,
        drivers: knownQuantities('driver', { ...own, ...from.drivers }),
        choices: knownValues('choice', input.choices as Chosen<C>),
      };
      const demand = step('demand', spec.demand(toFunction(asked)), checkDemand);
      checkPerUnit(perUnit, demand);
      const withDemand = { ...asked, demand: knownQuantities('demand', demand) };
      const sizing = step('sizing', spec.sizing(toFunction(withDemand)), checkSizing);
      const withSizing = { ...withDemand, sizing: knownValues('resource', sizing) };
      const flows = step('flows', spec.flows?.(toFunction(withSizing)) ?? {}, checkFlow);
      const network = networkUse(Object.values(flows), zones);
      const all = { ...withSizing, network: knownQuantities('network use', network) };
      const components = step('components', spec.components(toFunction(all)), checkComponent);
      return { demand, sizing, flows, network, components };
    },
  };
}

/** What a function of the model is handed: a word that is not among it is told. */
function toFunction<T extends object>(all: T): T {
  return knownValues('argument', all);
}

function given<T extends object>(spec: T): Partial<T> {
  return isRecord(spec) ? spec : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function checkPerUnit(names: readonly string[], demand: Demand): void {
  const faults = names
    .filter((name) => !Object.hasOwn(demand, name))
    .map((name) => ({
      message: `\`perUnit\` names \`${name}\`, which the demand does not have.`,
      hint: didYouMean(name, Object.keys(demand)),
      path: ['perUnit'],
    }));
  if (faults.length > 0) throw new ModelFault(...faults);
}

function quantities<D extends Drivers>(
  drivers: D,
  values: Readonly<Record<string, number>>,
): DriverQuantities<D> {
  const entries = Object.entries(drivers).map(([name, { unit }]) => [
    name,
    stated(values[name] ?? Number.NaN, unit, 'driver', name),
  ]);
  return Object.fromEntries(entries);
}
