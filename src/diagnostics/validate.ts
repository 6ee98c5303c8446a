import type { z } from 'zod';
import type { Diagnostic, DiagnosticDetail } from './diagnostic.ts';
import type { Located, Path } from './located.ts';
import { didYouMean, meant, suggest } from './suggest.ts';

/** What validating needs to word a stage's findings under its own code. */
export type Report = (
  message: string,
  span: ReturnType<Located['spanOf']>,
  detail: Pick<DiagnosticDetail, 'hint' | 'rename'>,
) => Diagnostic;

/** A checked value, or everything that is wrong with it. */
export type Validated<T> =
  | { readonly value: T; readonly diagnostics: readonly [] }
  | { readonly value: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Checks a located value against a schema: every issue becomes a diagnostic at the line and column of
 * its own part, unknown keys with a suggestion.
 */
export function validate<Schema extends z.ZodType>(
  located: Located,
  schema: Schema,
  report: Report,
): Validated<z.output<Schema>> {
  const result = schema.safeParse(located.value);
  if (result.success) return { value: result.data, diagnostics: [] };
  const { issues } = result.error;
  const unknown = issues.flatMap((issue) => unkeysOf(issue, located, schema));
  // A key that is missing because it is mistyped is found as that, and once.
  const mistyped = new Set(unknown.map(({ stands }) => stands));
  const diagnostics = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      if (mistyped.has(dotPath(issue.path))) return [];
      const isKey = issue.code === 'invalid_key';
      const span = isKey ? located.keySpanOf(issue.path) : located.spanOf(issue.path);
      return [report(wording(issue, located), span, hintOf(issue, located))];
    }
    return unknown
      .filter((one) => one.issue === issue)
      .map(({ path, detail }) =>
        report(`\`${dotPath(path)}\` is not a known key.`, located.keySpanOf(path), detail),
      );
  });
  return { value: undefined, diagnostics };
}

/** A key that the schema does not have. */
interface UnknownKey {
  readonly issue: z.core.$ZodIssue;
  readonly path: Path;
  /** The path of the key that was most likely meant. */
  readonly stands: string | undefined;
  readonly detail: Parameters<Report>[2];
}

function unkeysOf(
  issue: z.core.$ZodIssue,
  located: Located,
  schema: z.core.$ZodType,
): UnknownKey[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = keysOf(schema, issue.path);
  const given = valueAt(located.value, issue.path);
  const free = known.filter((key) => valueAt(given, [key]) === undefined);
  return issue.keys.map((key) => {
    const wanted = suggest(key, free);
    const all = known.length > 0 ? { hint: `Known keys: ${known.join(', ')}.` } : {};
    const { hint, rename } = meant(key, known);
    const mends = rename !== undefined && rename.to === wanted;
    return {
      issue,
      path: [...issue.path, key],
      stands: wanted && dotPath([...issue.path, wanted]),
      detail: { ...all, ...(hint && { hint }), ...(mends && { rename }) },
    };
  });
}

function wording(issue: z.core.$ZodIssue, located: Located): string {
  const { path } = issue;
  const start = path.length === 0 ? 'This' : `\`${dotPath(path)}\``;
  return `${start}: ${wordsFor(issue, valueAt(located.value, path))}.`;
}

/** What is wrong, in words that need no knowledge of the library that found it. */
function wordsFor(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `${kindCalled(issue.expected)} is missing`
        : `this is ${kindOf(value)}, and ${kindCalled(issue.expected)} is due`;
    case 'invalid_value': {
      const values = issue.values.map((one) => `\`${String(one)}\``);
      if (value === undefined) return `it is missing; it takes ${values.join(', ')}`;
      return `\`${String(value)}\` is not one of ${values.join(', ')}`;
    }
    case 'too_small':
      if (issue.origin === 'string') return 'it is empty';
      if (issue.origin === 'array') return `at least ${issue.minimum} is due`;
      return `it must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return `it must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    case 'invalid_key': {
      const [why] = issue.issues;
      return `the key does not fit${why ? `: ${wordsFor(why, issue.path.at(-1))}` : ''}`;
    }
    default:
      return issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '');
  }
}

function hintOf(issue: z.core.$ZodIssue, located: Located): { readonly hint?: string } {
  if (issue.code === 'custom') {
    const own: unknown = issue.params?.hint;
    return typeof own === 'string' ? { hint: own } : {};
  }
  if (issue.code !== 'invalid_value') return {};
  const value = valueAt(located.value, issue.path);
  const hint = typeof value === 'string' ? didYouMean(value, issue.values.map(String)) : undefined;
  return hint ? { hint } : {};
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function kindCalled(expected: string): string {
  return KINDS[expected] ?? `a value of the kind ${expected}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return KINDS.array ?? '';
  if (value instanceof Date) return 'a date';
  if (typeof value === 'number' && !Number.isInteger(value)) return 'a number with a fraction';
  if (typeof value === 'boolean') return `\`${value}\``;
  return KINDS[typeof value] ?? typeof value;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null
        ? (at as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}

/** `metrics[0].value` */
export function dotPath(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return index === 0 ? String(step) : `.${String(step)}`;
    })
    .join('');
}

/** The keys that an object at a path of a schema may have; none where it is no plain object. */
export function keysOf(schema: z.core.$ZodType, path: Path): string[] {
  const def = schema._zod.def as Definition;
  switch (def.type) {
    case 'object': {
      const shape = def.shape ?? {};
      const [step, ...rest] = path;
      if (step === undefined) return Object.keys(shape);
      const inner = shape[String(step)];
      return inner ? keysOf(inner, rest) : [];
    }
    case 'array':
      return def.element ? keysOf(def.element, path.slice(1)) : [];
    case 'record':
      return def.valueType ? keysOf(def.valueType, path.slice(1)) : [];
    default:
      return def.innerType ? keysOf(def.innerType, path) : [];
  }
}

/** The parts of a schema's definition that lead further in. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
}
