import { didYouMean } from '#diagnostics/suggest.ts';
import { isEmpty, split, trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, GraphViewDraft } from '../resolve/draft.ts';
import { Sequence } from '../resolve/dynamic.ts';
import type { Session } from '../session.ts';
import type { ContextOf } from './context.ts';
import { properties } from './items.ts';
import { find, unknown } from './lookup.ts';
import { theme, themes } from './presentation.ts';
import { arity, type Handler, keywords } from './section.ts';
import type { Statement } from './statement.ts';

type ViewsContext = ContextOf<'views'>;

/**
 * Key, description and place of a view, whose key is the word at `keyIndex`. One that it can't have is
 * reported; the view goes on without, so that what is wrong in it is found.
 */
function common(
  session: Session,
  st: Statement,
  keyIndex: number,
  descriptionIndex = keyIndex + 1,
) {
  const key = st.optional(keyIndex);
  const problem = key === undefined ? undefined : session.views.keyProblem(key, st.span(keyIndex));
  if (problem) session.report(problem, st.line);
  return {
    key: problem ? '' : (key ?? ''),
    description: st.optional(descriptionIndex) ?? '',
    origin: st.whole,
  };
}

/** A view that may not come about: what is built on its key is no fault of its own then. */
function keyed(keyIndex: number, handler: Handler<ViewsContext>): Handler<ViewsContext> {
  return (session, st, context) => {
    session.identifiers.fail(viewName(st.optional(keyIndex) ?? ''));
    handler(session, st, context);
  };
}

/** Under which a view that was lost is remembered; no identifier has a blank. */
function viewName(key: string): string {
  return `view ${key}`;
}

function addGraph(
  session: Session,
  st: Statement,
  input: Parameters<Session['views']['addGraph']>[1],
): GraphViewDraft {
  const view = session.views.addGraph(session.model, input);
  if (view.kind === 'Dynamic') {
    session.open({ kind: 'dynamic', view, sequence: new Sequence() }, st);
  } else {
    session.open({ kind: 'view', view }, st);
  }
  return view;
}

/** The system or container that a view is about. */
function subject(
  session: Session,
  st: Statement,
  kinds: readonly ElementDraft['kind'][],
  what: string,
): ElementDraft {
  const name = st.get(1);
  const named = find(session, session.context, name);
  if (!named) throw unknown(session, st, name, `The ${what} "${name}" does not exist`);
  if (named.type === 'element' && kinds.includes(named.kind)) return named;
  throw new Problem('dsl-wrong-kind', `The element "${name}" is not a ${what}`, st.span(1));
}

const systemLandscape: Handler<ViewsContext> = (session, st) => {
  arity(session, st, [1, 3], 'systemLandscape [key] [description] {', st.count);
  addGraph(session, st, { ...common(session, st, 1), kind: 'SystemLandscape' });
};

const systemContext: Handler<ViewsContext> = (session, st) => {
  const grammar = 'systemContext <software system identifier> [key] [description] {';
  arity(session, st, [2, 4], grammar, st.count);
  const softwareSystem = subject(session, st, ['SoftwareSystem'], 'software system');
  addGraph(session, st, { ...common(session, st, 2), kind: 'SystemContext', softwareSystem });
};

const container: Handler<ViewsContext> = (session, st) => {
  const grammar = 'container <software system identifier> [key] [description] {';
  arity(session, st, [2, 4], grammar, st.count);
  const softwareSystem = subject(session, st, ['SoftwareSystem'], 'software system');
  addGraph(session, st, { ...common(session, st, 2), kind: 'Container', softwareSystem });
};

const component: Handler<ViewsContext> = (session, st) => {
  const grammar = 'component <container identifier> [key] [description] {';
  arity(session, st, [2, 4], grammar, st.count);
  const scope = subject(session, st, ['Container'], 'container');
  const softwareSystem = scope.parent;
  addGraph(session, st, { ...common(session, st, 2), kind: 'Component', softwareSystem, scope });
};

const dynamic: Handler<ViewsContext> = (session, st) => {
  const grammar =
    'dynamic <*|software system identifier|container identifier> [key] [description] {';
  arity(session, st, [2, 4], grammar, st.count);
  const scope =
    st.get(1) === '*'
      ? undefined
      : subject(session, st, ['SoftwareSystem', 'Container'], 'software system or container');
  addGraph(session, st, { ...common(session, st, 2), kind: 'Dynamic', scope });
};

const deployment: Handler<ViewsContext> = (session, st) => {
  const grammar = 'deployment <*|software system identifier> <environment> [key] [description] {';
  arity(session, st, [3, 5], grammar, st.count);
  const environment = environmentNamed(session, st);
  const softwareSystem =
    st.get(1) === '*' ? undefined : subject(session, st, ['SoftwareSystem'], 'software system');
  addGraph(session, st, {
    ...common(session, st, 3),
    kind: 'Deployment',
    softwareSystem,
    environment,
  });
};

/** An environment by its identifier or its name; only those with a node count. */
function environmentNamed(session: Session, st: Statement): string {
  const written = st.get(2);
  session.spendModel(() => st.span(2));
  const named = find(session, session.context, written);
  const name = named?.type === 'environment' ? named.name : written;
  const names = new Set(
    session.model.elements.flatMap((element) =>
      element.kind === 'DeploymentNode' ? (element.environment ?? []) : [],
    ),
  );
  if (names.has(name)) return name;
  throw new Problem(
    'dsl-unknown-environment',
    `The environment "${name}" does not exist`,
    st.span(2),
    {
      consequence: session.identifiers.failed(written),
      hint: didYouMean(name, names) ?? 'An environment counts once it has a deployment node.',
    },
  );
}

const custom: Handler<ViewsContext> = (session, st) => {
  arity(session, st, [1, 4], 'custom [key] [title] [description] {', st.count);
  const title = st.optional(2) ?? '';
  addGraph(session, st, { ...common(session, st, 1, 3), kind: 'Custom', title });
};

const filtered: Handler<ViewsContext> = (session, st) => {
  const grammar = 'filtered <baseKey> <include|exclude> <tags> [key] [description]';
  arity(session, st, [4, 6], grammar, st.count);
  const tags = split(st.get(3), ',')
    .filter((tag) => !isEmpty(tag))
    .map((tag) => trim(tag));
  const mode = filterMode(st);
  const base = filterBase(session, st);
  const view = session.views.addFiltered({ ...common(session, st, 4), base, mode, tags });
  if (st.opensBlock) session.open({ kind: 'filtered', view }, st);
};

function filterMode(st: Statement): 'Include' | 'Exclude' {
  const mode = st.get(2).toLowerCase();
  if (mode === 'include') return 'Include';
  if (mode === 'exclude') return 'Exclude';
  throw new Problem('dsl-invalid-value', 'Filter mode should be include or exclude', st.span(2));
}

function filterBase(session: Session, st: Statement): GraphViewDraft {
  const key = st.get(1);
  const base = session.views.get(key);
  if (!base) {
    throw new Problem('dsl-unknown-view', `The view "${key}" does not exist`, st.span(1), {
      consequence: session.identifiers.failed(viewName(key)),
      hint: didYouMean(key, session.views.keys()) ?? 'The view must stand above.',
    });
  }
  const related = base.origin && [{ message: 'The view.', span: base.origin }];
  if (base.type !== 'graph' || base.kind === 'Dynamic' || base.kind === 'Custom') {
    throw new Problem(
      'dsl-view-not-filterable',
      `The view "${key}" must be a System Landscape, System Context, Container, Component, or Deployment view`,
      st.span(1),
      { related },
    );
  }
  if (base.autoLayout) {
    throw new Problem(
      'dsl-view-not-filterable',
      `The view "${key}" has automatic layout enabled - this is not supported for filtered views`,
      st.span(1),
      { related, hint: 'Take `autoLayout` out of the base view.' },
    );
  }
  return base;
}

const image: Handler<ViewsContext> = (session, st) => {
  arity(session, st, [2, 3], 'image <*|element identifier> [key] {', st.count);
  const { key, origin } = common(session, st, 2);
  const view = session.views.addImage({ key, origin, element: imageScope(session, st) });
  openImage(session, st, { kind: 'image', view, scheme: undefined });
};

function imageScope(session: Session, st: Statement): ElementDraft | undefined {
  const name = st.get(1);
  if (name === '*') return undefined;
  const named = find(session, session.context, name);
  if (named?.type === 'element') return named;
  throw unknown(session, st, name, `The element "${name}" does not exist`);
}

/** Opens the block of an image view, or one in it, and refuses at its end a view that shows nothing. */
export function openImage(
  session: Session,
  st: Statement,
  context: ContextOf<'image'>,
  onClose: () => void = () => {},
): void {
  const { errors } = session.shared.used;
  session.open(context, st, () => {
    onClose();
    const { content, contentLight, contentDark } = context.view.content;
    if (content || contentLight || contentDark) return;
    const official = `The image view "${context.view.key}" has no content`;
    throw new Problem('dsl-no-content', official, st.span(0), {
      consequence: session.shared.used.errors > errors,
      hint: 'Write plantuml, mermaid, kroki or image in its block.',
    });
  });
}

const inViews = keywords<ViewsContext>({
  custom: keyed(1, custom),
  systemLandscape: keyed(1, systemLandscape),
  systemContext: keyed(2, systemContext),
  container: keyed(2, container),
  component: keyed(2, component),
  dynamic: keyed(2, dynamic),
  deployment: keyed(3, deployment),
  filtered,
  image,
  properties: (session, st) =>
    properties(session, st, [{ properties: session.workspace.viewProperties }]),
  styles: (session, st) => session.open({ kind: 'styles', scheme: undefined }, st),
  theme,
  themes,
  terminology: (session, st) => session.open({ kind: 'terminology' }, st),
});

/** One statement of `views { … }`. */
export function viewsStatement(session: Session, st: Statement, context: ViewsContext): boolean {
  const handler = inViews.get(st.keyword);
  handler?.(session, st, context);
  return handler !== undefined;
}
