import type { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import type { Located, Path } from './located.ts';
import { didYouMean } from './suggest.ts';

/** What validating needs to word a stage's findings under its own code. */
export type Report = (
  message: string,
  span: ReturnType<Located['spanOf']>,
  detail: { readonly hint?: string },
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
  const diagnostics = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => {
          const known = knownKeys(schema, issue.path);
          const hint = didYouMean(key, known) ?? `Known keys: ${known.join(', ')}.`;
          return report(
            `\`${dotPath([...issue.path, key])}\` is not a known key.`,
            located.keySpanOf([...issue.path, key]),
            known.length > 0 ? { hint } : {},
          );
        })
      : [report(wording(issue), located.spanOf(issue.path), {})],
  );
  return { value: undefined, diagnostics };
}

function wording({ path, message }: z.core.$ZodIssue): string {
  const words = message.replace(/^Invalid input: /, '').replace(/\.$/, '');
  const start = path.length === 0 ? 'This' : `\`${dotPath(path)}\``;
  return `${start}: ${words}.`;
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
function knownKeys(schema: z.core.$ZodType, path: Path): string[] {
  const def = schema._zod.def as Definition;
  switch (def.type) {
    case 'object': {
      const shape = def.shape ?? {};
      const [step, ...rest] = path;
      if (step === undefined) return Object.keys(shape);
      const inner = shape[String(step)];
      return inner ? knownKeys(inner, rest) : [];
    }
    case 'array':
      return def.element ? knownKeys(def.element, path.slice(1)) : [];
    case 'record':
      return def.valueType ? knownKeys(def.valueType, path.slice(1)) : [];
    default:
      return def.innerType ? knownKeys(def.innerType, path) : [];
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
