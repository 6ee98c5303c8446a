import { toHexColor } from './colors.ts';
import { defined, FieldFault, type Fields } from './json-fields.ts';
import {
  type ElementStyle,
  type RelationshipStyle,
  SHAPES,
  type Terminology,
  type Theme,
  type ViewConfiguration,
} from './styles.ts';

const SYMBOLS = [
  'SquareBrackets',
  'RoundBrackets',
  'CurlyBrackets',
  'AngleBrackets',
  'DoubleAngleBrackets',
  'None',
] as const;

/** What all views share; nothing said where there is no configuration. */
export function readViewConfiguration(fields: Fields | undefined): ViewConfiguration {
  if (!fields)
    return {
      elementStyles: [],
      relationshipStyles: [],
      terminology: {},
      themes: [],
      properties: {},
    };
  const styles = fields.object('styles');
  const theme = fields.text('theme');
  return {
    ...defined({
      defaultView: fields.text('defaultView'),
      lastSavedView: fields.text('lastSavedView'),
      metadataSymbols: fields.choice('metadataSymbols', SYMBOLS),
    }),
    elementStyles: (styles?.objects('elements') ?? []).map(readElementStyle),
    relationshipStyles: (styles?.objects('relationships') ?? []).map(readRelationshipStyle),
    terminology: readTerminology(fields.object('terminology')),
    themes: [...new Set([...(theme ? [theme] : []), ...fields.texts('themes')])].filter(isAddress),
    properties: fields.record('properties'),
  };
}

/** Themes of a workspace's JSON are addresses; other words are not kept, as in the reference. */
function isAddress(theme: string): boolean {
  return URL.canParse(theme);
}

/** The styles of a theme.json, under the name or address by which it is used. */
export function readTheme(fields: Fields, name: string): Theme {
  return {
    name,
    elements: fields.objects('elements').map(readElementStyle),
    relationships: fields.objects('relationships').map(readRelationshipStyle),
  };
}

function readElementStyle(style: Fields): ElementStyle {
  return {
    ...common(style),
    ...defined({
      shape: style.choice('shape', SHAPES),
      icon: style.text('icon') || undefined,
      iconPosition: style.choice('iconPosition', ['Top', 'Bottom', 'Left'] as const),
      height: style.number('height'),
      background: color(style, 'background'),
      stroke: color(style, 'stroke'),
      strokeWidth: style.number('strokeWidth'),
      border: style.choice('border', ['Solid', 'Dashed', 'Dotted'] as const),
    }),
  };
}

function readRelationshipStyle(style: Fields): RelationshipStyle {
  return {
    ...common(style),
    ...defined({
      thickness: style.number('thickness'),
      style: style.choice('style', ['Solid', 'Dashed', 'Dotted'] as const),
      dashed: style.flag('dashed'),
      routing: style.choice('routing', ['Direct', 'Orthogonal', 'Curved'] as const),
      position: style.number('position'),
      jump: style.flag('jump'),
    }),
  };
}

function common(style: Fields) {
  return {
    tag: style.text('tag') ?? '',
    properties: style.record('properties'),
    ...defined({
      colorScheme: style.choice('colorScheme', ['Light', 'Dark'] as const),
      width: style.number('width'),
      color: color(style, 'color'),
      fontSize: style.number('fontSize'),
      opacity: style.number('opacity'),
      metadata: style.flag('metadata'),
      description: style.flag('description'),
    }),
  };
}

function color(style: Fields, name: string): string | undefined {
  const written = style.text(name);
  if (!written) return undefined;
  const hex = toHexColor(written);
  if (hex) return hex;
  const message = `${written} is not a valid hex colour code or HTML colour name.`;
  throw new FieldFault(message, style.span(name));
}

function readTerminology(fields: Fields | undefined): Terminology {
  if (!fields) return {};
  const word = (name: string) => fields.text(name) || undefined;
  return defined({
    enterprise: word('enterprise'),
    person: word('person'),
    softwareSystem: word('softwareSystem'),
    container: word('container'),
    component: word('component'),
    deploymentNode: word('deploymentNode'),
    infrastructureNode: word('infrastructureNode'),
    relationship: word('relationship'),
  });
}
