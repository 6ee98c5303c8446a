import type { Span } from './source.ts';

export type Severity = 'error' | 'warning';

/** One finding about an author's input. Code and place are the contract; the words may change. */
export interface Diagnostic {
  /** Permanent kebab-case name, unique over all stages. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, as a full sentence from the author's point of view. */
  readonly message: string;
  /** Where; absent only when no file is concerned (a missing file, a command-line argument). */
  readonly span?: Span | undefined;
  /** The file concerned when there is no text to point into, e.g. a file that is missing. */
  readonly file?: string | undefined;
  /** What to do now. */
  readonly hint?: string | undefined;
  /** A word under the span, and the one that alone can have been meant: `check --fix` puts it there. */
  readonly rename?: { readonly from: string; readonly to: string } | undefined;
  /** Other places that belong to the finding, such as the first of two definitions. */
  readonly related?: readonly { readonly message: string; readonly span: Span }[] | undefined;
  /** The message of the official implementation, on its first error only. */
  readonly official?: string | undefined;
}

/** What a stage says about each of its codes: how bad it is, and what it means in one sentence. */
export interface CodeInfo {
  readonly severity: Severity;
  readonly meaning: string;
}

/** A stage's closed set of codes. Write it `as const satisfies CodeTable`. */
export type CodeTable = Readonly<Record<string, CodeInfo>>;

/** The optional parts of a diagnostic. */
export type DiagnosticDetail = Omit<Diagnostic, 'code' | 'severity' | 'message' | 'span'>;

/**
 * Makes the function with which a stage words its findings: the code must be in the stage's table,
 * and the severity comes from there.
 */
export function diagnosticsOf<Table extends CodeTable>(table: Table) {
  return (
    code: keyof Table & string,
    message: string,
    span?: Span,
    detail: DiagnosticDetail = {},
  ): Diagnostic => ({
    code,
    severity: table[code]?.severity ?? 'error',
    message,
    ...(span && { span }),
    ...detail,
  });
}

/** Whether any of them stops a build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** By file, then place, then severity: the order in which an author would go through them. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const file = (d: Diagnostic) => d.span?.source.name ?? d.file ?? '';
  return diagnostics.toSorted((a, b) => {
    const [fileA, fileB] = [file(a), file(b)];
    if (fileA !== fileB) return fileA < fileB ? -1 : 1;
    return (a.span?.start ?? -1) - (b.span?.start ?? -1);
  });
}
