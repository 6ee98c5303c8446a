/**
 * What was made of an input, by place, for a process that reads the same content again and again: an
 * edit of one file leaves what comes from the others as it was.
 */
export interface Memory<Value> {
  /**
   * The last value of a place, where its input is the same as then and the value still `holds`; else
   * what `make` gives.
   */
  of(place: string, input: string, make: () => Value, holds?: (value: Value) => boolean): Value;
}

/** A memory that knows nothing yet; it keeps one value a place. */
export function createMemory<Value>(): Memory<Value> {
  const known = new Map<string, { readonly input: string; readonly value: Value }>();
  return {
    of(place, input, make, holds = () => true) {
      const last = known.get(place);
      if (last && last.input === input && holds(last.value)) return last.value;
      const value = make();
      known.set(place, { input, value });
      return value;
    },
  };
}
