import type { HealthCheck } from '#model/elements.ts';
import { isEmpty, parseInteger, split, trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, EnvironmentDraft } from '../resolve/draft.ts';
import { isUrl } from '../resolve/urls.ts';
import { warnUnknownGroup } from '../rules/unknown-deployment-group.ts';
import type { Session } from '../session.ts';
import type { ElementContext, EnvironmentContext } from './context.ts';
import { applyArchetype, guardSize, join, nameSpan, openElement } from './elements.ts';
import { addTags } from './items.ts';
import { find, findElement, unknown } from './lookup.ts';
import { arity, single } from './section.ts';
import type { Statement } from './statement.ts';

/** `deploymentEnvironment <name> {` */
export function environment(session: Session, st: Statement): void {
  const name = single(session, st, 'deploymentEnvironment <name> {', st.count);
  const draft: EnvironmentDraft = { type: 'environment', name };
  session.offer({ kind: 'environment', name }, st);
  session.identifiers.register(draft, st.identifier?.text, nameSpan(st));
}

/** `deploymentGroup <name>` in an environment */
export function defineGroup(session: Session, st: Statement, context: EnvironmentContext): void {
  const name = single(session, st, 'deploymentGroup <name>', st.count);
  session.identifiers.register(
    { type: 'deployment-group', name, environment: context.name },
    st.identifier?.text,
    nameSpan(st),
  );
}

/** `deploymentGroup <ids>` in a node: all instances in it are in these groups. */
export function useGroup(session: Session, st: Statement, context: ElementContext): void {
  const names = single(session, st, 'deploymentGroup <deploymentGroups>', st.count);
  for (const group of groupsOf(session, st, context, names, 1)) {
    if (isEmpty(group)) {
      throw new Problem('dsl-empty-name', 'A deployment group name must be specified.', st.span(1));
    }
    const { element } = context;
    element.deploymentGroups = new Set(element.deploymentGroups).add(group);
  }
}

const NODE = 'deploymentNode <name> [description] [technology] [tags] [instances] {';

/** `deploymentNode` in an environment or in another node */
export function node(
  session: Session,
  st: Statement,
  context: EnvironmentContext | ElementContext,
): void {
  const archetype = session.archetypes.get('deploymentNode', st.get(0));
  arity(session, st, [2, 6], NODE, st.count);
  const draft = addNode(session, st, context, 'DeploymentNode');
  if (!draft) return;
  draft.description = st.optional(2) ?? archetype.description;
  draft.technology = st.optional(3) ?? archetype.technology;
  if (context.group) join(draft, context.group);
  applyArchetype(draft, archetype, st.optional(4));
  const instances = st.optional(5);
  if (instances !== undefined) {
    try {
      draft.instances = checkInstances(instances, st, 5);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      session.report(problem, st.line);
    }
  }
  openElement(session, st, draft);
  session.identifiers.register(draft, st.identifier?.text, nameSpan(st));
}

const INFRASTRUCTURE = 'infrastructureNode <name> [description] [technology] [tags]';

/** `infrastructureNode` in a node */
export function infrastructure(session: Session, st: Statement, context: ElementContext): void {
  const archetype = session.archetypes.get('infrastructureNode', st.get(0));
  arity(session, st, [2, 5], INFRASTRUCTURE, st.count);
  const draft = addNode(session, st, context, 'InfrastructureNode');
  if (!draft) return;
  draft.description = st.optional(2) ?? archetype.description;
  draft.technology = st.optional(3) ?? archetype.technology;
  applyArchetype(draft, archetype, st.optional(4));
  if (context.group) join(draft, context.group);
  openElement(session, st, draft);
  session.identifiers.register(draft, st.identifier?.text, nameSpan(st));
}

/** A node with a free name; a taken one is reported, and the block goes on with the first node. */
function addNode(
  session: Session,
  st: Statement,
  context: EnvironmentContext | ElementContext,
  kind: 'DeploymentNode' | 'InfrastructureNode',
): ElementDraft | undefined {
  const name = st.get(1);
  if (isEmpty(name)) throw new Problem('dsl-empty-name', 'A name must be specified.', st.span(1));
  const parent = context.kind === 'element' ? context.element : undefined;
  const environment = context.kind === 'element' ? context.element.environment : context.name;
  const taken = session.model.find(kind, name, { parent, environment });
  if (!taken) {
    guardSize(session, st);
    return session.model.add({
      kind,
      name,
      origin: st.whole,
      environment,
      ...(parent && { parent }),
    });
  }
  session.report(
    new Problem(
      'dsl-duplicate-name',
      `A deployment/infrastructure node named '${name}' already exists.`,
      st.span(1),
      { related: taken.origin && [{ message: 'The first one.', span: taken.origin }] },
    ),
    st.line,
  );
  if (st.identifier) session.identifiers.fail(st.identifier.text);
  openElement(session, st, taken);
  return undefined;
}

/** `instances <number|range>` in a node */
export function instances(session: Session, st: Statement, { element }: ElementContext): void {
  const value = single(session, st, 'instances <number|range>');
  element.instances = checkInstances(value, st, 1);
}

/** A positive integer, or a range up to one, to `N` or to `*`. */
function checkInstances(value: string, st: Statement, index: number): string {
  const fail = (official: string) =>
    new Problem('dsl-invalid-value', official, st.span(index), {
      hint: 'Write a positive number, or a range: 2..10, 1..N, 1..*.',
    });
  const wrong = 'Number of instances must be a positive integer or a range.';
  const number = parseInteger(value);
  if (number !== undefined) {
    if (number < 1) throw fail(wrong);
    return value;
  }
  if (/^\d*\.\.\d*$/.test(value)) {
    const [low, high] = split(value, '..');
    if (low === undefined || high === undefined) {
      const at = low === undefined ? 0 : 1;
      throw fail(`Index ${at} out of bounds for length ${at}`);
    }
    for (const bound of [low, high]) {
      if (parseInteger(bound) === undefined) throw fail(`For input string: "${bound}"`);
    }
    if (Number(low) > Number(high)) {
      throw fail('Range upper bound must be greater than the lower bound.');
    }
    return value;
  }
  if (/^\d*..(?:N|\*)$/.test(value)) return value;
  throw fail(wrong);
}

const INSTANCE_GRAMMARS = {
  instanceOf: 'instanceOf <identifier> [deploymentGroups] [tags]',
  softwareSystemInstance: 'softwareSystemInstance <identifier> [deploymentGroups] [tags]',
  containerInstance: 'containerInstance <identifier> [deploymentGroups] [tags]',
} as const;

/** `instanceOf`, `softwareSystemInstance` or `containerInstance` in a node */
export function instance(
  session: Session,
  st: Statement,
  context: ElementContext,
  keyword: keyof typeof INSTANCE_GRAMMARS,
): void {
  arity(session, st, [2, 4], INSTANCE_GRAMMARS[keyword], st.count);
  const instanceOf = instantiated(session, st, context, keyword);
  const kind = instanceOf.kind === 'Container' ? 'ContainerInstance' : 'SoftwareSystemInstance';
  const written = st.optional(2);
  const groups = written === undefined ? [] : groupsOf(session, st, context, written, 2);
  guardSize(session, st);
  const draft = session.model.addInstance({
    kind,
    name: instanceOf.name,
    parent: context.element,
    environment: context.element.environment,
    instanceOf,
    deploymentGroups: new Set(groups.map((group) => trim(group)).filter((group) => group !== '')),
    origin: st.whole,
  });
  const tags = st.optional(3);
  if (tags !== undefined) addTags(draft, tags);
  if (context.group) join(draft, context.group);
  openElement(session, st, draft);
  session.identifiers.register(draft, st.identifier?.text, nameSpan(st));
}

function instantiated(
  session: Session,
  st: Statement,
  context: ElementContext,
  keyword: keyof typeof INSTANCE_GRAMMARS,
): ElementDraft {
  const name = st.get(1);
  if (keyword === 'instanceOf') {
    const named = find(session, context, name);
    if (!named) throw unknown(session, st, name, `The element "${name}" does not exist`);
    const kind = named.type === 'element' ? named.kind : undefined;
    if (named.type === 'element' && (kind === 'SoftwareSystem' || kind === 'Container')) {
      return named;
    }
    throw new Problem(
      'dsl-wrong-kind',
      `The element "${name}" must be a software system or a container`,
      st.span(1),
    );
  }
  const isContainer = keyword === 'containerInstance';
  const found = findElement(session, context, name, isContainer ? 'Container' : 'SoftwareSystem');
  if (found) return found;
  const what = isContainer ? 'container' : 'software system';
  const official = `The ${what} "${name}" does not exist`;
  if (!find(session, context, name)) throw unknown(session, st, name, official);
  throw new Problem('dsl-wrong-kind', official, st.span(1), {
    message: `\`${name}\` is not a ${what}.`,
    hint: 'Use `instanceOf` for either, and infrastructureNode for what is not in the model.',
  });
}

/** Names of groups in this environment; ones that do not exist have no effect. */
function groupsOf(
  session: Session,
  st: Statement,
  context: ElementContext,
  written: string,
  index: number,
): string[] {
  const { identifiers } = session;
  const environment = identifiers.of({
    type: 'environment',
    name: context.element.environment ?? '',
  });
  const groups: string[] = [];
  for (const name of split(written, ',')) {
    const named = identifiers.named(name);
    const found =
      named?.type === 'deployment-group' ? named : identifiers.named(`${environment}.${name}`);
    if (found?.type === 'deployment-group') {
      groups.push(found.name);
    } else {
      warnUnknownGroup(session, st, index, name);
    }
  }
  return groups;
}

const HEALTH_CHECK = 'healthCheck <name> <url> [interval] [timeout]';

/** `healthCheck` in an instance */
export function healthCheck(session: Session, st: Statement, { element }: ElementContext): void {
  arity(session, st, [3, 5], HEALTH_CHECK, st.count);
  const [name, url] = [st.get(1), st.get(2)];
  const interval = wholeNumber(st, 3, 60, 1, 'interval', 'a positive integer (number of seconds)');
  const timeout = wholeNumber(
    st,
    4,
    0,
    0,
    'timeout',
    'zero or a positive integer (number of milliseconds)',
  );
  if (isEmpty(name)) {
    throw new Problem('dsl-empty-name', 'The name must not be null or empty.', st.span(1));
  }
  if (isEmpty(url)) {
    throw new Problem('dsl-invalid-url', 'The URL must not be null or empty.', st.span(2));
  }
  if (!isUrl(url)) throw new Problem('dsl-invalid-url', `${url} is not a valid URL.`, st.span(2));
  const check: HealthCheck = { name, url, interval, timeout };
  const same = element.healthChecks.some((other) => other.name === name && other.url === url);
  if (!same) element.healthChecks.push(check);
}

function wholeNumber(
  st: Statement,
  index: number,
  otherwise: number,
  least: number,
  what: string,
  expected: string,
): number {
  const written = st.optional(index);
  if (written === undefined) return otherwise;
  const value = parseInteger(written);
  if (value !== undefined && value >= least) return value;
  const official =
    value === undefined
      ? `The ${what} of "${written}" is not valid - it must be ${expected}`
      : `The ${what} must be ${expected}`;
  throw new Problem('dsl-invalid-value', official, st.span(index));
}
