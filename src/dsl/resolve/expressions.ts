import type { ElementKind } from '#model/elements.ts';
import { split, trim } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type { ElementDraft, Named, RelationshipDraft } from './draft.ts';
import type { ModelDraft } from './model.ts';
import { hasTag } from './names.ts';

export type Item = ElementDraft | RelationshipDraft;

/** Where an expression stands, which says what identifiers mean and which types it may name. */
export interface ExpressionScope {
  readonly model: ModelDraft;
  readonly place: 'model' | 'static' | 'custom' | 'deployment';
  named(identifier: string): Named | undefined;
  relationship(identifier: string): RelationshipDraft | undefined;
  /** The environment, in a deployment environment's own block. */
  readonly environment?: string | undefined;
  /** A problem for an identifier that stands for nothing. */
  unknown(identifier: string, official: string): Problem;
}

const PREFIXES = [
  'element==',
  'element!=',
  'element.type==',
  'element.tag==',
  'element.tag!=',
  'element.technology==',
  'element.technology!=',
  'element.group==',
  'element.parent==',
  'relationship.tag==',
  'relationship.tag!=',
  'relationship.source==',
  'relationship.destination==',
  'relationship==',
] as const;

const ELEMENT_PROPERTY = /^element\.properties\[.*\]==.*$/;
const RELATIONSHIP_PROPERTY = /^relationship\.properties\[.*\]==.*$/;

/** Whether a token is an expression rather than an identifier; case is ignored. */
export function isExpression(token: string): boolean {
  if (token.includes('->')) return true;
  if (!token.includes('=')) return false;
  const lower = token.toLowerCase();
  return (
    PREFIXES.some((prefix) => lower.startsWith(prefix)) ||
    ELEMENT_PROPERTY.test(lower) ||
    RELATIONSHIP_PROPERTY.test(lower)
  );
}

/** The two operands of ` && ` or ` || `; the reference passes over any more. */
export function operands(
  expression: string,
): { operator: '&&' | '||'; parts: string[] } | undefined {
  for (const operator of ['&&', '||'] as const) {
    if (expression.includes(` ${operator} `)) {
      return { operator, parts: split(expression, ` ${operator} `) };
    }
  }
  return undefined;
}

/** What an expression selects, in the order of ids. */
export function evaluate(expression: string, scope: ExpressionScope): Set<Item> {
  const combined = operands(expression);
  if (!combined) return evaluateOne(expression, scope, 0);
  const [first, second] = combined.parts;
  if (first === undefined || second === undefined) {
    const count = combined.parts.length;
    throw new Problem(
      'dsl-invalid-expression',
      `Index ${count} out of bounds for length ${count}`,
      undefined,
      { message: `\`${combined.operator}\` needs an expression on both sides.` },
    );
  }
  const left = evaluateOne(first, scope, 0);
  const right = evaluateOne(second, scope, 0);
  return combined.operator === '&&'
    ? new Set([...left].filter((item) => right.has(item)))
    : new Set([...left, ...right]);
}

/** What an identifier stands for: elements (of a group: all of its), or a relationship and its copies. */
export function evaluateIdentifier(identifier: string, scope: ExpressionScope): Set<Item> {
  const items = new Set<Item>(elementsOf(identifier, scope));
  const relationship = scope.relationship(identifier);
  if (relationship) {
    items.add(relationship);
    for (const other of scope.model.relationships) {
      if (other.linked === relationship) items.add(other);
    }
  }
  if (items.size > 0) return items;
  throw scope.unknown(identifier, `The element/relationship "${identifier}" does not exist`);
}

/** Nested `element==element==…` is read no deeper than this. */
const DEPTH = 100;

function evaluateOne(expression: string, scope: ExpressionScope, depth: number): Set<Item> {
  const { model } = scope;
  const lower = expression.toLowerCase();
  if (depth > DEPTH) {
    throw new Problem('dsl-invalid-expression', undefined, undefined, {
      message: 'This expression is nested too deeply.',
    });
  }
  if (expression.startsWith('element==')) {
    return evaluateOperand(expression.slice(9), scope, depth);
  }
  if (expression.startsWith('element!=')) {
    const excluded = evaluateOperand(expression.slice(9), scope, depth);
    return elementsWhere(model, (element) => !excluded.has(element));
  }
  if (expression.startsWith('relationship==')) {
    const operand = expression.slice(14);
    return evaluateOperand(operand === '*' ? '*->*' : operand, scope, depth);
  }
  if (expression === '->') {
    throw new Problem('dsl-invalid-expression', 'Unexpected identifier "->"');
  }
  if (expression.startsWith('->') || expression.endsWith('->')) {
    return withCouplings(expression, scope, depth);
  }
  if (expression.includes('->')) return between(expression, scope, depth);
  if (lower.startsWith('element.parent==')) {
    const identifier = expression.slice(16);
    const parent = scope.named(identifier);
    if (!parent)
      throw scope.unknown(identifier, `The parent element "${identifier}" does not exist`);
    return elementsWhere(model, (element) => element.parent === parent);
  }
  if (lower.startsWith('element.type==')) return ofType(expression.slice(14), scope);
  if (lower.startsWith('element.tag==')) {
    const tags = split(expression.slice(13), ',');
    return elementsWhere(model, (element) => hasAllTags(element, tags));
  }
  if (lower.startsWith('element.tag!=')) {
    const tags = split(expression.slice(13), ',');
    return elementsWhere(model, (element) => !hasAllTags(element, tags));
  }
  if (lower.startsWith('element.technology==')) {
    const technology = expression.slice(20);
    return byKind(model, (element) => technologyOf(element) === technology);
  }
  if (lower.startsWith('element.technology!=')) {
    const technology = expression.slice(20);
    return byKind(model, (element) => technologyOf(element) !== technology);
  }
  if (ELEMENT_PROPERTY.test(expression)) {
    const [name, value] = propertyOf(expression);
    return elementsWhere(model, (element) => hasProperty(element, name, value));
  }
  if (lower.startsWith('element.group==')) {
    const group = expression.slice(expression.indexOf('==') + 2);
    return elementsWhere(model, (element) => element.group === group);
  }
  return evaluateRelationships(expression, scope, depth);
}

function evaluateRelationships(
  expression: string,
  scope: ExpressionScope,
  depth: number,
): Set<Item> {
  const { model } = scope;
  if (expression.startsWith('relationship.tag==')) {
    const tags = split(expression.slice(18), ',');
    return relationshipsWhere(model, (relationship) => hasAllTags(relationship, tags));
  }
  if (expression.startsWith('relationship.tag!=')) {
    const tags = split(expression.slice(18), ',');
    return relationshipsWhere(model, (relationship) => !hasAllTags(relationship, tags));
  }
  if (RELATIONSHIP_PROPERTY.test(expression)) {
    const [name, value] = propertyOf(expression);
    return relationshipsWhere(model, (relationship) => hasProperty(relationship, name, value));
  }
  if (expression.startsWith('relationship.source==')) {
    const ends = endsOf(expression.slice(21), scope, depth);
    return relationshipsWhere(model, ({ source }) => ends.has(source));
  }
  if (expression.startsWith('relationship.destination==')) {
    const ends = endsOf(expression.slice(26), scope, depth);
    return relationshipsWhere(model, ({ destination }) => ends.has(destination));
  }
  return new Set(elementsOf(expression, scope));
}

function evaluateOperand(operand: string, scope: ExpressionScope, depth: number): Set<Item> {
  return isExpression(operand)
    ? evaluateOne(operand, scope, depth + 1)
    : evaluateIdentifier(operand, scope);
}

/** `->x`, `x->`, `->x->`: x and what it is connected with. */
function withCouplings(expression: string, scope: ExpressionScope, depth: number): Set<Item> {
  let operand = expression;
  const afferent = operand.startsWith('->');
  if (afferent) operand = operand.slice(2);
  const efferent = operand.endsWith('->');
  if (efferent) operand = operand.slice(0, -2);
  operand = trim(operand);
  const elements = isExpression(operand)
    ? [...evaluateNested(operand, scope, depth)].filter((item) => item.type === 'element')
    : elementsOf(operand, scope);
  if (elements.length === 0) {
    throw scope.unknown(operand, `The element "${operand}" does not exist`);
  }
  const items = new Set<Item>();
  for (const element of elements) {
    items.add(element);
    if (afferent)
      addByKind(
        items,
        element.incoming.map(({ source }) => source),
        scope.place,
      );
    if (efferent)
      addByKind(
        items,
        element.outgoing.map(({ destination }) => destination),
        scope.place,
      );
  }
  return items;
}

/** One kind after the other: what comes first can keep its parts out of a view. */
function addByKind(
  items: Set<Item>,
  connected: readonly ElementDraft[],
  place: ExpressionScope['place'],
): void {
  if (place === 'model') {
    for (const element of connected) items.add(element);
    return;
  }
  for (const kind of KINDS_BY_PLACE[place]) {
    for (const element of connected) if (element.kind === kind) items.add(element);
  }
}

/** `a -> b`, with `*` on either side. */
function between(expression: string, scope: ExpressionScope, depth: number): Set<Item> {
  const [from = '', to = ''] = expression.split('->').map((side) => trim(side));
  const sources = from === '*' ? undefined : endsOf(from, scope, depth);
  const destinations = to === '*' ? undefined : endsOf(to, scope, depth);
  return relationshipsWhere(
    scope.model,
    ({ source, destination }) =>
      (sources?.has(source) ?? true) && (destinations?.has(destination) ?? true),
  );
}

function endsOf(operand: string, scope: ExpressionScope, depth: number): Set<Item> {
  if (isExpression(operand)) return evaluateNested(operand, scope, depth);
  const named = scope.named(operand);
  if (!named) throw scope.unknown(operand, `The element "${operand}" does not exist`);
  if (named.type === 'group') return new Set(named.elements);
  if (named.type !== 'element') return new Set();
  const ends = new Set<Item>([named]);
  if (scope.environment !== undefined) {
    for (const instance of scope.model.instancesOf(named)) {
      if (instance.environment === scope.environment) ends.add(instance);
    }
  }
  return ends;
}

/** An expression within one can itself have two operands. */
function evaluateNested(operand: string, scope: ExpressionScope, depth: number): Set<Item> {
  return operands(operand) ? evaluate(operand, scope) : evaluateOne(operand, scope, depth + 1);
}

function elementsOf(identifier: string, scope: ExpressionScope): ElementDraft[] {
  const named = scope.named(identifier);
  const elements =
    named?.type === 'group'
      ? [...named.elements].sort((a, b) => Number(a.id) - Number(b.id))
      : named?.type === 'element'
        ? [named]
        : [];
  if (scope.place !== 'deployment') return elements;
  return elements.flatMap((element) =>
    element.kind === 'SoftwareSystem' || element.kind === 'Container'
      ? scope.model.instancesOf(element)
      : [element],
  );
}

const TYPES: Readonly<Record<string, ElementKind>> = {
  custom: 'CustomElement',
  person: 'Person',
  softwaresystem: 'SoftwareSystem',
  container: 'Container',
  component: 'Component',
  deploymentnode: 'DeploymentNode',
  infrastructurenode: 'InfrastructureNode',
  softwaresysteminstance: 'SoftwareSystemInstance',
  containerinstance: 'ContainerInstance',
};

const STATIC_KINDS: readonly ElementKind[] = [
  'CustomElement',
  'Person',
  'SoftwareSystem',
  'Container',
  'Component',
];

const DEPLOYED_KINDS: readonly ElementKind[] = [
  'CustomElement',
  'DeploymentNode',
  'InfrastructureNode',
  'SoftwareSystemInstance',
  'ContainerInstance',
];

/** What `->x` can reach in each kind of view. */
const KINDS_BY_PLACE: Readonly<Record<ExpressionScope['place'], readonly ElementKind[]>> = {
  model: [...STATIC_KINDS, ...DEPLOYED_KINDS],
  static: STATIC_KINDS,
  custom: ['CustomElement'],
  deployment: DEPLOYED_KINDS,
};

/** Which types `element.type==` may name in each kind of view. */
const TYPES_BY_PLACE: Readonly<Record<ExpressionScope['place'], readonly ElementKind[]>> = {
  ...KINDS_BY_PLACE,
  deployment: [...DEPLOYED_KINDS, 'SoftwareSystem', 'Container'],
};

function ofType(type: string, { model, place }: ExpressionScope): Set<Item> {
  const kind = TYPES[type.toLowerCase()];
  if (kind && TYPES_BY_PLACE[place].includes(kind)) {
    return elementsWhere(model, (element) => element.kind === kind);
  }
  if (place === 'model') return new Set();
  throw new Problem(
    'dsl-invalid-expression',
    `The element type of "${type}" is not valid for this view`,
  );
}

/** Kinds that have a technology, one after the other, as the reference collects them. */
function byKind(model: ModelDraft, test: (element: ElementDraft) => boolean): Set<Item> {
  const kinds: readonly ElementKind[] = [
    'Container',
    'Component',
    'DeploymentNode',
    'InfrastructureNode',
    'ContainerInstance',
  ];
  const found = new Set<Item>();
  for (const kind of kinds) {
    for (const element of model.elements) {
      if (element.kind === kind && test(element)) found.add(element);
    }
  }
  return found;
}

function technologyOf(element: ElementDraft): string | undefined {
  return element.kind === 'ContainerInstance' ? element.instanceOf?.technology : element.technology;
}

function propertyOf(expression: string): [name: string, value: string] {
  return [
    expression.slice(expression.indexOf('[') + 1, expression.indexOf(']')),
    expression.slice(expression.indexOf('==') + 2),
  ];
}

/** Instances also have their element's tags, and copies of a relationship those of the original. */
function hasAllTags(item: Item, tags: readonly string[]): boolean {
  const behind = behindOf(item);
  return tags.every((tag) => {
    const name = trim(tag);
    return hasTag(item, name) || (behind !== undefined && hasTag(behind, name));
  });
}

function hasProperty(item: Item, name: string, value: string): boolean {
  return item.properties.get(name) === value || behindOf(item)?.properties.get(name) === value;
}

function behindOf(item: Item): Item | undefined {
  return item.type === 'element' ? item.instanceOf : item.linked;
}

function elementsWhere(model: ModelDraft, test: (element: ElementDraft) => boolean): Set<Item> {
  return new Set(model.elements.filter(test));
}

function relationshipsWhere(
  model: ModelDraft,
  test: (relationship: RelationshipDraft) => boolean,
): Set<Item> {
  return new Set(model.relationships.filter(test));
}
