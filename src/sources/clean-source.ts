import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { withoutHidden } from '#diagnostics/hidden.ts';
import { type HiddenFinding, hiddenFindings } from '#diagnostics/hidden-findings.ts';
import { Source, type Span } from '#diagnostics/source.ts';
import { sourceProblem } from './codes.ts';

/** A text of content as everything after this may show it, and what was hidden in it. */
export interface CleanSource {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is told: of data, which is shown without it, or of code, which is refused. */
type HiddenCode = 'hidden-character' | 'hidden-in-code';

/**
 * A text of content: what is hidden in it is U+FFFD from here on, at the same offsets, so that no page,
 * drawing, card, feed or index can carry it.
 */
export function cleanSource(
  name: string,
  text: string,
  code: HiddenCode = 'hidden-character',
): CleanSource {
  const written = new Source(name, text);
  const findings = hiddenFindings(written);
  if (findings.length === 0) return { source: written, diagnostics: [] };
  const source = new Source(name, withoutHidden(text));
  return { source, diagnostics: toldIn(source, findings, code) };
}

/**
 * Code runs as it stands on the disk, so that what it hides is no matter of how it is shown: it is refused,
 * and so is an escape, since the names that it is in are shown by the code itself.
 */
export function hiddenInCode(source: Source): readonly Diagnostic[] {
  return [
    ...toldIn(source, hiddenFindings(source), 'hidden-in-code'),
    ...escapesIn(source, 'hidden-in-code'),
  ];
}

/** JSON is read as it stands, for others read it so, too; what its texts hide is told, escapes as well. */
export function hiddenInJson(source: Source): readonly Diagnostic[] {
  return [
    ...toldIn(source, hiddenFindings(source), 'hidden-character'),
    ...escapesIn(source, 'hidden-character'),
  ];
}

/** Runs of escapes for characters, in JSON and in code, and what is escaped otherwise. */
const ESCAPES = /(?:\\u[\da-f]{4}|\\u\{[\da-f]{1,6}\}|\\x[\da-f]{2})+|\\[^ux]/gi;

function escapesIn(source: Source, code: HiddenCode): readonly Diagnostic[] {
  return [...source.text.matchAll(ESCAPES)].flatMap(({ 0: written, index: start }) => {
    const meant = written.replace(/\\[ux]\{?([\da-f]+)\}?/gi, (_, hex: string) => {
      const point = Number.parseInt(hex, 16);
      // A pair of surrogates is one character again once both stand side by side.
      return point > 0xffff && point <= 0x10ffff
        ? String.fromCodePoint(point)
        : String.fromCharCode(point);
    });
    if (withoutHidden(meant) === meant) return [];
    return [escapedFinding({ source, start, end: start + written.length }, code)];
  });
}

/** An escape whose character must not be shown. */
export function escapedFinding(span: Span, code: HiddenCode = 'hidden-character'): Diagnostic {
  const message =
    'An escape here stands for a character that nobody sees, or that turns a text round.';
  return sourceProblem(code, message, span, { hint: 'Take it out.' });
}

/** Findings in a text as it was written, shown where they stand in the text that is kept. */
function toldIn(
  source: Source,
  findings: readonly HiddenFinding[],
  code: HiddenCode,
): readonly Diagnostic[] {
  return findings.map(({ message, span: { start, end }, hint }) =>
    sourceProblem(code, message, { source, start, end }, { hint }),
  );
}
