import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import { inColor, type Ports, wantsColor } from './ports.ts';

/** Prints what was found, with what it comes to; nothing where nothing was. */
export function printFindings(diagnostics: readonly Diagnostic[], ports: Ports): void {
  if (diagnostics.length === 0) return;
  const text = renderDiagnostics(diagnostics, { color: wantsColor(ports) });
  ports.stderr(inColor(`${text}\n\n`, ports));
  ports.stderr(`${renderSummary(diagnostics)}\n`);
}
