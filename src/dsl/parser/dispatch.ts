import type { Session } from '../session.ts';
import { archetypeStatement, archetypesStatement } from './archetype-statements.ts';
import { configurationStatement, user } from './configuration.ts';
import type { Context } from './context.ts';
import { constant, identifierScope, impliedRelationships, removedDirective } from './directives.ts';
import { importStatement } from './documentation.ts';
import { dynamicStatement, step, stepStatement } from './dynamic.ts';
import { findElements, findOne, findRelationship, findRelationships } from './find.ts';
import { putOff } from './forward.ts';
import { filteredStatement, imageStatement } from './image-views.ts';
import { perspective, perspectiveStatements, property } from './items.ts';
import {
  elementStatement,
  elementsStatement,
  environmentStatement,
  modelStatement,
  relationshipStatement,
  relationshipsStatement,
} from './model.ts';
import { terminologyStatement } from './presentation.ts';
import {
  bulkExplicit,
  bulkImplicit,
  explicit,
  implicit,
  isArrow,
  remove,
} from './relationships.ts';
import type { Statement } from './statement.ts';
import { elementStyleStatement, relationshipStyleStatement, stylesStatement } from './styles.ts';
import { animationLine, viewStatement } from './view-content.ts';
import { viewsStatement } from './views.ts';
import { workspace, workspaceStatement } from './workspace.ts';

/**
 * Carries a statement out in a block, and tells whether it is one there. The order of the questions
 * is the reference's: where a word could be several things, the first one wins.
 */
export function dispatch(session: Session, st: Statement, context: Context | undefined): boolean {
  return (
    relationship(session, st, context) ||
    findDirective(session, st, context) ||
    section(session, st, context) ||
    implied(session, st) ||
    line(session, st, context) ||
    definition(session, st, context)
  );
}

/** `a -> b`, `-> b` and `a -/> b {`, in blocks that can hold relationships. */
function relationship(session: Session, st: Statement, context: Context | undefined): boolean {
  const kind = context?.kind;
  if (kind === 'environment' && st.size >= 4 && st.get(1) === '-/>' && st.opensBlock) {
    remove(session, st, context as Extract<Context, { kind: 'environment' }>);
    return true;
  }
  if (st.size > 2 && isArrow(session, st, 1)) {
    if (
      context?.kind === 'model' ||
      context?.kind === 'environment' ||
      context?.kind === 'element'
    ) {
      if (!putOff(session, st, context)) explicit(session, st, context);
      return true;
    }
    if (context?.kind === 'elements') {
      bulkExplicit(session, st, context);
      return true;
    }
  }
  if (st.size >= 2 && isArrow(session, st, 0)) {
    if (context?.kind === 'element') {
      if (!putOff(session, st, context)) implicit(session, st, context);
      return true;
    }
    if (context?.kind === 'elements') {
      bulkImplicit(session, st, context);
      return true;
    }
  }
  return false;
}

/** `!element` and its kin, in blocks of the model. */
function findDirective(session: Session, st: Statement, context: Context | undefined): boolean {
  const kind = context?.kind;
  if (!context || !st.keyword.startsWith('!')) return false;
  const inModel = kind === 'model' || kind === 'element';
  switch (st.keyword) {
    case '!ref':
    case '!extend':
      return inModel || kind === 'relationship' ? removedDirective(st) : false;
    case '!element':
      if (!inModel && kind !== 'relationship') return false;
      findOne(session, st, context);
      return true;
    case '!relationship':
      if (!inModel && kind !== 'relationship') return false;
      findRelationship(session, st);
      return true;
    case '!elements':
      if (!inModel && kind !== 'environment') return false;
      findElements(session, st, context);
      return true;
    case '!relationships':
      if (!inModel && kind !== 'environment') return false;
      findRelationships(session, st, context);
      return true;
    default:
      return false;
  }
}

/** The statements of each kind of block. */
function section(session: Session, st: Statement, context: Context | undefined): boolean {
  switch (context?.kind) {
    case undefined:
      if (st.keyword !== 'workspace') return false;
      workspace(session, st);
      return true;
    case 'workspace':
      return workspaceStatement(session, st, context);
    case 'model':
      return modelStatement(session, st, context);
    case 'element':
      return elementStatement(session, st, context);
    case 'relationship':
      return relationshipStatement(session, st, context);
    case 'relationships':
      return relationshipsStatement(session, st, context);
    case 'elements':
      return elementsStatement(session, st, context);
    case 'environment':
      return environmentStatement(session, st, context);
    case 'archetypes':
      return archetypesStatement(session, st);
    case 'archetype':
      return archetypeStatement(session, st, context);
    case 'properties':
      property(session, st, context);
      return true;
    case 'perspectives':
      perspective(session, st, context);
      return true;
    case 'perspective': {
      const handler = perspectiveStatements.get(st.keyword);
      handler?.(session, st, context);
      return handler !== undefined;
    }
    case 'views':
      return viewsStatement(session, st, context);
    case 'view':
      return viewStatement(session, st, context);
    case 'dynamic':
      return dynamicStatement(session, st, context);
    case 'step':
      return stepStatement(session, st, context);
    case 'filtered':
      return filteredStatement(session, st, context);
    case 'image':
      return imageStatement(session, st, context);
    case 'styles':
      return stylesStatement(session, st, context);
    case 'element-style':
      return elementStyleStatement(session, st, context);
    case 'relationship-style':
      return relationshipStyleStatement(session, st, context);
    case 'terminology':
      return terminologyStatement(session, st);
    case 'configuration':
      return configurationStatement(session, st);
    case 'import':
      return importStatement(st, context);
    default:
      return false;
  }
}

function implied(session: Session, st: Statement): boolean {
  if (st.keyword !== '!impliedrelationships' && st.keyword !== 'impliedrelationships') return false;
  impliedRelationships(session, st);
  return true;
}

/** Blocks whose lines need no keyword. */
function line(session: Session, st: Statement, context: Context | undefined): boolean {
  switch (context?.kind) {
    case 'dynamic':
      step(session, st, context);
      return true;
    case 'animation':
      animationLine(session, st, context);
      return true;
    case 'users':
      user(session, st);
      return true;
    default:
      return false;
  }
}

function definition(session: Session, st: Statement, context: Context | undefined): boolean {
  switch (st.keyword) {
    case '!constant':
      return removedDirective(st);
    case '!const':
      constant(session, st, 'constant');
      return true;
    case '!var':
      constant(session, st, 'variable');
      return true;
    case '!identifiers':
      if (context?.kind !== 'model') return false;
      identifierScope(session, st);
      return true;
    default:
      return false;
  }
}
