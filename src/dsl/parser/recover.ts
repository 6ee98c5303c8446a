import type { Span } from '#diagnostics/source.ts';
import { suggest } from '#diagnostics/suggest.ts';
import { type LogicalLine, spanOfLine } from '../lexer/lines.ts';
import { Problem, UPGRADE_HINT } from '../problem.ts';
import type { Block, Session } from '../session.ts';
import { ARCHETYPE_TYPES } from './archetypes.ts';
import { arrowSlip } from './arrows.ts';
import type { Context } from './context.ts';
import { dispatch } from './dispatch.ts';
import { isKeyword, permittedIn } from './permitted.ts';
import type { Statement } from './statement.ts';

/** Words that some block knows although the reference's list for it does not name them. */
const UNLISTED: Readonly<Partial<Record<Context['kind'], readonly string[]>>> = {
  workspace: ['!adrs', '!const', '!var', '!include'],
  model: [
    'properties',
    '!element',
    '!elements',
    '!relationship',
    '!relationships',
    '!impliedRelationships',
  ],
  element: ['tag', '!adrs', '!element', '!elements'],
  relationship: ['tag'],
  views: ['image'],
  styles: ['light', 'dark', 'theme', 'themes'],
  view: ['animationStep'],
  'relationship-style': ['dashed', 'jump', 'metadata', 'description'],
  perspective: ['url'],
  archetypes: ARCHETYPE_TYPES,
};

/**
 * Deals with a statement that its block does not know: reports it once, then carries it out as what
 * it was most likely meant to be, so that the lines below it make sense.
 */
export function recover(session: Session, st: Statement): void {
  const slip = arrowSlip(session, st, session.context, officialOf(session));
  if (slip) {
    if (!session.identifiers.failed(st.get(0))) session.report(slip.problem, st.line);
    session.recovering = st.line;
    if (slip.meant && dispatch(session, slip.meant, session.context)) return;
    giveUp(session, st);
    return;
  }
  const problem = unexpected(session, st);
  if (recoverBelow(session, st, problem)) return;
  const block = blockFor(session, st);
  if (block) {
    recoverElsewhere(session, st, problem, block);
    return;
  }
  const { context } = session;
  if (session.identifiers.failed(st.get(0))) {
    giveUp(session, st);
    return;
  }
  if (isAstray(session, st)) {
    const followsAnother = session.astray;
    session.astray = true;
    const message = context && `${subjectOf(st)} can not stand in this block.`;
    if (!followsAnother) session.report(problem(message), st.line);
    giveUp(session, st);
    return;
  }
  const candidate = nearWord(session, st, context);
  session.report(problem(undefined, candidate), st.line);
  if (candidate && candidate.toLowerCase() !== st.keyword) {
    session.recovering = st.line;
    if (dispatch(session, st.withFirst(candidate), context)) return;
  }
  giveUp(session, st);
}

/** A statement that is indented below a definition which would know it: its `{` is missing. */
function recoverBelow(session: Session, st: Statement, problem: MakeProblem): boolean {
  const { block, around } = session.unopened ?? {};
  if (!block?.opener || around !== session.blocks.at(-1)) return false;
  const { opener } = block;
  if (opener.source !== st.line.source || indentOf(st.line.text) <= indentOf(opener.text))
    return false;
  if (!knows(session, block, wordOf(st))) return false;
  const message = `${subjectOf(st)} belongs into a block, and the line above opens none: its \`{\` is missing.`;
  const related = { message: 'A `{` is missing here.', span: spanOfLine(opener) };
  session.report(problem(message, undefined, related), st.line);
  session.blocks.push(block);
  session.recovering = st.line;
  if (!dispatch(session, st, block.context)) giveUp(session, st);
  return true;
}

/**
 * A statement of another kind of block. Where there is one, the block that should be around it is
 * missing or has ended too early, so a run of them is one mistake.
 */
function isAstray(session: Session, st: Statement): boolean {
  if (!session.context) return session.draft !== undefined;
  return isRelationship(st) || isKeyword(st.get(0)) || session.archetypes.hasName(st.keyword);
}

/** Passes over a statement with its block; names that it defines are known to be lost. */
export function giveUp(session: Session, st: Statement): void {
  if (st.identifier) session.identifiers.fail(st.identifier.text);
  if (st.opensBlock) session.open({ kind: 'skipped' }, st);
}

interface Related {
  readonly message: string;
  readonly span: Span;
}

type MakeProblem = (message: string | undefined, candidate?: string, related?: Related) => Problem;

function expectedIn({ context, draft }: Session): readonly string[] {
  return context ? permittedIn(context) : draft ? [] : ['workspace'];
}

function officialOf(session: Session): string {
  const expected = expectedIn(session);
  return `Unexpected tokens${expected.length > 0 ? ` (expected: ${expected.join(', ')})` : ''}`;
}

/** `}}` and the like, which the reference reads as a word; what it says of it depends on the block. */
export function severalBraces(session: Session, st: Statement, official?: string): Problem {
  return new Problem('dsl-unknown-statement', official ?? officialOf(session), st.span(0), {
    message: `\`${st.get(0)}\` closes nothing: each brace needs a line of its own.`,
    hint: 'Write one `}` in a line.',
  });
}

function unexpected(session: Session, st: Statement): MakeProblem {
  const { context } = session;
  const expected = expectedIn(session);
  const official = officialOf(session);
  const word = st.get(0);
  const removed = removedWord(word.toLowerCase(), context);
  return (message, candidate, related) =>
    new Problem(
      message
        ? 'dsl-misplaced-statement'
        : removed
          ? 'dsl-removed-keyword'
          : 'dsl-unknown-statement',
      official,
      st.span(0),
      {
        message: message ?? describe(session, st, removed !== undefined),
        hint: removed ?? hintFor(st, candidate, expected),
        related: related && [related],
      },
    );
}

/** What to write now for a word of an older version of the language. */
function removedWord(word: string, context: Context | undefined): string | undefined {
  if (word === 'branding') {
    return `Remove the block; a logo and a font are settings of the site that shows the workspace.\n${UPGRADE_HINT}`;
  }
  const isTerm = word === 'enterprise' && context?.kind === 'terminology';
  return isTerm ? `Remove the line.\n${UPGRADE_HINT}` : undefined;
}

function describe(session: Session, st: Statement, isRemoved: boolean): string {
  const word = shown(st.get(0));
  if (isRemoved) return `\`${word}\` is no longer part of the language.`;
  if (word === '=' || st.get(1) === '=')
    return `\`${word} =\` is not an assignment: it needs a statement behind \`=\`.`;
  if (word.endsWith('{') && word.length > 1)
    return `A blank is missing before \`{\` in \`${word}\`.`;
  if (/^(\/\/|#|\/\*)/.test(word)) return 'A comment can not stand here.';
  if (!session.context) {
    return session.draft
      ? 'Nothing can follow the workspace.'
      : `A file starts with \`workspace\`, not with \`${word}\`.`;
  }
  return `No statement in this block starts with \`${word}\`.`;
}

/** A word as it fits into a message. */
function shown(word: string): string {
  const [line = ''] = word.split('\n', 1);
  return line.length < word.length || line.length > 40 ? `${line.slice(0, 40)}…` : word;
}

function hintFor(
  st: Statement,
  candidate: string | undefined,
  expected: readonly string[],
): string | undefined {
  const word = shown(st.get(0));
  if (word.endsWith('{') && word.length > 1) return `Write: ${word.slice(0, -1)} {`;
  if (candidate) return `Did you mean \`${candidate}\`?`;
  return expected.length > 0 ? `Possible are: ${expected.join(', ')}.` : undefined;
}

/** The words that start a statement in a block, unlisted ones included. */
function wordsOfBlock(context: Context): string[] {
  return [...permittedIn(context), ...(UNLISTED[context.kind] ?? [])];
}

/** How many misspelt words are compared with all archetypes; the rest only with the language's. */
const WORDS_COMPARED = 100;

function nearWord(
  session: Session,
  st: Statement,
  context: Context | undefined,
): string | undefined {
  if (!context) return session.draft ? undefined : suggest(st.get(0), ['workspace']);
  const withArchetypes =
    takesArchetypes(context) && ++session.shared.used.hints <= WORDS_COMPARED
      ? session.archetypes.names()
      : [];
  return suggest(st.get(0), [...wordsOfBlock(context), ...withArchetypes]);
}

function takesArchetypes({ kind }: Context): boolean {
  return kind === 'model' || kind === 'element';
}

/** An open block further out, or the one that was closed just before, where the statement belongs. */
function blockFor(session: Session, st: Statement): Block | undefined {
  const sought = wordOf(st);
  const outer = session.blocks.findLast((block) => knows(session, block, sought));
  if (outer) return outer;
  const { block: closed, around } = session.lastClosed ?? {};
  if (around !== session.blocks.at(-1)) return undefined;
  const isOpenable = closed && closed.context.kind !== 'skipped';
  return isOpenable && knows(session, closed, sought) ? closed : undefined;
}

/** Whether a block has statements that begin with a word. */
function knows({ archetypes }: Session, { context }: Block, word: string): boolean {
  return (
    wordsOfBlock(context).some((known) => known.toLowerCase() === word) ||
    (takesArchetypes(context) && archetypes.hasName(word))
  );
}

/** What tells the blocks that a statement may stand in. */
function wordOf(st: Statement): string {
  return isRelationship(st) ? '->' : st.keyword;
}

function subjectOf(st: Statement): string {
  return isRelationship(st) ? 'A relationship' : `\`${shown(st.get(0))}\``;
}

function isRelationship(st: Statement): boolean {
  return st.size > 2 && st.get(1) === '->';
}

function recoverElsewhere(
  session: Session,
  st: Statement,
  problem: MakeProblem,
  block: Block,
): void {
  const what = subjectOf(st);
  const depth = session.blocks.indexOf(block);
  if (depth < 0) {
    // A brace too many closed the block: it goes on.
    const { oddCloser, lastClosed } = session;
    const closer = oddCloser ? oddBrace(oddCloser) : lastClosed && openBlock(lastClosed.closer);
    const message = `${what} belongs into a block that was closed before it.`;
    session.report(problem(message, undefined, closer), st.line);
    session.oddCloser = undefined;
    session.blocks.push(block);
    session.lastClosed = undefined;
  } else if (isMissingBrace(session, st)) {
    const { opener } = session.blocks.at(-1) ?? {};
    const message = `${what} can not stand in the block around it; a \`}\` is missing above.`;
    session.report(problem(message, undefined, opener && openBlock(opener)), st.line);
    session.forgiven += session.blocks.length - depth - 1;
    session.blocks.length = depth + 1;
  } else {
    const message = `${what} belongs into a block further out.`;
    session.report(problem(message), st.line);
  }
  session.recovering = st.line;
  if (!dispatch(session, st, block.context)) giveUp(session, st);
}

/** A brace that is deeper than what it closes. */
export function oddBrace(line: LogicalLine): Related {
  const message = 'By its indent, this brace is one too many.';
  return { message, span: spanOfLine(line) };
}

function openBlock(line: LogicalLine): Related {
  return { message: 'The block that was open.', span: spanOfLine(line) };
}

/** A statement that stands no deeper than the block around it was meant to be outside. */
function isMissingBrace(session: Session, st: Statement): boolean {
  const { opener } = session.blocks.at(-1) ?? {};
  if (!opener || opener.source !== st.line.source) return false;
  return indentOf(st.line.text) <= indentOf(opener.text);
}

/** How far a line is indented. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
