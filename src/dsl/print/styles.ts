import type { ElementStyleDraft, RelationshipStyleDraft } from '../resolve/draft.ts';
import { type Block, block, blockOf } from './block.ts';
import { properties } from './items.ts';
import type { Quoter } from './quote.ts';

type StyleDraft = ElementStyleDraft | RelationshipStyleDraft;

const ELEMENT_FIELDS = [
  'shape',
  'icon',
  'iconPosition',
  'width',
  'height',
  'background',
  'color',
  'stroke',
  'strokeWidth',
  'fontSize',
  'border',
  'opacity',
  'metadata',
  'description',
] as const satisfies readonly (keyof ElementStyleDraft)[];

const RELATIONSHIP_FIELDS = [
  'thickness',
  'color',
  'style',
  'dashed',
  'routing',
  'fontSize',
  'width',
  'position',
  'opacity',
  'jump',
  'metadata',
  'description',
] as const satisfies readonly (keyof RelationshipStyleDraft)[];

/** `styles { … }`, colour schemes last. */
export function styles(
  elements: readonly ElementStyleDraft[],
  relationships: readonly RelationshipStyleDraft[],
  quoter: Quoter,
): Block[] {
  const ofScheme = (scheme: StyleDraft['colorScheme']) => [
    ...elements
      .filter(({ colorScheme }) => colorScheme === scheme)
      .map((style) => styleBlock('element', style, ELEMENT_FIELDS, quoter)),
    ...relationships
      .filter(({ colorScheme }) => colorScheme === scheme)
      .map((style) => styleBlock('relationship', style, RELATIONSHIP_FIELDS, quoter)),
  ];
  return blockOf('styles', [
    ...ofScheme(undefined),
    ...blockOf('light', ofScheme('Light')),
    ...blockOf('dark', ofScheme('Dark')),
  ]);
}

function styleBlock<Style extends StyleDraft>(
  keyword: string,
  style: Style,
  fields: readonly (keyof Style & string)[],
  quoter: Quoter,
): Block {
  const body = fields.flatMap((field) => {
    const value = style[field];
    if (value === undefined) return [];
    const text = String(value);
    return [block(`${field} ${/^[\w#]+$/.test(text) ? text : quoter.quote(text)}`)];
  });
  return block(`${keyword} ${quoter.quote(style.tag)} {`, [...body, ...properties(style, quoter)]);
}
