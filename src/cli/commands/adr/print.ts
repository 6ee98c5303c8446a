import { failed, type Outcome } from '#adr/commands/outcome.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { renderDiagnostics } from '#diagnostics/render.ts';
import { diskProblem } from '#sources/adr-log.ts';
import { inColor, wantsColor } from '../../ports.ts';
import type { AdrPorts } from './ports.ts';

/** Prints what a command has to say, and gives its exit code. */
export function print(ports: AdrPorts, outcome: Outcome, json = false): number {
  if (json) {
    const document = outcome.json ?? diagnosticsToJson(outcome.diagnostics);
    ports.stdout(`${JSON.stringify(document, undefined, 2)}\n`);
  } else if (outcome.stdout !== '') {
    ports.stdout(outcome.stdout);
  }
  printDiagnostics(ports, outcome.diagnostics);
  return outcome.exit;
}

/** Prints findings to stderr. */
export function printDiagnostics(ports: AdrPorts, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const color = wantsColor(ports);
  ports.stderr(inColor(`${renderDiagnostics(diagnostics, { color })}\n`, ports));
}

/** Prints what the disk has refused. */
export function printFailure(ports: AdrPorts, error: unknown): number {
  return print(ports, failed([diskProblem(error)]));
}
