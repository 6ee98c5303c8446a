import { Problem, UPGRADE_HINT } from '../problem.ts';
import type { ElementDraft } from '../resolve/draft.ts';
import type { Session } from '../session.ts';
import type { ArchetypeType } from './archetypes.ts';
import type {
  ContextOf,
  ElementContext,
  ElementsContext,
  EnvironmentContext,
  ModelContext,
} from './context.ts';
import {
  defineGroup,
  environment,
  healthCheck,
  infrastructure,
  instance,
  instances,
  node,
  useGroup,
} from './deployment.ts';
import { decisions, docs } from './documentation.ts';
import { element, type PlainElement } from './elements.ts';
import { group, groupOfComponent } from './groups.ts';
import { perspectives, properties, tags, url } from './items.ts';
import { type Handler, keywords, single } from './section.ts';
import type { Statement } from './statement.ts';

const SEPARATOR = 'structurizr.groupSeparator';

/** Refused, then read as the group that it should be. */
const enterprise: Handler<ModelContext> = (session, st, context) => {
  const official =
    'The enterprise keyword was previously deprecated, and has now been removed - please use group instead (https://docs.structurizr.com/dsl/language#group)';
  const problem = new Problem('dsl-removed-keyword', official, st.span(0), {
    message: '`enterprise` is no longer part of the language.',
    hint: `Write: group ${st.count > 1 ? `"${st.get(1)}"` : '<name>'} {\n${UPGRADE_HINT}`,
  });
  session.report(problem, st.line);
  if (st.opensBlock) session.open(context, st);
};

const inModel = keywords<ModelContext>({
  enterprise,
  properties: (session, st) => {
    session.open(
      {
        kind: 'properties',
        add: (name, value, pair) => addModelProperty(session, name, value, pair),
      },
      st,
    );
  },
  deploymentEnvironment: environment,
  archetypes: (session, st) => session.open({ kind: 'archetypes' }, st),
});

function addModelProperty(session: Session, name: string, value: string, st: Statement): void {
  if (name.toLowerCase() === SEPARATOR.toLowerCase() && value.length !== 1) {
    throw new Problem(
      'dsl-invalid-property',
      'Group separator must be a single character',
      st.span(1),
    );
  }
  session.model.properties.set(name, value);
}

/** One statement of `model { … }` or of a group in it. */
export function modelStatement(session: Session, st: Statement, context: ModelContext): boolean {
  return (
    byArchetype(session, st, context, ['element', 'person', 'softwareSystem']) ||
    removed(session, st, context) ||
    byArchetype(session, st, context, ['group']) ||
    byKeyword(inModel, session, st, context)
  );
}

/** `enterprise` is refused before archetypes of groups are looked at. */
function removed(session: Session, st: Statement, context: ModelContext): boolean {
  if (st.keyword !== 'enterprise') return false;
  return byKeyword(inModel, session, st, context);
}

const inEnvironment = keywords<EnvironmentContext>({ deploymentGroup: defineGroup });

/** One statement of a deployment environment or of a group in it. */
export function environmentStatement(
  session: Session,
  st: Statement,
  context: EnvironmentContext,
): boolean {
  return (
    byArchetype(session, st, context, ['group']) ||
    byKeyword(inEnvironment, session, st, context) ||
    byArchetype(session, st, context, ['deploymentNode'])
  );
}

const inAnyElement = keywords<ElementContext>({
  tags: (_session, st, { element: item }) => tags(st, [item]),
  tag: (_session, st, { element: item }) => tags(st, [item]),
  description: (session, st, { element: item }) => {
    item.description = single(session, st, 'description <description>');
  },
  url: (session, st, { element: item }) => url(session, st, [item]),
  properties: (session, st, { element: item }) => properties(session, st, [item]),
  perspectives: (session, st, { element: item }) => perspectives(session, st, [item]),
});

const technology: Handler<ElementContext> = (session, st, { element: item }) => {
  item.technology = single(session, st, 'technology <technology>');
};

const documented = { '!docs': docs, '!adrs': decisions, '!decisions': decisions };

const refuseComponents: Handler<ElementContext> = (_session, st) => {
  throw new Problem(
    'dsl-components',
    `${st.get(0)} is not permitted (feature structurizr.feature.dsl.componentfinder is not enabled)`,
    st.span(0),
    {
      message: 'Components are not searched for in compiled classes, as that needs a Java machine.',
      hint: 'Write the components into the workspace, or make them with the Structurizr tools and extend their JSON.',
    },
  );
};

/** Statements of one kind of element, beyond those of all. */
const inElement: Readonly<
  Partial<Record<ElementDraft['kind'], ReadonlyMap<string, Handler<ElementContext>>>>
> = {
  SoftwareSystem: keywords(documented),
  Container: keywords<ElementContext>({
    ...documented,
    technology,
    '!components': refuseComponents,
  }),
  Component: keywords<ElementContext>({
    ...documented,
    technology,
    group: (session, st, { element: item }) => groupOfComponent(session, st, item),
  }),
  DeploymentNode: keywords<ElementContext>({
    technology,
    instances,
    deploymentGroup: useGroup,
    instanceOf: (session, st, context) => instance(session, st, context, 'instanceOf'),
    softwareSystemInstance: (session, st, context) =>
      instance(session, st, context, 'softwareSystemInstance'),
    containerInstance: (session, st, context) =>
      instance(session, st, context, 'containerInstance'),
  }),
  InfrastructureNode: keywords<ElementContext>({ technology }),
  SoftwareSystemInstance: keywords<ElementContext>({ healthCheck }),
  ContainerInstance: keywords<ElementContext>({ healthCheck }),
};

/** What an element can hold, before and after its other statements are looked at. */
const HOLDS: Readonly<
  Partial<Record<ElementDraft['kind'], { first: ArchetypeType[]; last: ArchetypeType[] }>>
> = {
  SoftwareSystem: { first: ['container', 'group'], last: [] },
  Container: { first: ['component', 'group'], last: [] },
  DeploymentNode: { first: ['group'], last: ['deploymentNode', 'infrastructureNode'] },
};

/** One statement of an element's block or of a group in it. */
export function elementStatement(
  session: Session,
  st: Statement,
  context: ElementContext,
): boolean {
  const { kind } = context.element;
  const holds = HOLDS[kind];
  if (holds && byArchetype(session, st, context, holds.first)) return true;
  if (!context.group && byKeyword(inAnyElement, session, st, context)) return true;
  const own = inElement[kind];
  if (own && !isBarredInGroup(st, context) && byKeyword(own, session, st, context)) return true;
  return holds !== undefined && byArchetype(session, st, context, holds.last);
}

/** A group in a container has no technology; in a node, the node's is meant. */
function isBarredInGroup(
  st: Statement,
  { element: { kind }, group: within }: ElementContext,
): boolean {
  return within !== undefined && kind === 'Container' && st.keyword === 'technology';
}

const inRelationship = keywords<ContextOf<'relationship'>>({
  tags: (_session, st, { relationship }) => tags(st, [relationship]),
  tag: (_session, st, { relationship }) => tags(st, [relationship]),
  url: (session, st, { relationship }) => url(session, st, [relationship]),
  properties: (session, st, { relationship }) => properties(session, st, [relationship]),
  perspectives: (session, st, { relationship }) => perspectives(session, st, [relationship]),
});

/** One statement of a relationship's block. */
export function relationshipStatement(
  session: Session,
  st: Statement,
  context: ContextOf<'relationship'>,
): boolean {
  return byKeyword(inRelationship, session, st, context);
}

const inRelationships = keywords<ContextOf<'relationships'>>({
  tags: (_session, st, { relationships }) => tags(st, relationships),
  tag: (_session, st, { relationships }) => tags(st, relationships),
  technology: (session, st, { relationships }) => {
    const value = single(session, st, 'technology <technology>');
    for (const relationship of relationships) {
      const { source, destination } = relationship;
      if (source.instanceOf && destination.instanceOf) relationship.technology = value;
    }
  },
  url: (session, st, { relationships }) => url(session, st, relationships),
  properties: (session, st, { relationships }) => properties(session, st, relationships),
  perspectives: (session, st, { relationships }) => perspectives(session, st, relationships),
});

/** One statement for several relationships at once. */
export function relationshipsStatement(
  session: Session,
  st: Statement,
  context: ContextOf<'relationships'>,
): boolean {
  return byKeyword(inRelationships, session, st, context);
}

const WITH_TECHNOLOGY = ['Container', 'Component', 'DeploymentNode', 'InfrastructureNode'];

const inElements = keywords<ElementsContext>({
  tags: (_session, st, { elements }) => tags(st, elements),
  tag: (_session, st, { elements }) => tags(st, elements),
  description: (session, st, { elements }) => {
    const value = single(session, st, 'description <description>');
    for (const item of elements) item.description = value;
  },
  technology: (session, st, { elements }) => {
    const value = single(session, st, 'technology <technology>');
    for (const item of elements) if (WITH_TECHNOLOGY.includes(item.kind)) item.technology = value;
  },
  url: (session, st, { elements }) => url(session, st, elements),
  properties: (session, st, { elements }) => properties(session, st, elements),
  perspectives: (session, st, { elements }) => perspectives(session, st, elements),
});

/** One statement for several elements at once. */
export function elementsStatement(
  session: Session,
  st: Statement,
  context: ElementsContext,
): boolean {
  return byKeyword(inElements, session, st, context);
}

/** Carries a statement out that starts with one of these types or with an archetype of it. */
function byArchetype(
  session: Session,
  st: Statement,
  context: ModelContext | ElementContext | EnvironmentContext,
  types: readonly ArchetypeType[],
): boolean {
  const type = types.find((candidate) => session.archetypes.matches(st.get(0), candidate));
  switch (type) {
    case undefined:
      return false;
    case 'group':
      group(session, st, context);
      return true;
    case 'deploymentNode':
      if (context.kind !== 'model') node(session, st, context);
      return true;
    case 'infrastructureNode':
      if (context.kind === 'element') infrastructure(session, st, context);
      return true;
    default:
      if (context.kind !== 'environment') element(session, st, context, type as PlainElement);
      return true;
  }
}

function byKeyword<Context>(
  handlers: ReadonlyMap<string, Handler<Context>>,
  session: Session,
  st: Statement,
  context: Context,
): boolean {
  const handler = handlers.get(st.keyword);
  handler?.(session, st, context);
  return handler !== undefined;
}
