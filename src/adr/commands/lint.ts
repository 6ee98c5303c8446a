import { hasErrors } from '#diagnostics/diagnostic.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { renderSummary } from '#diagnostics/render.ts';
import { lintLog } from '../lint/lint.ts';
import type { LintFacts } from '../lint/rule.ts';
import { type LogFolder, logOf, noLog } from './log-folder.ts';
import type { Outcome } from './outcome.ts';

/** `adr lint`: everything odd about the records and about the log; 1 when there is an error. */
export function lintFolder(folder: LogFolder, facts: LintFacts): Outcome {
  if (!folder.exists) return noLog(folder);
  const { log, diagnostics } = logOf(folder);
  const found = [...diagnostics, ...lintLog(log, facts)];
  return {
    exit: hasErrors(found) ? 1 : 0,
    stdout: `${renderSummary(found)}\n`,
    diagnostics: found,
    writes: [],
    json: diagnosticsToJson(found),
  };
}
