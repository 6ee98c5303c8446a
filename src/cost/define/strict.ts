import { didYouMean } from '#diagnostics/suggest.ts';
import { InvalidQuantity } from '../units/quantity.ts';
import { ModelFault } from './fault.ts';

/**
 * Quantities by name, as a model's functions are handed them. A name that is not there gives an
 * invalid quantity that says so, wherever it ends up, so that all of them are told at once.
 */
export function knownQuantities<T extends object>(kind: string, values: T): T {
  return guarded(kind, values, ({ message, hint }) => new InvalidQuantity(message, { hint }));
}

/** Anything else by name; a name that is not there stops the run, since nothing could stand for it. */
export function knownValues<T extends object>(kind: string, values: T): T {
  return guarded(kind, values, (fault) => {
    throw new ModelFault(fault);
  });
}

function guarded<T extends object>(
  kind: string,
  values: T,
  missing: (fault: { readonly message: string; readonly hint: string }) => unknown,
): T {
  return new Proxy(values, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key, receiver);
      const names = Object.keys(target);
      const all = names.length > 0 ? `There are ${names.join(', ')}.` : 'The model has none.';
      const hint = didYouMean(key, names) ?? all;
      return missing({ message: `There is no ${kind} \`${key}\`.`, hint });
    },
  });
}
