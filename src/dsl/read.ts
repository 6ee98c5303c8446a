import type { Source } from '#diagnostics/source.ts';
import { checkEnd } from './end.ts';
import { trim } from './lexer/characters.ts';
import {
  emptyLine,
  isBlankLine,
  isComment,
  type LineFault,
  type LogicalLine,
  logicalLines,
  spanOfLine,
} from './lexer/lines.ts';
import type { PutOffContext } from './parser/context.ts';
import { included, refusedPlugin, refusedScript } from './parser/directives.ts';
import { dispatch } from './parser/dispatch.ts';
import { catchUp } from './parser/forward.ts';
import { giveUp, indentOf, oddBrace, recover, severalBraces } from './parser/recover.ts';
import { Statement } from './parser/statement.ts';
import { wordsOf } from './parser/words.ts';
import { Problem } from './problem.ts';
import { validateIdentifier } from './resolve/identifiers.ts';
import { madeUpUuid } from './resolve/uuid.ts';
import { warnAfterClose } from './rules/after-close.ts';
import { warnHiddenCharacters } from './rules/hidden-character.ts';
import { warnTrailingComment } from './rules/trailing-comment.ts';
import { warnStrayQuote } from './rules/unclosed-quote.ts';
import { warnUnclosedTextBlock } from './rules/unclosed-text-block.ts';
import type { Session } from './session.ts';

/** Reads a workspace's own file: every line, and then that every block is closed. */
export function readMain(
  session: Session,
  source: Source,
  path: string,
  extendedBy?: LogicalLine,
): void {
  session.frames.push({ source, path, includedBy: extendedBy });
  readLines(session, source, '');
  if (!session.shared.stopped && !session.cutShort) {
    catchUp(session, 'all', replay(session));
    checkEnd(session, source);
  }
  session.frames.pop();
}

function readLines(session: Session, source: Source, prefix: string): void {
  const { shared } = session;
  if (!shared.sources.has(source.name)) warnHiddenCharacters(session, source);
  shared.sources.set(source.name, source);
  const { lines, fault } = collect(
    logicalLines(source, prefix, () => madeUpUuid('text', ++shared.used.uuids)),
  );
  if (fault) reportFault(session, fault);
  for (const line of lines) {
    if (++shared.used.lines > shared.limits.lines) {
      guard(session, line, () =>
        session.stop(`There are more than ${shared.limits.lines} lines.`, spanOfLine(line)),
      );
    }
    if (shared.stopped) return;
    const { textBlock } = line;
    if (textBlock)
      session.constants.set(textBlock.key, { value: textBlock.value, kind: 'text-block' });
    readLine(session, line);
  }
}

/** All lines of a file; the reference finds what is wrong with them before it reads the first. */
function collect(from: Generator<LogicalLine, LineFault | undefined>): {
  lines: LogicalLine[];
  fault: LineFault | undefined;
} {
  const lines: LogicalLine[] = [];
  for (;;) {
    const { done, value } = from.next();
    if (done) return { lines, fault: value };
    lines.push(value);
  }
}

/** The reference gives no place for these when they are in the first file. */
function reportFault(session: Session, { official, kind, span }: LineFault): void {
  if (kind === 'endless') {
    warnUnclosedTextBlock(session, span);
    return;
  }
  const message = {
    'text-block-empty': 'A text block needs at least one line between its markers.',
    'text-block-indent': 'A line of a text block is indented less than the first one.',
    'comment-marker': 'A comment can not end in three quotes.',
  }[kind];
  const by = session.frames.at(-1)?.includedBy;
  const problem = new Problem('dsl-text-block', official, span, { message, bare: !by });
  session.cutShort = true;
  session.report(problem, by ?? emptyLine(span.source));
}

function readLine(session: Session, written: LogicalLine): void {
  const line = written.text.startsWith('\uFEFF') ? withoutMark(written) : written;
  const { text } = line;
  if (isBlankLine(text) || isComment(text)) return;
  if (session.context?.kind === 'script') {
    if (trim(text) === '}') close(session, line);
    return;
  }
  if (session.context?.kind === 'put-off') keep(session, line, session.context);
  else guard(session, line, () => readWords(session, line));
}

/** Keeps a line for later, with what closes the block. */
function keep(session: Session, line: LogicalLine, context: PutOffContext): void {
  const text = trim(line.text);
  context.lines.push(line);
  if (text.startsWith('}')) context.depth--;
  else if (OPENS_BLOCK.test(text)) context.depth++;
  if (context.depth === 0) close(session, line);
}

function withoutMark(line: LogicalLine): LogicalLine {
  const pieces = line.pieces.map(({ at, offset }) => ({
    at: Math.max(0, at - 1),
    offset: at === 0 ? offset + 1 : offset,
  }));
  return { ...line, text: line.text.slice(1), pieces };
}

/** The one place where problems are caught. */
function guard(session: Session, line: LogicalLine, run: () => void): void {
  try {
    run();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    session.report(problem, line);
  }
}

function readWords(session: Session, line: LogicalLine): void {
  const text = trim(line.text);
  if (session.context?.kind === 'skipped') {
    skip(session, line);
    return;
  }
  const words = wordsOf(session, line);
  if (words.length === 0) {
    throw new Problem('dsl-unknown-statement', 'Index 0 out of bounds for length 0', undefined, {
      message: 'This line holds nothing that can be seen.',
    });
  }
  const [name, equals, ...rest] = words;
  const isAssignment = name !== undefined && equals?.text === '=' && rest.length > 0;
  const st = isAssignment ? new Statement(line, rest, name) : new Statement(line, words);
  if (isAssignment) checkIdentifier(session, st);
  const first = st.get(0);
  if (text.startsWith('/*') && text.endsWith('*/')) return;
  if (first.startsWith('/*')) session.open({ kind: 'comment' }, st);
  else if (session.context?.kind === 'comment') {
    if (text.endsWith('*/')) close(session, line);
  } else readStatement(session, st);
}

/** A name that can't be one is reported; the statement is then read without it. */
function checkIdentifier(session: Session, st: Statement): void {
  const { identifier, identifierSpan } = st;
  if (!identifier || !identifierSpan) return;
  guard(session, st.line, () => {
    try {
      validateIdentifier(identifier.text, identifierSpan);
    } catch (problem) {
      session.identifiers.fail(identifier.text);
      throw problem;
    }
  });
}

const OPENS_BLOCK = /(?:^|\s)\{$/;

/** Within a block that is not carried out, only braces and lost names count. */
function skip(session: Session, line: LogicalLine): void {
  const text = trim(line.text);
  if (text.startsWith('/*') && text.endsWith('*/')) return;
  if (text.startsWith('}')) {
    closeSeveral(session, line, /^\}+$/.test(text) ? text.length : 1);
    return;
  }
  const assigned = /^(\w[a-zA-Z0-9_-]*)\s+=\s/.exec(text)?.[1];
  if (assigned) session.identifiers.fail(assigned);
  if (OPENS_BLOCK.test(text)) session.open({ kind: 'skipped' }, new Statement(line, []));
}

function readStatement(session: Session, st: Statement): void {
  const depth = session.blocks.length;
  try {
    carryOut(session, st);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const braces = bracesOf(st);
    if (braces > 1) {
      session.report(severalBraces(session, st, problem.official), st.line);
      // One of them may be one too many; that was said with it.
      session.forgiven += braces - 1;
      closeSeveral(session, st.line, braces);
      return;
    }
    session.report(problem, st.line);
    if (session.blocks.length === depth) giveUp(session, st);
    else if (st.identifier) session.identifiers.fail(st.identifier.text);
  }
}

/** How many braces a statement is that is nothing but closing braces. */
function bracesOf({ words: [first, ...others] }: Statement): number {
  const isAlone = first && !first.quoted && others.length === 0;
  return isAlone && /^\}+$/.test(first.raw) ? first.raw.length : 0;
}

/** Closes what braces in one word were meant to close, as far as it is open. */
function closeSeveral(session: Session, line: LogicalLine, braces: number): void {
  const least = Math.max(0, session.blocks.length - braces);
  while (session.blocks.length > least) close(session, line);
}

function carryOut(session: Session, st: Statement): void {
  const { context } = session;
  const { errors } = session.shared.used;
  switch (st.keyword) {
    case '}':
      if (st.size > 1) warnAfterClose(session, st);
      close(session, st.line);
      return;
    case '!include':
      include(session, st);
      return;
    case '!plugin':
      throw refusedPlugin(session, st);
    case '!script':
      throw refusedScript(session, st);
    default:
      if (st.keyword === 'deploymentenvironment') catchUp(session, 'defined', replay(session));
      if (!dispatch(session, st, context)) {
        if (bracesOf(st) > 1) throw severalBraces(session, st);
        recover(session, st);
        return;
      }
      session.astray = false;
      warnTrailingComment(session, st);
      // What follows from a missing quote was said then.
      if (session.shared.used.errors === errors) warnStrayQuote(session, st);
  }
}

/** Closes the innermost block; what it has to say at its end is said at the brace. */
function close(session: Session, line: LogicalLine): void {
  const block = session.blocks.pop();
  if (!block) {
    closeNothing(session);
    return;
  }
  session.lastClosed = { block, closer: line, around: session.blocks.at(-1) };
  const { opener } = block;
  if (opener?.source === line.source && indentOf(line.text) > indentOf(opener.text))
    session.oddCloser ??= line;
  block.onClose?.();
  if (block.context.kind === 'model' && !block.context.group) {
    catchUp(session, 'all', replay(session));
  }
}

function replay(session: Session): (line: LogicalLine) => void {
  return (line) => readLine(session, line);
}

function closeNothing(session: Session): void {
  if (session.forgiven > 0) {
    session.forgiven--;
    return;
  }
  throw new Problem('dsl-extra-close', 'Unexpected end of context', undefined, {
    message: 'There is no block left to close.',
    hint: session.draft ? 'Remove this brace, or one above that closes too early.' : undefined,
    related: session.lastClosed && [
      session.oddCloser
        ? oddBrace(session.oddCloser)
        : {
            message: 'The last block was closed here.',
            span: spanOfLine(session.lastClosed.closer),
          },
    ],
  });
}

/** Reads files in the place of an `!include`. */
function include(session: Session, st: Statement): void {
  const { line } = st;
  const at = line.text.indexOf('!include');
  const { frames, shared } = session;
  if (at < 0) {
    const official = `Range [0, -1) out of bounds for length ${line.text.length}`;
    throw new Problem('dsl-unknown-statement', official, st.span(0), {
      message: 'This keyword must be written in lower case.',
      hint: 'Write: !include',
    });
  }
  const prefix = line.text.slice(0, at);
  for (const { source, path } of included(session, st)) {
    if (frames.some((frame) => frame.path === path && frame.source.name === source.name)) {
      throw new Problem('dsl-include-cycle', undefined, st.span(1), {
        message: `\`${source.name}\` includes itself, directly or by way of others.`,
      });
    }
    if (++shared.used.includes > shared.limits.includes) {
      session.stop(`There are more than ${shared.limits.includes} included files.`, st.span(1));
    }
    if (frames.length >= shared.limits.includeDepth) {
      session.stop(
        `Files include one another more than ${shared.limits.includeDepth} deep.`,
        st.span(1),
      );
    }
    frames.push({ source, path, includedBy: line });
    readLines(session, source, prefix);
    frames.pop();
  }
}
