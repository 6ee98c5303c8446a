import { Problem } from '../problem.ts';
import type { WorkspaceDraft } from '../resolve/draft.ts';
import type { Session } from '../session.ts';
import type { ContextOf } from './context.ts';
import { identifierScope } from './directives.ts';
import { decisions, docs } from './documentation.ts';
import { properties } from './items.ts';
import { keywords, single, tooMany } from './section.ts';
import type { Statement } from './statement.ts';

const STANDALONE = 'workspace [name] [description]';
const EXTENDS = 'workspace extends <file|url>';

/** `workspace [name] [description] {` or `workspace extends <file|url> {` */
export function workspace(session: Session, st: Statement): void {
  if (session.seen.has('workspace')) {
    throw new Problem(
      'dsl-repeated-block',
      'Multiple workspaces are not permitted in a DSL definition',
      st.span(0),
    );
  }
  const grammar = `${STANDALONE} or ${EXTENDS}`;
  if (st.count > 3) {
    session.report(tooMany(st, 3, `Too many tokens, expected: ${grammar}`, grammar), st.line);
  }
  if (st.optional(1) === 'extends') {
    st.require(3, EXTENDS, st.count);
    session.extend(session, st);
  } else {
    session.draft = createWorkspace(st.optional(1) ?? 'Name', st.optional(2) ?? 'Description');
  }
  session.model.implied = 'unless-any';
  session.extending = !session.model.isEmpty;
  session.open({ kind: 'workspace' }, st);
  session.seen.add('workspace');
}

/** A workspace with nothing in it. */
export function createWorkspace(name: string, description: string | undefined): WorkspaceDraft {
  return {
    id: 0,
    name,
    description,
    properties: new Map(),
    scope: undefined,
    visibility: undefined,
    users: [],
    documentation: { sections: [], decisions: [], images: [] },
    undocumented: undefined,
    revision: undefined,
    defaultView: undefined,
    lastSavedView: undefined,
    metadataSymbols: undefined,
    terminology: {},
    themes: [],
    elementStyles: [],
    relationshipStyles: [],
    viewProperties: new Map(),
  };
}

const inWorkspace = keywords<ContextOf<'workspace'>>({
  name: (session, st) => {
    session.workspace.name = single(session, st, 'name <name>');
  },
  description: (session, st) => {
    session.workspace.description = single(session, st, 'description <description>');
  },
  properties: (session, st) => properties(session, st, [session.workspace]),
  '!docs': docs,
  '!adrs': decisions,
  '!decisions': decisions,
  '!identifiers': identifierScope,
  model: (session, st) =>
    once(session, st, 'model', 'models', () => session.open({ kind: 'model' }, st)),
  views: (session, st) =>
    once(session, st, 'views', 'view sets', () => session.open({ kind: 'views' }, st)),
  configuration: (session, st) => session.open({ kind: 'configuration' }, st),
});

/** A second one is reported, and then read as if it went on with the first. */
function once(
  session: Session,
  st: Statement,
  block: 'model' | 'views',
  plural: string,
  open: () => void,
): void {
  if (session.seen.has(block)) {
    const official = `Multiple ${plural} are not permitted in a DSL definition`;
    const hint = 'Put both into one block.';
    session.report(new Problem('dsl-repeated-block', official, st.span(0), { hint }), st.line);
  }
  open();
  session.seen.add(block);
}

/** One statement of `workspace { … }`. */
export function workspaceStatement(
  session: Session,
  st: Statement,
  context: ContextOf<'workspace'>,
): boolean {
  const handler = inWorkspace.get(st.keyword);
  handler?.(session, st, context);
  return handler !== undefined;
}
