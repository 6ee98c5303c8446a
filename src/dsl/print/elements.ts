import type { ElementDraft, RelationshipDraft } from '../resolve/draft.ts';
import { type Block, block } from './block.ts';
import { itemBody } from './items.ts';
import type { NameContext, Names } from './names.ts';
import type { Quoter } from './quote.ts';

/** What all statements are written with. */
export interface Pen {
  readonly names: Names;
  readonly quoter: Quoter;
}

/** An element's statement with what its block says of it. */
export function elementBlock(element: ElementDraft, pen: Pen): Block {
  const name = pen.names.simple(element);
  return block(`${name === undefined ? '' : `${name} = `}${headOf(element, pen)}`, [
    ...bodyOf(element, pen),
    ...itemBody(element, pen.quoter),
    ...deploymentBody(element, pen),
  ]);
}

function headOf(element: ElementDraft, pen: Pen): string {
  const { kind, name, description, technology, metadata } = element;
  const words = (...texts: (string | undefined)[]) => pen.quoter.words(texts);
  const named = pen.quoter.quote(name);
  switch (kind) {
    case 'Person':
      return `person ${named}${words(description)}`;
    case 'SoftwareSystem':
      return `softwareSystem ${named}${words(description)}`;
    case 'Container':
      return `container ${named}${words(description, technology)}`;
    case 'Component':
      return `component ${named}${words(description, technology)}`;
    case 'CustomElement':
      return `element ${named}${words(metadata, description)}`;
    case 'DeploymentNode':
      return `deploymentNode ${named}${words(description, technology)}`;
    case 'InfrastructureNode':
      return `infrastructureNode ${named}${words(description, technology)}`;
    case 'SoftwareSystemInstance':
      return `softwareSystemInstance ${instance(element, pen)}`;
    case 'ContainerInstance':
      return `containerInstance ${instance(element, pen)}`;
  }
}

function instance(element: ElementDraft, pen: Pen): string {
  const of = element.instanceOf ? pen.names.full(element.instanceOf) : element.name;
  const groups = groupNames(element, pen);
  return groups === '' ? of : `${of} ${pen.quoter.quote(groups)}`;
}

function groupNames({ deploymentGroups, environment = '' }: ElementDraft, { names }: Pen): string {
  return [...deploymentGroups].map((group) => names.deploymentGroup(environment, group)).join(',');
}

/** Instances have no words for a description in their statement. */
function bodyOf({ instanceOf, description }: ElementDraft, { quoter }: Pen): Block[] {
  return instanceOf && description ? [block(`description ${quoter.quote(description)}`)] : [];
}

function deploymentBody(element: ElementDraft, pen: Pen): Block[] {
  const { kind, instances, healthChecks } = element;
  const { quoter } = pen;
  const groups = kind === 'DeploymentNode' ? groupNames(element, pen) : '';
  const checks = healthChecks.map(({ name, url, interval, timeout }) =>
    block(`healthCheck ${quoter.quote(name)} ${quoter.quote(url)} ${interval} ${timeout}`),
  );
  return [
    ...(kind === 'DeploymentNode' && instances !== '1'
      ? [block(`instances ${quoter.quote(instances)}`)]
      : []),
    ...(groups === '' ? [] : [block(`deploymentGroup ${quoter.quote(groups)}`)]),
    ...checks,
  ];
}

/** A relationship's statement; undefined where a name is hidden by another one. */
export function relationshipBlock(
  relationship: RelationshipDraft,
  context: NameContext,
  { names, quoter }: Pen,
): Block | undefined {
  const { source, destination, description, technology } = relationship;
  const from = names.within(context, source);
  const to = names.within(context, destination);
  if (from === undefined || to === undefined) return undefined;
  const name = names.relationship(relationship);
  const head = `${from} -> ${to}${quoter.words([description, technology])}`;
  return block(name === undefined ? head : `${name} = ${head}`, itemBody(relationship, quoter));
}
