import type { ErrorPayload } from 'vite';
import { type Diagnostic, sortDiagnostics } from '#diagnostics/diagnostic.ts';
import { codeFrame } from '#diagnostics/frame.ts';
import { renderSummary } from '#diagnostics/render.ts';
import { escapeXml } from '#svg/escape.ts';

/** The parts of Astro's overlay that Vite's own type does not know; all texts are HTML. */
interface OverlayPayload extends ErrorPayload {
  /** Astro then leaves the message alone: it would look for a highlighter for `.dsl` and fail. */
  readonly __isEnhancedAstroErrorPayload: true;
  readonly err: ErrorPayload['err'] & {
    readonly name: string;
    readonly title: string;
    readonly hint?: string;
    readonly highlightedCode?: string;
  };
}

/** The first error as an overlay over the open page: place, frame, hint, and how many more there are. */
export function overlayOf(errors: readonly Diagnostic[], root: string): OverlayPayload | undefined {
  const [first] = sortDiagnostics(errors);
  if (!first) return undefined;
  const { code, message, hint, span } = first;
  const place = span?.source.positionAt(span.start);
  const more =
    errors.length > 1 ? ` ${renderSummary(errors)} in all; the others are in the terminal.` : '';
  const advice = `${hint ?? ''}${more}`.trim();
  return {
    __isEnhancedAstroErrorPayload: true,
    type: 'error',
    err: {
      name: code,
      title: 'The portfolio does not hold together',
      message: escapeXml(message),
      stack: '',
      plugin: 'archfolio',
      ...(advice !== '' && { hint: escapeXml(advice) }),
      ...(span && { highlightedCode: `<pre><code>${escapeXml(codeFrame(span, 3))}</code></pre>` }),
      ...(span && place && { loc: { file: `${root}/${span.source.name}`, ...place } }),
    },
  };
}
