/** Something that is wrong with a model, before anybody looks for its place in the file. */
export interface Fault {
  readonly message: string;
  readonly hint?: string | undefined;
  /** The properties that lead there: `components`, `web`, `lines`; none for a call. */
  readonly path?: readonly string[] | undefined;
}

/**
 * Stops a run whose next step could not begin. It is thrown below the author's code, so that the
 * stack holds the author's line, and becomes diagnostics where the run was started.
 */
export class ModelFault extends Error {
  readonly faults: readonly Fault[];

  constructor(...faults: readonly Fault[]) {
    super(faults.map(({ message }) => message).join(' '));
    this.faults = faults;
  }
}

/** By its shape, not its class: a model may have been loaded with another copy of this module. */
export function faultsOf(error: unknown): readonly Fault[] | undefined {
  return error instanceof Error && 'faults' in error
    ? (error.faults as readonly Fault[])
    : undefined;
}

/** Whether a value has properties: not a list, not a function, not nothing. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a sentence names it: `undefined`, `'guess'`, `a list`. */
export function described(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
