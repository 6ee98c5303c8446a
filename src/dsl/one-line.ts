import { lineSpan, type Source, type Span } from '#diagnostics/source.ts';

/** What to do about a block that stands on one line. */
export const ONE_LINE = {
  message: 'A block can not stand on one line.',
  hint: 'The DSL needs a line break after `{` and before `}`.',
} as const;

/**
 * Whether a line opens a block and goes on behind the brace: `views { … }`. Braces in quotes and of
 * `${NAME}` are none of a block, and a comment has none.
 */
export function isOneLineBlock(line: string): boolean {
  const bare = line.replace(/"(?:[^"\\]|\\.)*"|\$\{[^{}]*\}/g, '""');
  return /^\s*(?!\/\/|#|\/\*|\*)[^\s{}][^{}]*\{.*\}\s*$/.test(bare);
}

/** The first block on one line in a source, from an offset on. */
export function oneLineBlock(source: Source, from: number): Span | undefined {
  const first = source.positionAt(from).line;
  for (let line = first; line <= source.lineCount; line++) {
    if (isOneLineBlock(source.lineText(line))) return lineSpan(source, line);
  }
  return undefined;
}
