import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { finding } from '../codes.ts';
import { faultsOf } from './fault.ts';
import { locateCall, locateName, locateProperty, locateStack, locateText } from './locate.ts';
import { MODEL_WORDS } from './words.ts';

/** What models import. */
const ENTRY = 'archfolio/cost';

/**
 * Findings for what the author's code threw, or what was thrown because of it. `what` begins the
 * sentence: `The model does not load`. `inStack` finds the place of a stack in other files.
 */
export function threw(
  error: unknown,
  what: string,
  source: Source | undefined,
  inStack: (stack: string) => Span | undefined = (stack) => locateStack(source, stack),
): Diagnostic[] {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const file = source?.name;
  const faults = faultsOf(error);
  if (faults) {
    return faults.map((fault) => {
      const span = fault.path ? locateProperty(source, ...fault.path) : inStack(stack);
      return finding('cost-model-invalid', fault.message, span ?? locateCall(source), {
        hint: fault.hint,
        file,
      });
    });
  }
  const place = inStack(stack);
  const known = languageFault(message, source) ?? importFault(message, source, place);
  const { text = message, hint, span = place } = known ?? {};
  return [finding('cost-model-threw', `${what}: ${text}`, span, { hint, file })];
}

/** A fault in better words than Node's, where there are any. */
interface Known {
  readonly text?: string;
  readonly hint?: string | undefined;
  readonly span?: Span | undefined;
}

/** What Node runs elsewhere, and not in a model. */
function languageFault(message: string, source: Source | undefined): Known | undefined {
  if (/top-level await/.test(message)) {
    const text = 'it, or what it imports, waits with an `await` outside of any function.';
    const span = locateName(source, 'await');
    return { text, hint: 'A model is worked out at once, from numbers alone.', span };
  }
  const [, what] =
    /^TypeScript (.+?) (?:is|are) not supported in strip-only mode/.exec(message) ?? [];
  if (what === undefined) return undefined;
  const hint = 'Node leaves out types and compiles nothing: write it as JavaScript would have it.';
  return { hint };
}

/** What is wrong with an import, if that is it: Node names neither the place nor the remedy. */
function importFault(
  message: string,
  source: Source | undefined,
  thrown: Span | undefined,
): Known | undefined {
  const undefinedName = /^(\w+) is not defined$/.exec(message)?.[1];
  if (undefinedName !== undefined) {
    // At the top of a module V8 gives the first line, whatever line it is.
    const isThere = thrown && textOf(thrown) === undefinedName;
    const span = isThere ? thrown : locateName(thrown?.source ?? source, undefinedName);
    return { hint: importHint(undefinedName, source), span };
  }
  const [, from, name] =
    /module '(.+?)' does not provide an export named '(.+?)'/.exec(message) ?? [];
  if (from !== undefined && name !== undefined) {
    const text = `\`${from}\` has no \`${name}\`.`;
    const hint = from === ENTRY ? didYouMean(name, MODEL_WORDS) : undefined;
    return { text, hint, span: locateText(source, name) };
  }
  const [, wanted] = /Cannot find (?:module|package) '(.+?)'/.exec(message) ?? [];
  if (wanted === undefined) return undefined;
  const specifier = specifiers(source).find((given) => isSame(given, wanted)) ?? wanted;
  const text = `\`${specifier}\` does not exist.`;
  const hint =
    didYouMean(specifier, [ENTRY]) ?? 'Paths begin with `./` and end with the file’s extension.';
  return { text, hint, span: locateText(source, specifier) };
}

function importHint(name: string, source: Source | undefined): string | undefined {
  const known = (MODEL_WORDS as readonly string[]).includes(name);
  if (!known) return didYouMean(name, MODEL_WORDS);
  return specifiers(source).includes(ENTRY)
    ? `Add \`${name}\` to what the file imports from '${ENTRY}'.`
    : `Add \`import { ${name} } from '${ENTRY}';\` at the top of the file.`;
}

function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** What a file imports from. */
function specifiers(source: Source | undefined): string[] {
  return [...(source?.text.matchAll(/\bfrom\s*(['"])(.+?)\1/g) ?? [])].map(
    ([, , from = '']) => from,
  );
}

/** Node names the file that a path leads to, or the package alone. */
function isSame(specifier: string, wanted: string): boolean {
  const tail = specifier.replace(/^(\.\.?\/)+/, '');
  return specifier === wanted || wanted.endsWith(`/${tail}`) || specifier.startsWith(`${wanted}/`);
}
