import { SHAPES } from '#model/styles.ts';
import { toHexColor } from './colors.ts';
import type { ElementStyleDraft, RelationshipStyleDraft } from './draft.ts';

/** What a theme.json says. */
export interface ThemeDraft {
  readonly elements: readonly ElementStyleDraft[];
  readonly relationships: readonly RelationshipStyleDraft[];
}

type Raw = Readonly<Record<string, unknown>>;

/** A theme's styles, or what is wrong with it. Fields that it does not know are passed over. */
export function readTheme(text: string): ThemeDraft | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'it is not valid JSON';
  }
  if (!isRecord(json)) return 'it is not a JSON object';
  return {
    elements: recordsOf(json.elements).map(readElementStyle),
    relationships: recordsOf(json.relationships).map(readRelationshipStyle),
  };
}

/** An element style as JSON has it. */
export function readElementStyle(raw: Raw): ElementStyleDraft {
  return {
    ...common(raw),
    ...defined({
      shape: oneOf(raw.shape, SHAPES),
      icon: text(raw.icon),
      iconPosition: oneOf(raw.iconPosition, ['Top', 'Bottom', 'Left'] as const),
      height: number(raw.height),
      background: color(raw.background),
      stroke: color(raw.stroke),
      strokeWidth: number(raw.strokeWidth),
      border: oneOf(raw.border, ['Solid', 'Dashed', 'Dotted'] as const),
    }),
  };
}

/** A relationship style as JSON has it. */
export function readRelationshipStyle(raw: Raw): RelationshipStyleDraft {
  return {
    ...common(raw),
    ...defined({
      thickness: number(raw.thickness),
      style: oneOf(raw.style, ['Solid', 'Dashed', 'Dotted'] as const),
      dashed: flag(raw.dashed),
      routing: oneOf(raw.routing, ['Direct', 'Orthogonal', 'Curved'] as const),
      position: number(raw.position),
      jump: flag(raw.jump),
    }),
  };
}

function common(raw: Raw) {
  const properties = Object.entries(isRecord(raw.properties) ? raw.properties : {});
  return {
    tag: text(raw.tag) ?? '',
    properties: new Map(properties.map(([name, value]) => [name, String(value)])),
    ...defined({
      colorScheme: oneOf(raw.colorScheme, ['Light', 'Dark'] as const),
      width: number(raw.width),
      color: color(raw.color),
      fontSize: number(raw.fontSize),
      opacity: number(raw.opacity),
      metadata: flag(raw.metadata),
      description: flag(raw.description),
    }),
  };
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordsOf(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function color(value: unknown): string | undefined {
  return typeof value === 'string' ? toHexColor(value) : undefined;
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[]): Value | undefined {
  return values.find((candidate) => candidate === value);
}

/** The fields that have a value. */
function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
}
