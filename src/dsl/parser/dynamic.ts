import { didYouMean } from '#diagnostics/suggest.ts';
import { isEmpty } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, StepDraft } from '../resolve/draft.ts';
import { addRelationshipStep, addStep } from '../resolve/dynamic.ts';
import { isStatic } from '../resolve/model.ts';
import { warnBraceAsText } from '../rules/brace-as-text.ts';
import type { Session } from '../session.ts';
import { arrowSlip } from './arrows.ts';
import type { ContextOf, DynamicContext } from './context.ts';
import { checkUrl, properties } from './items.ts';
import { find, unknown } from './lookup.ts';
import { permittedIn } from './permitted.ts';
import { keywords, single, tooMany } from './section.ts';
import type { Statement } from './statement.ts';
import { anyViewStatement, autoLayout } from './view-content.ts';

const BY_ENDS = '[order:] <identifier> -> <identifier> [description] [technology]';
const BY_NAME = '[order:] <identifier> [description]';

/** One statement of a dynamic view but its steps. */
export function dynamicStatement(
  session: Session,
  st: Statement,
  context: DynamicContext,
): boolean {
  if (st.keyword === '{') {
    parallel(session, st, context);
    return true;
  }
  if (st.keyword === 'autolayout') {
    autoLayout(session, st, context.view);
    return true;
  }
  return anyViewStatement(session, st, context.view);
}

/** `{ … }`: a sequence beside others, numbered from where they start. */
function parallel(session: Session, st: Statement, { view, sequence }: DynamicContext): void {
  sequence.startParallel();
  const state = { holdsSteps: false };
  session.open({ kind: 'dynamic', view, sequence, parallel: state }, st, () =>
    sequence.endParallel(state.holdsSteps),
  );
}

/** `[order:] …`: anything that is nothing else in a dynamic view. */
export function step(session: Session, written: Statement, context: DynamicContext): void {
  const prefix = written.get(0).endsWith(':') ? written.get(0).slice(0, -1) : undefined;
  const st = prefix === undefined ? written : written.withoutFirst();
  const added =
    st.size > 1 && st.get(1) === '->' ? byEnds(session, st, context) : byName(session, st, context);
  if (!isEmpty(prefix)) added.order = prefix;
  if (context.parallel) context.parallel.holdsSteps = true;
  if (st.opensBlock) session.open({ kind: 'step', step: added }, st);
}

function byEnds(session: Session, st: Statement, context: DynamicContext): StepDraft {
  if (st.size > 5) {
    session.report(tooMany(st, 5, `Too many tokens, expected: ${BY_ENDS}`, BY_ENDS), st.line);
  }
  st.require(3, BY_ENDS, st.size);
  const source = end(session, st, 0, 'source');
  const destination = end(session, st, 2, 'destination');
  if (st.opensBlock && st.size === 5)
    session.report(braceAsTechnology(st, source, destination), st.line);
  warnBraceAsText(session, st, 3);
  const [description, technology] = [st.get(3), st.size === 5 && st.opensBlock ? '' : st.get(4)];
  return addStep(session.model, context.view, context.sequence, {
    source,
    destination,
    description,
    technology,
  });
}

/** The reference looks for a relationship whose technology is `{`. */
function braceAsTechnology(
  st: Statement,
  source: ElementDraft,
  destination: ElementDraft,
): Problem {
  return new Problem(
    'dsl-no-relationship',
    `A relationship between ${source.name} and ${destination.name} with technology { does not exist in model.`,
    st.span(4),
    {
      message: 'The `{` is read as the technology of this step.',
      hint: 'A step with a block can have no words of its own before the brace.',
    },
  );
}

function byName(session: Session, st: Statement, context: DynamicContext): StepDraft {
  const relationship = session.identifiers.relationship(st.get(0));
  const many = `Too many tokens, expected: ${BY_NAME}`;
  if (!relationship) {
    const none = `The relationship "${st.get(0)}" does not exist`;
    throw noStep(session, st, context, st.size > 2 ? many : none);
  }
  if (st.size > 2) session.report(tooMany(st, 2, many, BY_NAME), st.line);
  warnBraceAsText(session, st, 1);
  return addRelationshipStep(
    session.model,
    context.view,
    context.sequence,
    relationship,
    st.get(1),
  );
}

/** Why a statement is no step: one reason, however many the reference would find one after another. */
function noStep(
  session: Session,
  st: Statement,
  context: DynamicContext,
  official: string,
): Problem {
  const name = st.get(0);
  const [isApart, from] = st.get(1) === ':' ? [true, 2] : [false, 1];
  const isStep = st.get(from + 1) === '->' || session.identifiers.relationship(st.get(from));
  if (isStep && /^\w[\w.]*$/.test(name)) {
    const rest = st.words.slice(from, from + (st.get(from + 1) === '->' ? 3 : 1));
    return new Problem('dsl-missing-word', official, st.span(0), {
      message: isApart
        ? `The colon has to follow \`${name}\` without a blank.`
        : `A colon is missing behind \`${name}\`.`,
      hint: `Write: ${[`${name}:`, ...rest.map(({ raw }) => raw)].join(' ')}`,
    });
  }
  const slip = arrowSlip(session, st, context, official);
  if (slip) return slip.problem;
  const hint =
    didYouMean(name, permittedIn(context)) ??
    session.identifiers.hint(name) ??
    'A step names two elements, `a -> b`, or a relationship that has an identifier.';
  const message = `The relationship "${name}" does not exist.`;
  return unknown(session, st, name, official, { message, hint });
}

function end(
  session: Session,
  st: Statement,
  index: number,
  role: 'source' | 'destination',
): ElementDraft {
  const name = st.get(index);
  const named = find(session, session.context, name);
  if (!named) {
    const official = `The ${role} element "${name}" does not exist`;
    const [order, behind] = name.split(/:(.+)/);
    if (role === 'source' && order && behind && find(session, session.context, behind)) {
      throw new Problem('dsl-unknown-identifier', official, st.span(index), {
        message: `A blank is missing behind \`${order}:\`.`,
        hint: `Write: ${order}: ${behind} -> ${st.get(2)}`,
      });
    }
    throw unknown(session, st, name, official);
  }
  if (named.type === 'element' && isStatic(named)) return named;
  throw new Problem(
    'dsl-wrong-kind',
    `The ${role} element "${name}" should be a static structure or custom element`,
    st.span(index),
  );
}

const inStep = keywords<ContextOf<'step'>>({
  properties: (session, st, { step: item }) => properties(session, st, [item]),
  url: (session, st, { step: item }) => {
    item.url = checkUrl(single(session, st, 'url <url>', st.count), st);
  },
});

/** One statement of a step's block. */
export function stepStatement(
  session: Session,
  st: Statement,
  context: ContextOf<'step'>,
): boolean {
  const handler = inStep.get(st.keyword);
  handler?.(session, st, context);
  return handler !== undefined;
}
