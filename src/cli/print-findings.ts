import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import { type Ports, wantsColor } from './ports.ts';

/** Prints what was found, with what it comes to; nothing where nothing was. */
export function printFindings(diagnostics: readonly Diagnostic[], ports: Ports): void {
  if (diagnostics.length === 0) return;
  ports.stderr(`${renderDiagnostics(diagnostics, { color: wantsColor(ports) })}\n\n`);
  ports.stderr(`${renderSummary(diagnostics)}\n`);
}
