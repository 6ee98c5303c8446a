/**
 * A value with each text in it changed, in plain objects (keys, too), lists and maps. What has no text that
 * changes stays the same object, and so does what is of a class of its own.
 */
export function withTexts<Value>(value: Value, change: (text: string) => string): Value {
  return (changes(value, change) ? changed(value, change) : value) as Value;
}

/** Whether a text in a value changes. Nearly none does, so that nothing is made to find that out. */
function changes(value: unknown, change: (text: string) => string): boolean {
  if (typeof value === 'string') return change(value) !== value;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => changes(one, change));
  if (value instanceof Map)
    return value.entries().some(([key, one]) => changes(key, change) || changes(one, change));
  if (!isPlain(value)) return false;
  for (const [key, one] of Object.entries(value))
    if (change(key) !== key || changes(one, change)) return true;
  return false;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (!changes(value, change)) return value;
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  if (value instanceof Map)
    return new Map([...value].map(([key, one]) => [changed(key, change), changed(one, change)]));
  const entries = Object.entries(value ?? {});
  return Object.fromEntries(entries.map(([key, one]) => [change(key), changed(one, change)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
