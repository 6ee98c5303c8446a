import type { ElementKind } from '#model/elements.ts';
import type { Context } from './context.ts';

/*
 * The words that the reference names in "Unexpected tokens", block by block, in its order. It knows
 * more words than it names in some blocks; did-you-mean uses these lists too.
 */

const ITEM = ['tags', 'url', 'properties', 'perspectives'] as const;

const ELEMENTS: Readonly<Record<ElementKind, readonly string[]>> = {
  Person: ['description', ...ITEM, '->'],
  CustomElement: ['description', ...ITEM, '->'],
  SoftwareSystem: ['!docs', '!decisions', 'group', 'container', 'description', ...ITEM, '->'],
  Container: [
    '!docs',
    '!decisions',
    'group',
    'component',
    'description',
    'technology',
    ...ITEM,
    '->',
  ],
  Component: ['!docs', '!decisions', 'description', 'technology', ...ITEM, 'group', '->'],
  DeploymentNode: [
    'group',
    'deploymentNode',
    'infrastructureNode',
    'instanceOf',
    'softwareSystemInstance',
    'containerInstance',
    '->',
    'description',
    'technology',
    'instances',
    ...ITEM,
    'deploymentGroup',
  ],
  InfrastructureNode: ['->', 'description', 'technology', ...ITEM],
  SoftwareSystemInstance: ['->', 'description', ...ITEM, 'healthCheck'],
  ContainerInstance: ['->', 'description', ...ITEM, 'healthCheck'],
};

const GRAPH_VIEW = [
  'include',
  'exclude',
  'autolayout',
  'default',
  'animation',
  'title',
  'description',
  'properties',
];

const PERMITTED = {
  workspace: [
    'name',
    'description',
    'properties',
    '!docs',
    '!decisions',
    '!identifiers',
    '!impliedRelationships',
    'model',
    'views',
    'configuration',
  ],
  model: [
    'archetypes',
    '!identifiers',
    'group',
    'person',
    'softwareSystem',
    'deploymentEnvironment',
    'element',
    '->',
  ],
  relationship: ITEM,
  relationships: ['technology', 'tag', ...ITEM],
  elements: ['->', 'description', 'technology', 'tag', ...ITEM],
  environment: ['group', 'deploymentGroup', 'deploymentNode', '->'],
  perspectives: ['perspective'],
  perspective: ['description', 'value'],
  views: [
    'systemLandscape',
    'systemContext',
    'container',
    'component',
    'filtered',
    'dynamic',
    'deployment',
    'custom',
    'styles',
    'theme',
    'themes',
    'terminology',
    'properties',
  ],
  view: GRAPH_VIEW,
  dynamic: ['autolayout', 'default', 'title', 'description', 'properties', '->'],
  step: ['url'],
  filtered: ['default', 'title', 'description', 'properties'],
  image: ['title', 'description', 'plantuml', 'mermaid', 'kroki', 'image'],
  animation: ['animationStep'],
  styles: ['element', 'relationship'],
  'element-style': [
    'shape',
    'icon',
    'iconPosition',
    'width',
    'height',
    'background',
    'color',
    'colour',
    'stroke',
    'strokeWidth',
    'fontSize',
    'border',
    'opacity',
    'metadata',
    'description',
    'properties',
  ],
  'relationship-style': [
    'thickness',
    'color',
    'colour',
    'style',
    'routing',
    'fontSize',
    'width',
    'position',
    'opacity',
    'properties',
  ],
  terminology: [
    'person',
    'softwareSystem',
    'container',
    'component',
    'deploymentNode',
    'infrastructureNode',
    'relationship',
    'metadata',
  ],
  configuration: ['scope', 'visibility', 'users', 'properties'],
  import: ['exclude'],
} as const satisfies Partial<Record<Context['kind'], readonly string[]>>;

const EVERY_WORD: ReadonlySet<string> = new Set(
  [...Object.values(PERMITTED), ...Object.values(ELEMENTS)]
    .flat()
    .map((word) => word.toLowerCase()),
);

/** Whether some block knows the word. */
export function isKeyword(word: string): boolean {
  return EVERY_WORD.has(word.toLowerCase());
}

/** The words that may start a statement in a block, as the reference lists them. */
export function permittedIn(context: Context): readonly string[] {
  switch (context.kind) {
    case 'element':
      return ELEMENTS[context.element.kind];
    case 'environment':
      return context.replaces ? ['->'] : PERMITTED.environment;
    case 'archetype':
      return permittedInArchetype(context.archetype.type);
    case 'archetypes':
    case 'properties':
    case 'users':
    case 'comment':
    case 'script':
    case 'put-off':
    case 'skipped':
      return [];
    default:
      return PERMITTED[context.kind];
  }
}

function permittedInArchetype(type: string): readonly string[] {
  const rest = ['tag', 'tags', 'properties', 'perspectives'];
  if (type === 'person' || type === 'softwareSystem') return ['description', ...rest];
  if (type === 'element') return ['metadata', 'description', ...rest];
  return ['description', 'technology', ...rest];
}
