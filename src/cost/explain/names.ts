import type { CostModel, ModelRun } from '../define/model.ts';
import type { Quantity } from '../units/quantity.ts';

/** What a named quantity is in the argument of a model. */
export type StepKind = 'users' | 'driver' | 'demand' | 'sizing' | 'given' | 'line';

/** A quantity that readers know by a name. */
interface NamedQuantity {
  readonly name: string;
  readonly kind: StepKind;
  /** The reason for a driver's values, or what decides a size. */
  readonly why?: string | undefined;
}

/** The name of a quantity of a run, where it has one. */
export type Namer = (quantity: Quantity) => NamedQuantity | undefined;

/** Names by where quantities stand in the model: users, drivers, demand, resources. */
export function namerOf(model: CostModel, run: ModelRun): Namer {
  const demand = new Map(Object.entries(run.demand).map(([name, item]) => [item, words(name)]));
  const resources = new Map(Object.values(run.sizing).map((item) => [item.plan, item]));
  const sizes = new Map(
    [...resources.values()].flatMap(({ count, quiet, label, size, binds }) => {
      const why = binds === undefined ? `${size}, the least there is` : `${size}, ${binds} decides`;
      return [
        [count, { name: label, kind: 'sizing', why } satisfies NamedQuantity],
        [quiet, { name: `${label} in quiet hours`, kind: 'sizing' } satisfies NamedQuantity],
      ] as const;
    }),
  );
  return (quantity) => {
    const { op, note } = quantity;
    if (op === 'users') return { name: 'users', kind: 'users', why: model.user };
    if (op === 'driver') {
      const driver = model.drivers[note ?? ''];
      return { name: driver?.label ?? words(note ?? ''), kind: 'driver', why: driver?.why };
    }
    const name = demand.get(quantity);
    if (name !== undefined) return { name, kind: 'demand' };
    const size = sizes.get(quantity);
    if (size) return size;
    if (note !== undefined) return { name: note, kind: op === 'given' ? 'given' : 'demand' };
    return undefined;
  };
}

/** `catalogueCalls` as words: `catalogue calls`; `api` is written large. */
export function words(name: string): string {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.replace(/\bapi\b/g, 'API');
}
