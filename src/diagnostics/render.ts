import { type Diagnostic, sortDiagnostics } from './diagnostic.ts';
import { codeFrame } from './frame.ts';
import { visible } from './hidden.ts';

/** How a terminal is written to: `color` is off for pipes and with NO_COLOR. */
export interface RenderOptions {
  readonly color: boolean;
}

export const ESC = '\u001B[';

/** Diagnostics as a person reads them in a terminal, in the order of files and places. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
): string {
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => renderDiagnostic(diagnostic, options))
    .join('\n\n');
}

/** One diagnostic: a headline with severity, code and place, the message, the frame, the hint. */
export function renderDiagnostic(diagnostic: Diagnostic, { color }: RenderOptions): string {
  const { code, severity, message, span, hint, related } = diagnostic;
  const say = (text: string) => indent(visible(text));
  const paint = (style: string, text: string) => (color ? `${ESC}${style}m${text}${ESC}0m` : text);
  const place = visible(span ? locate(span) : (diagnostic.file ?? ''));
  const headline = [paint(severity === 'error' ? '1;31' : '1;33', severity), paint('1', code)];
  const parts = [`${headline.join(' ')}${place ? `  ${place}` : ''}`, say(message)];
  if (span) parts.push('', indent(codeFrame(span)));
  for (const { message: note, span: where } of related ?? []) {
    parts.push('', say(`${note} (${locate(where)})`), indent(codeFrame(where, 0)));
  }
  if (hint) parts.push('', say(hint));
  return parts.join('\n');
}

/** `3 errors, 1 warning`, or `No problems found.` */
export function renderSummary(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  if (diagnostics.length === 0) return 'No problems found.';
  return [plural(errors, 'error'), plural(warnings, 'warning')].filter(Boolean).join(', ');
}

function plural(count: number, noun: string): string {
  if (count === 0) return '';
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function locate(span: NonNullable<Diagnostic['span']>): string {
  const { line, column } = span.source.positionAt(span.start);
  return `${span.source.name}:${line}:${column}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
