import { type Diagnostic, sortDiagnostics } from './diagnostic.ts';
import { visible } from './hidden.ts';
import { ESC, type RenderOptions, renderDiagnostic, renderSummary } from './render.ts';

/** Diagnostics as a person goes through them: file by file, each file with how much is wrong in it. */
export function renderByFile(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const files = Map.groupBy(
    sortDiagnostics(diagnostics),
    ({ span, file }) => span?.source.name ?? file ?? '',
  );
  return [...files]
    .map(([file, found]) => {
      const entries = found.map((one) => renderDiagnostic(one, options));
      return [...(file ? [heading(file, found, options)] : []), ...entries].join('\n\n');
    })
    .join('\n\n\n');
}

/** `── case-studies/shop/nfrs.yaml · 2 errors` */
function heading(file: string, found: readonly Diagnostic[], { color }: RenderOptions): string {
  const words = visible(file);
  const name = color ? `${ESC}1;4m${words}${ESC}0m` : words;
  return `── ${name} · ${renderSummary(found)}`;
}
