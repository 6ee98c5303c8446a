import type { AutoLayout } from '#model/views.ts';
import { parseInteger } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import { addAnimationStep } from '../resolve/animation.ts';
import type {
  ElementDraft,
  GraphViewDraft,
  RelationshipDraft,
  ViewDraft,
} from '../resolve/draft.ts';
import {
  type ExpressionScope,
  evaluate,
  evaluateIdentifier,
  type Item,
  isExpression,
} from '../resolve/expressions.ts';
import {
  addDeployed,
  addElement,
  addRelationship,
  removeElement,
  removeNode,
} from '../resolve/view.ts';
import { addDefaultElements } from '../resolve/view-defaults.ts';
import { warnThirdOperand } from '../rules/third-operand.ts';
import type { Session } from '../session.ts';
import type { ContextOf } from './context.ts';
import { properties } from './items.ts';
import { scopeOf } from './lookup.ts';
import { arity, type Handler, keywords, single } from './section.ts';
import type { Statement } from './statement.ts';

type ViewContext = ContextOf<'view'>;

function placeOf({ kind }: GraphViewDraft): ExpressionScope['place'] {
  if (kind === 'Custom') return 'custom';
  return kind === 'Deployment' ? 'deployment' : 'static';
}

const include: Handler<ViewContext> = (session, st, { view }) => {
  st.require(
    2,
    `include ${includeGrammar(view)}`,
    st.size,
    `Expected: include ${includeGrammar(view)}`,
  );
  const scope = scopeOf(session, session.context, placeOf(view), st);
  for (const [index, { text }] of st.words.entries()) {
    if (index === 0) continue;
    const before = view.elements.size + view.relationships.size;
    if (looksThroughModel(view, text)) session.spendModel(() => st.span(index));
    atWord(st, index, () => includeWord(session, st, view, scope, text, index));
    const added = view.elements.size + view.relationships.size - before;
    session.spendShown(added, () => st.span(index));
  }
};

/** Names, and `*` in views of one element, only lead to neighbours. */
function looksThroughModel({ kind }: GraphViewDraft, word: string): boolean {
  if (word === '*' || word === '*?') return kind === 'SystemLandscape' || kind === 'Deployment';
  return isExpression(word);
}

function includeGrammar({ kind }: GraphViewDraft): string {
  if (kind === 'Custom') return '<*|identifier> [*|identifier...]';
  const reluctant = kind === 'SystemContext' || kind === 'Container' || kind === 'Component';
  return `<*|${reluctant ? '*?|' : ''}identifier|expression> [*|identifier|expression...]`;
}

function includeWord(
  session: Session,
  st: Statement,
  view: GraphViewDraft,
  scope: ExpressionScope,
  word: string,
  index: number,
): void {
  const { model } = session;
  if (word === '*' || word === 'element==*') {
    addDefaultElements(model, view, true);
  } else if (word === '*?' && placeOf(view) === 'static') {
    addDefaultElements(model, view, false);
  } else if (isExpression(word)) {
    warnThirdOperand(session, st, word, index);
    for (const item of evaluate(word, scope)) include1(session, view, item, undefined);
  } else {
    for (const item of evaluateIdentifier(word, scope)) include1(session, view, item, word);
  }
}

/** Adds an item; what the view can't hold is passed over, unless the author named it outright. */
function include1(
  session: Session,
  view: GraphViewDraft,
  item: Item,
  identifier: string | undefined,
): void {
  if (item.type === 'relationship') {
    includeRelationship(session, view, item);
  } else if (!canHold(view, item)) {
    if (!identifier) return;
    throw new Problem(
      'dsl-not-in-view',
      `The element "${identifier}" can not be added to this type of view`,
    );
  } else if (view.kind === 'Deployment' && item.kind !== 'CustomElement') {
    for (const instance of instancesIn(session, view, item)) {
      if (addDeployed(session.model, view, instance)) break;
    }
  } else {
    addElement(session.model, view, item);
  }
}

/** Which kinds each kind of view takes, whatever else speaks against one of them. */
function canHold(view: GraphViewDraft, { kind }: ElementDraft): boolean {
  if (kind === 'CustomElement') return true;
  const isSystem = kind === 'Person' || kind === 'SoftwareSystem';
  switch (view.kind) {
    case 'Custom':
      return false;
    case 'Deployment':
      return kind !== 'Person' && kind !== 'Component';
    case 'Container':
      return isSystem || kind === 'Container';
    case 'Component':
      return isSystem || kind === 'Container' || kind === 'Component';
    default:
      return isSystem;
  }
}

/** In a deployment view, a system or container stands for its instances in the environment. */
function instancesIn(
  session: Session,
  view: GraphViewDraft,
  element: ElementDraft,
): readonly ElementDraft[] {
  if (element.kind !== 'SoftwareSystem' && element.kind !== 'Container') return [element];
  return session.model
    .instancesOf(element)
    .filter((instance) => instance.environment === view.environment);
}

function includeRelationship(
  session: Session,
  view: GraphViewDraft,
  relationship: RelationshipDraft,
): void {
  const { source, destination } = relationship;
  if (view.elements.has(source) && view.elements.has(destination)) {
    addRelationship(view, relationship);
    return;
  }
  if (view.kind !== 'Deployment') return;
  for (const copy of session.model.relationships) {
    if (copy.linked === relationship) addRelationship(view, copy);
  }
}

const exclude: Handler<ViewContext> = (session, st, { view }) => {
  const grammar =
    view.kind === 'Custom'
      ? '<identifier> [identifier...]'
      : '<identifier|expression> [identifier|expression...]';
  st.require(2, `exclude ${grammar}`, st.size);
  const scope = scopeOf(session, session.context, placeOf(view), st);
  for (const [index, { text }] of st.words.entries()) {
    if (index === 0) continue;
    session.spendModel(() => st.span(index));
    atWord(st, index, () => {
      const isWritten = isExpression(text);
      if (isWritten) warnThirdOperand(session, st, text, index);
      const items = isWritten ? evaluate(text, scope) : evaluateIdentifier(text, scope);
      for (const item of items) exclude1(session, view, item);
    });
  }
};

function exclude1(session: Session, view: GraphViewDraft, item: Item): void {
  if (item.type === 'relationship') {
    view.relationships.delete(item);
    if (view.kind !== 'Deployment') return;
    for (const relationship of [...view.relationships.keys()]) {
      if (relationship.linked === item) view.relationships.delete(relationship);
    }
  } else if (canHold(view, item)) {
    if (item.kind === 'DeploymentNode') removeNode(view, item);
    else for (const element of excluded(session, view, item)) removeElement(view, element);
  }
}

function excluded(
  session: Session,
  view: GraphViewDraft,
  item: ElementDraft,
): readonly ElementDraft[] {
  return view.kind === 'Deployment' ? instancesIn(session, view, item) : [item];
}

/** Points a problem at the word that it is about. */
function atWord(st: Statement, index: number, run: () => void): void {
  try {
    run();
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.span) throw problem;
    const { code, official, detail } = problem;
    throw new Problem(code, official, st.span(index), detail);
  }
}

const animationStep: Handler<ViewContext> = (session, st, { view }) => {
  const grammar = '<identifier|element expression> [identifier|element expression...]';
  st.require(2, `animationStep ${grammar}`, st.size);
  animate(session, st, view, 1);
};

/** One line of an `animation` block. */
export function animationLine(
  session: Session,
  st: Statement,
  { view }: ContextOf<'animation'>,
): void {
  animate(session, st, view, 0);
}

const NOTHING_TO_ANIMATE: Readonly<Record<ExpressionScope['place'], string>> = {
  model: '',
  static: 'No elements were found',
  custom: 'No custom elements were found',
  deployment:
    'No software system instances, container instances, or infrastructure nodes were found',
};

function animate(session: Session, st: Statement, view: GraphViewDraft, from: number): void {
  const place = placeOf(view);
  const scope = scopeOf(session, session.context, place, st);
  const elements: ElementDraft[] = [];
  for (const { text } of st.words.slice(from)) {
    session.spendModel(() => st.whole);
    const items = isExpression(text) ? evaluate(text, scope) : evaluateIdentifier(text, scope);
    for (const item of items)
      if (item.type === 'element' && canAnimate(place, item)) elements.push(item);
  }
  if (elements.length === 0) {
    throw new Problem('dsl-nothing-found', NOTHING_TO_ANIMATE[place], st.span(from));
  }
  // Instances go before infrastructure nodes, in whatever order they are named.
  const infrastructure = elements.filter(({ kind }) => kind === 'InfrastructureNode');
  const others = elements.filter(({ kind }) => kind !== 'InfrastructureNode');
  addAnimationStep(view, [...others, ...infrastructure]);
}

function canAnimate(place: ExpressionScope['place'], { kind, instanceOf }: ElementDraft): boolean {
  if (place === 'custom') return kind === 'CustomElement';
  if (place === 'deployment') return instanceOf !== undefined || kind === 'InfrastructureNode';
  return ['Person', 'SoftwareSystem', 'Container', 'Component'].includes(kind);
}

const DIRECTIONS: Readonly<Record<string, AutoLayout['rankDirection']>> = {
  tb: 'TopBottom',
  bt: 'BottomTop',
  lr: 'LeftRight',
  rl: 'RightLeft',
};

/** What `autoLayout` means where it says nothing. */
export const DEFAULT_AUTO_LAYOUT: AutoLayout = {
  rankDirection: 'LeftRight',
  rankSeparation: 100,
  nodeSeparation: 50,
  edgeSeparation: 50,
  vertices: true,
};

/** `autoLayout [direction] [ranks] [nodes] [edges] [vertices]` */
export function autoLayout(session: Session, st: Statement, view: GraphViewDraft): void {
  const grammar =
    'autoLayout [rankDirection] [rankSeparation] [nodeSeparation] [edgeSeparation] [vertices]';
  arity(session, st, [1, 6], grammar);
  const { rankDirection, rankSeparation, nodeSeparation, edgeSeparation, vertices } =
    DEFAULT_AUTO_LAYOUT;
  view.autoLayout = {
    rankDirection: direction(st, rankDirection),
    ...separations(st, { rankSeparation, nodeSeparation, edgeSeparation }),
    vertices: verticesOf(st, vertices),
  };
}

function direction(
  st: Statement,
  otherwise: AutoLayout['rankDirection'],
): AutoLayout['rankDirection'] {
  if (st.size < 2) return otherwise;
  const written = st.get(1);
  const found = Object.hasOwn(DIRECTIONS, written) ? DIRECTIONS[written] : undefined;
  if (found) return found;
  throw new Problem('dsl-invalid-value', 'Valid rank directions are: tb|bt|lr|rl', st.span(1), {
    hint: Object.hasOwn(DIRECTIONS, written.toLowerCase()) ? 'Write it in lower case.' : undefined,
  });
}

function separations(
  st: Statement,
  otherwise: Pick<AutoLayout, 'rankSeparation' | 'nodeSeparation' | 'edgeSeparation'>,
) {
  const read = (index: number, name: string, value: number): number => {
    if (st.size <= index) return value;
    const number = parseInteger(st.get(index));
    if (number !== undefined && number >= 0) return number;
    const official =
      number === undefined
        ? `${name} separation must be positive integer in pixels`
        : `The ${name.toLowerCase()} separation must be a positive integer.`;
    throw new Problem('dsl-invalid-value', official, st.span(index));
  };
  return {
    rankSeparation: read(2, 'Rank', otherwise.rankSeparation),
    nodeSeparation: read(3, 'Node', otherwise.nodeSeparation),
    edgeSeparation: read(4, 'Edge', otherwise.edgeSeparation),
  };
}

function verticesOf(st: Statement, otherwise: boolean): boolean {
  if (st.size <= 5) return otherwise;
  const written = st.get(5).toLowerCase();
  if (written === 'true' || written === 'false') return written === 'true';
  throw new Problem('dsl-invalid-value', 'Vertices must be true or false', st.span(5));
}

const inView = keywords<ViewContext>({
  include,
  exclude,
  animationStep,
  animation: (session, st, { view }) => session.open({ kind: 'animation', view }, st),
  autolayout: (session, st, { view }) => autoLayout(session, st, view),
});

/** One statement of a static, custom or deployment view. */
export function viewStatement(session: Session, st: Statement, context: ViewContext): boolean {
  const handler = inView.get(st.keyword);
  handler?.(session, st, context);
  return handler !== undefined || anyViewStatement(session, st, context.view);
}

/** Statements that every kind of view has. */
export function anyViewStatement(session: Session, st: Statement, view: ViewDraft): boolean {
  switch (st.keyword) {
    case 'properties':
      properties(session, st, [view]);
      return true;
    case 'default':
      session.workspace.defaultView = view.key;
      return true;
    case 'title':
      view.title = single(session, st, 'title <title>');
      return true;
    case 'description':
      view.description = single(session, st, 'description <description>');
      return true;
    default:
      return false;
  }
}
