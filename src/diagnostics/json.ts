import { type Diagnostic, sortDiagnostics } from './diagnostic.ts';

/** One diagnostic of `check --json`. Line and column are 1-based, columns in UTF-16 units. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly official?: string;
}

/** Where every code is explained, from the folder of this package; a code is its anchor there. */
export const CODES_PAGE = 'src/diagnostics/CODES.md';

/** The document that `check --json` prints. */
export interface DiagnosticsJson {
  readonly diagnostics: readonly DiagnosticJson[];
  readonly summary: { readonly errors: number; readonly warnings: number };
  /** The page that explains codes; `#` and a code lead to its part. */
  readonly docs: string;
}

/** The JSON document of a set of diagnostics, in the order of files and places. */
export function diagnosticsToJson(diagnostics: readonly Diagnostic[]): DiagnosticsJson {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return {
    diagnostics: sortDiagnostics(diagnostics).map(diagnosticToJson),
    summary: { errors, warnings: diagnostics.length - errors },
    docs: CODES_PAGE,
  };
}

function diagnosticToJson(diagnostic: Diagnostic): DiagnosticJson {
  const { code, severity, message, hint, span, official } = diagnostic;
  const start = span?.source.positionAt(span.start) ?? { line: 1, column: 1 };
  const end = span?.source.positionAt(span.end) ?? start;
  return {
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    file: span?.source.name ?? diagnostic.file ?? '',
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(official !== undefined && { official }),
  };
}
