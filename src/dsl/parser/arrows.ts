import { didYouMean } from '#diagnostics/suggest.ts';
import { spanIn } from '../lexer/lines.ts';
import { Problem } from '../problem.ts';
import type { Session } from '../session.ts';
import { withoutArrow } from './archetypes.ts';
import type { Context } from './context.ts';
import { isKeyword } from './permitted.ts';
import { Statement, type Word } from './statement.ts';

/** A relationship whose arrow is not one, or lacks a blank or an end. */
interface ArrowSlip {
  readonly problem: Problem;
  /** The statement as it was meant, where that is clear. */
  readonly meant: Statement | undefined;
}

const NAME = /"[^"]*"|(?:[\w.]|\$\{[^{}]*\})+(?:-[\w.]+)*/.source;
const ARROW = /<->|<-|==?>|=[ \t]+>|--?[ \t]+>|-->|->|--|~>|[\u2192\u27f6]|[\u2013\u2014]>/.source;
const PARTS = new RegExp(`^(${NAME})?([ \\t]*)(${ARROW})([ \\t]*)(\\S*)`);

/** Parts of a statement that looks like a relationship; `at` and `end` count in the line's text. */
interface Parts {
  readonly source: string;
  readonly arrow: string;
  readonly at: number;
  readonly destination: string;
  readonly end: number;
  readonly glued: 'before' | 'behind' | 'around' | undefined;
}

function partsOf({ words: [first], line }: Statement): Parts | undefined {
  if (!first) return undefined;
  const match = PARTS.exec(line.text.slice(first.start));
  if (!match) return undefined;
  const [all, source = '', before = '', arrow = '', behind = '', last = ''] = match;
  const destination = last === '{' ? '' : last;
  return {
    source,
    arrow,
    at: first.start + source.length + before.length,
    destination,
    end: first.start + all.length - (last.length - destination.length),
    glued: gluedTo(source !== '' && before === '', destination !== '' && behind === ''),
  };
}

function gluedTo(source: boolean, destination: boolean): Parts['glued'] {
  if (source && destination) return 'around';
  return source ? 'before' : destination ? 'behind' : undefined;
}

/** Blocks that a relationship or a step can stand in. */
function takesArrows(context: Context | undefined): boolean {
  return ['model', 'element', 'elements', 'environment', 'dynamic'].includes(context?.kind ?? '');
}

/** What is wrong with the arrow of a statement that no block knows; `official` is said of it. */
export function arrowSlip(
  session: Session,
  st: Statement,
  context: Context | undefined,
  official: string,
): ArrowSlip | undefined {
  const archetype = unknownArchetype(session, st, official);
  if (archetype && takesArrows(context)) return archetype;
  const parts = partsOf(st);
  if (!parts || !isSlip(session, parts, context)) return undefined;
  const { arrow, at } = parts;
  const span = spanIn(st.line, at, at + arrow.length);
  const code = isMissingEnd(parts) ? 'dsl-missing-word' : 'dsl-unknown-statement';
  return { problem: new Problem(code, official, span, words(parts)), meant: meant(st, parts) };
}

function isSlip(session: Session, parts: Parts, context: Context | undefined): boolean {
  const { source, arrow, destination, glued } = parts;
  const isWhole = source !== '' && destination !== '' && glued === undefined;
  if (!takesArrows(context)) return isWhole && arrow !== '->';
  if (isWhole) return arrow !== '->';
  // Blocks of an element have arrows without a source, and names may hold `--`.
  if (source === '' && (context?.kind === 'dynamic' || arrow === '--')) return false;
  if (arrow === '--' && (glued === 'before' || glued === 'around')) return false;
  return !isKeyword(source) || session.identifiers.named(source) !== undefined;
}

function isMissingEnd({ arrow, destination, glued }: Parts): boolean {
  return arrow === '->' && glued === undefined && destination === '';
}

function words(parts: Parts): { message: string; hint: string } {
  const { source, arrow, destination, glued } = parts;
  const example = `${source}${source && ' '}-> ${destination || '<identifier>'}`;
  const hint = `Write: ${example}`;
  if (arrow !== '->') {
    const isSplit = /\s/.test(arrow);
    const message = isSplit ? `\`${arrow}\` has a blank in it.` : `\`${arrow}\` joins nothing.`;
    return { message, hint: `Did you mean \`->\`? Relationships are written \`${example}\`.` };
  }
  if (glued) return { message: `A blank is missing ${glued} \`->\`.`, hint };
  if (destination === '') return { message: 'The destination behind `->` is missing.', hint };
  return { message: 'The source before `->` is missing.', hint: `Write: <identifier> ${example}` };
}

/** The statement with `->` between its ends; an arrow that points back is left alone. */
function meant(st: Statement, { source, arrow, at, destination, end }: Parts) {
  const first = st.words[0];
  const isName = /^[\w.-]+$/;
  if (!first || arrow.startsWith('<') || !isName.test(destination)) return undefined;
  if (source !== '' && !isName.test(source)) return undefined;
  const word = (text: string, start: number, to: number): Word => {
    return { text, raw: text, start, end: to, quoted: false, unclosed: false };
  };
  return new Statement(
    st.line,
    [
      ...(source === '' ? [] : [word(source, first.start, first.start + source.length)]),
      word('->', at, at + arrow.length),
      word(destination, end - destination.length, end),
      ...st.words.filter(({ start }) => start >= end),
    ],
    st.identifier,
  );
}

/** `a --https-> b` with an archetype that nobody defined. */
function unknownArchetype(
  session: Session,
  st: Statement,
  official: string,
): ArrowSlip | undefined {
  const index = [0, 1].find((at) => /^--.+->$/.test(st.get(at)));
  if (index === undefined) return undefined;
  const name = withoutArrow(st.get(index));
  const known = session.archetypes.namesOfArrows();
  const near = didYouMean(
    st.get(index),
    known.map((one) => `--${one}->`),
  );
  const problem = new Problem('dsl-unknown-statement', official, st.span(index), {
    message: `There is no relationship archetype \`${name}\`.`,
    hint: near ?? 'Write `->`, or define it in `archetypes`.',
  });
  const plain = st.words.map((word, at) => (at === index ? { ...word, text: '->' } : word));
  return { problem, meant: new Statement(st.line, plain, st.identifier) };
}
