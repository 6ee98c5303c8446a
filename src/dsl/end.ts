import { lineSpan, type Source, type Span } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { emptyLine, spanOfLine } from './lexer/lines.ts';
import { ONE_LINE, oneLineBlock } from './one-line.ts';
import { indentOf } from './parser/recover.ts';
import { Problem } from './problem.ts';
import type { Block, Session } from './session.ts';

/**
 * What the end of a file can lack: a closing brace or a workspace. Of open blocks, the first that
 * was closed at another indent is reported, or the innermost.
 */
export function checkEnd(session: Session, source: Source): void {
  const open = session.blocks;
  const [outermost] = open;
  if (!outermost) {
    if (!session.draft) reportNoWorkspace(session, source);
    return;
  }
  const block = suspect(open) ?? outermost;
  const span = block.opener ? spanOfLine(block.opener) : lineSpan(source, 1);
  const isComment = block.context.kind === 'comment';
  const oneLine = isComment ? undefined : oneLineBlock(span.source, span.start);
  const isTold = oneLine && session.shared.used.officialGiven && isOpener(block, oneLine);
  // Its words were refused already, with the same advice.
  if (isTold) return;
  const words = isComment
    ? { message: 'This comment has no end.', hint: 'End it with `*/`.' }
    : { message: 'This block is not closed.', hint: 'Add a `}` where the block ends.' };
  session.report(
    new Problem(
      'dsl-missing-close',
      'Unexpected end of DSL content - are one or more closing curly braces missing?',
      oneLine ?? span,
      { bare: true, ...(oneLine ? ONE_LINE : words) },
    ),
    block.opener ?? emptyLine(source),
  );
}

function isOpener({ opener }: Block, { source, start }: Span): boolean {
  if (!opener || opener.source !== source) return false;
  return spanOfLine(opener).start === start;
}

/** The innermost open block, unless its opener is indented like what stands around it. */
function suspect(open: readonly Block[]): Block | undefined {
  for (let index = open.length - 1; index > 0; index--) {
    const [outer, inner] = [open[index - 1]?.opener, open[index]?.opener];
    if (outer && inner && indentOf(inner.text) <= indentOf(outer.text)) return open[index - 1];
  }
  return open.at(-1);
}

function reportNoWorkspace(session: Session, source: Source): void {
  if (session.shared.used.errors > 0) return;
  const official = 'No workspace definition was found - please check your DSL';
  const word = /^\s*(\S+)/.exec(source.text)?.[1] ?? '';
  session.report(
    new Problem('dsl-no-workspace', official, lineSpan(source, 1), {
      bare: true,
      message: 'There is no workspace in this file.',
      hint: didYouMean(word, ['workspace']) ?? 'Write: workspace {',
    }),
    emptyLine(source),
  );
}
