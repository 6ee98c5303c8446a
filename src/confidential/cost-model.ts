import type { Choice, Driver } from '#cost/define/driver.ts';
import type { Flow } from '#cost/define/flow.ts';
import type { Limit } from '#cost/define/limit.ts';
import type { Component, CostModel, ModelRun } from '#cost/define/model.ts';
import type { Sized } from '#cost/define/sized.ts';
import { type Quantity, stated } from '#cost/units/quantity.ts';
import { degreeOf } from './degree.ts';
import { type Disguise, renamedData } from './disguise.ts';

/**
 * A cost model under other names, whose users, quantities and limits are the ratio of what they were. The
 * author's code runs as it is, for as many users as there really are; what it gives is multiplied. With a
 * price book whose steps are multiplied too, every amount is the ratio of what it was, to the cent of its
 * line, and every price of one and every cost of a user stays.
 */
export function disguisedModel(model: CostModel, disguise: Disguise): CostModel {
  const { ratio, rename } = disguise;
  const named = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [rename(name), change(one)]));
  return {
    kind: 'cost-model',
    faults: model.faults,
    id: rename(model.id),
    title: rename(model.title),
    system: rename(model.system),
    user: rename(model.user),
    leavesOut: model.leavesOut === undefined ? undefined : rename(model.leavesOut),
    drivers: named(model.drivers, (driver) => disguisedDriver(driver, disguise)),
    choices: named(model.choices, (choice): Choice => renamedData(choice, rename)),
    perUnit: model.perUnit.map(rename),
    run(input) {
      const users = stated(input.users, 'user', 'users').times(1 / ratio);
      const drivers = Object.entries(model.drivers).map(([name, { unit }]) => {
        const shown = rename(name);
        const own = stated(input.drivers[shown] ?? Number.NaN, unit, 'driver', shown);
        return [name, multiplied(own, 1 / ratio)] as const;
      });
      const choices = Object.entries(model.choices).map(([name, { options }]) => {
        const shown = input.choices[rename(name)];
        return [name, Object.keys(options).find((option) => rename(option) === shown) ?? ''];
      });
      const values = drivers.map(([name, { value }]) => [name, value]);
      const asked = {
        users: users.value,
        drivers: Object.fromEntries(values),
        choices: Object.fromEntries(choices),
      };
      const from = { users, drivers: Object.fromEntries(drivers) };
      return disguisedRun(model.run(asked, from), disguise);
    },
  };
}

function disguisedDriver(driver: Driver, { ratio, rename }: Disguise): Driver {
  const [num = '', den] = driver.unit.split('/');
  const factor = ratio ** degreeOf(num, den);
  const { low, likely, high } = driver;
  return {
    ...driver,
    label: rename(driver.label),
    why: rename(driver.why),
    low: low * factor,
    likely: likely * factor,
    high: high * factor,
  };
}

function disguisedRun(run: ModelRun, { ratio, rename }: Disguise): ModelRun {
  const times = <U extends string>(quantity: Quantity<U>) => multiplied(quantity, ratio);
  const named = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [rename(name), change(one)]));
  const limitOf = (limit: Limit): Limit => ({
    ...limit,
    what: rename(limit.what),
    fix: rename(limit.fix),
    used: times(limit.used),
    limit: times(limit.limit),
  });
  const known = new Map<Sized, Sized>();
  // A resource is the same one in the sizing and in the part that runs it.
  const sizedOf = (sized: Sized): Sized => {
    const found = known.get(sized) ?? {
      ...sized,
      label: rename(sized.label),
      size: rename(sized.size),
      binds: sized.binds === undefined ? undefined : rename(sized.binds),
      count: times(sized.count),
      quiet: times(sized.quiet),
      running: times(sized.running),
      limits: named(sized.limits, limitOf),
    };
    known.set(sized, found);
    return found;
  };
  const componentOf = (component: Component): Component => ({
    element: rename(component.element),
    title: rename(component.title),
    ...(component.group !== undefined && { group: rename(component.group) }),
    ...(component.note !== undefined && { note: rename(component.note) }),
    ...(component.runs && { runs: component.runs.map(sizedOf) }),
    ...(component.limits && { limits: named(component.limits, limitOf) }),
    lines: named(component.lines, (line) => ({
      ...line,
      description: rename(line.description),
      dimension: rename(line.dimension),
      quantity: line.quantity.times(ratio),
    })),
  });
  const { network } = run;
  return {
    demand: named(run.demand, times),
    sizing: named(run.sizing, sizedOf),
    flows: named(
      run.flows,
      (flow): Flow => ({
        ...flow,
        from: rename(flow.from),
        to: rename(flow.to),
        sent: flow.sent && times(flow.sent),
        returned: flow.returned && times(flow.returned),
      }),
    ),
    network: {
      betweenZones: times(network.betweenZones),
      nat: times(network.nat),
      endpoint: times(network.endpoint),
      internetOut: times(network.internetOut),
    },
    components: named(run.components, componentOf),
  };
}

/** A quantity times the ratio as often as its unit counts; a rate over users the other way around. */
function multiplied<U extends string>(quantity: Quantity<U>, ratio: number): Quantity<U> {
  const degree = degreeOf(quantity.num.replace(/-(?:hour|month)$/, ''), quantity.den);
  return degree === 0 ? quantity : quantity.times(ratio ** degree);
}
