import type { z } from 'zod';
import type { Path } from '#diagnostics/located.ts';
import { NAMES, type NamedKind } from './fields.ts';

/** A name in a list, and its place in that. */
export interface NamedPlace {
  readonly kind: NamedKind;
  /** As it is written; a decision's number as text. */
  readonly name: string;
  readonly path: Path;
}

/**
 * Everything that a value names, wherever it stands, as the value's schema says which of its parts are
 * names: a list declares nothing but its fields.
 */
export function* namesIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: Path = [],
): Iterable<NamedPlace> {
  if (value === undefined || value === null) return;
  const kind = NAMES.get(schema)?.kind;
  if (kind) {
    yield { kind, name: String(value), path };
    return;
  }
  const def: Parts = schema._zod.def;
  if (def.shape && typeof value === 'object') {
    for (const [key, inner] of Object.entries(def.shape)) {
      yield* namesIn(inner, Reflect.get(value, key), [...path, key]);
    }
  } else if (def.element && Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* namesIn(def.element, one, [...path, index]);
  } else if (def.valueType && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) {
      yield* namesIn(def.valueType, one, [...path, key]);
    }
  } else if (def.innerType) yield* namesIn(def.innerType, value, path);
}

/** The parts of a schema's definition that lead further in: objects, lists, records, and wrappings. */
interface Parts {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
}
