import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import { databaseProblem } from './codes.ts';
import type { SqlFile } from './connection.ts';
import type { Problem } from './problem.ts';

/** A finding as authors see it, in the file that it is about. */
export function diagnosticOf(
  { code, file, start, end, message, hint }: Problem,
  sources: Readonly<Partial<Record<SqlFile, Source>>>,
): Diagnostic {
  const source = sources[file] ?? sources.schema;
  const span = source && { source, start, end };
  return databaseProblem(code, message, span, { ...(hint !== undefined && { hint }) });
}
