/**
 * A value with each text in it changed, in plain objects (keys, too), lists and maps. What has no text that
 * changes stays the same object, and so does what is of a class of its own.
 */
export function withTexts<Value>(value: Value, change: (text: string) => string): Value {
  return changed(value, change) as Value;
}

type Entry = readonly [key: unknown, value: unknown];

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const next = list.map((one) => changed(one, change));
    return next.every((one, at) => one === list[at]) ? list : next;
  }
  if (value instanceof Map) {
    const entries = changedEntries([...value], change);
    return entries ? new Map(entries) : value;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const entries = changedEntries(Object.entries(value), change);
  return entries ? Object.fromEntries(entries) : value;
}

function changedEntries(
  entries: readonly Entry[],
  change: (text: string) => string,
): [PropertyKey, unknown][] | undefined {
  let isSame = true;
  const next = entries.map(([key, one]): [PropertyKey, unknown] => {
    const entry: [PropertyKey, unknown] = [
      changed(key, change) as PropertyKey,
      changed(one, change),
    ];
    if (entry[0] !== key || entry[1] !== one) isSame = false;
    return entry;
  });
  return isSame ? undefined : next;
}
