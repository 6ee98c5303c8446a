import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { transform } from 'esbuild';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { lineSpan, Source, type Span } from '#diagnostics/source.ts';
import { sourceProblem } from '#sources/codes.ts';

/** Why a configuration file could not be run, at the place in it. */
export async function configFault(file: string, error: unknown): Promise<Diagnostic> {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const name = basename(file);
  const text = readText(file);
  if (text === undefined) {
    return sourceProblem('unreadable-file', `${name} cannot be read.`, undefined, { file: name });
  }
  const source = new Source(name, text);
  const syntax = await syntaxError(source);
  if (syntax) return syntax;
  const specifier = /'([^']+)' imported from|resolve (?:import )?['"]([^'"]+)['"]/.exec(
    message,
  )?.[1];
  const missing = specifier === undefined ? undefined : spanOfImport(source, specifier);
  const [first = ''] = message.split('\n');
  const span = missing ?? spanInStack(source, stack) ?? lineSpan(source, 1);
  return sourceProblem('invalid-config', `The configuration does not load: ${first}`, span);
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Node says which line, but not where in it; the bundler does. */
async function syntaxError(source: Source): Promise<Diagnostic | undefined> {
  try {
    await transform(source.text, { loader: 'js', logLevel: 'silent' });
    return undefined;
  } catch (error) {
    const [first] = errorsOf(error);
    if (!first?.location) return undefined;
    const { line, column, length } = first.location;
    // Its columns are bytes.
    const before = Buffer.from(source.lineText(line)).subarray(0, column).toString();
    const start = source.offsetOfLine(line) + before.length;
    const span = { source, start, end: start + Math.max(1, length) };
    return sourceProblem('invalid-config', first.text.replace(/\.?$/, '.'), span);
  }
}

interface BundlerError {
  readonly text: string;
  readonly location: {
    readonly line: number;
    readonly column: number;
    readonly length: number;
  } | null;
}

function errorsOf(error: unknown): readonly BundlerError[] {
  const isBundlers = error instanceof Error && 'errors' in error && Array.isArray(error.errors);
  return isBundlers ? (error.errors as readonly BundlerError[]) : [];
}

/** Where a file imports what was not found: a path is resolved by then, so that its end is compared. */
function spanOfImport(source: Source, missing: string): Span | undefined {
  for (const match of source.text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    const specifier = match[1] ?? '';
    if (!missing.endsWith(specifier.replace(/^(?:\.{1,2}\/)+/, ''))) continue;
    const start = match.index + match[0].indexOf(specifier);
    return { source, start, end: start + specifier.length };
  }
  return undefined;
}

function spanInStack(source: Source, stack: string): Span | undefined {
  const place = new RegExp(`${RegExp.escape(source.name)}[^:\\s)]*:(\\d+):(\\d+)`).exec(stack);
  if (!place) return undefined;
  const start = source.offsetOfLine(Number(place[1])) + Number(place[2]) - 1;
  return { source, start, end: start + 1 };
}
