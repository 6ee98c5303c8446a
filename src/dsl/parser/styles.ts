import { didYouMean } from '#diagnostics/suggest.ts';
import { toHexColor } from '#model/colors.ts';
import { type ColorScheme, SHAPES } from '#model/styles.ts';
import { isEmpty, parseInteger } from '../lexer/characters.ts';
import { Problem } from '../problem.ts';
import type {
  ElementStyleDraft,
  PropertyHolder,
  RelationshipStyleDraft,
} from '../resolve/draft.ts';
import { warnMoved, warnNotPositive } from '../rules/out-of-range.ts';
import type { Session } from '../session.ts';
import type { ContextOf } from './context.ts';
import { iconOf } from './images.ts';
import { properties } from './items.ts';
import { theme, themes } from './presentation.ts';
import { type Handler, keywords, single } from './section.ts';
import type { Statement } from './statement.ts';

const inStyles = keywords<ContextOf<'styles'>>({
  light: (session, st) => session.open({ kind: 'styles', scheme: 'Light' }, st),
  dark: (session, st) => session.open({ kind: 'styles', scheme: 'Dark' }, st),
  element: (session, st, { scheme }) => {
    const tag = tagOf(session, st, 'element <tag> {');
    const { elementStyles } = session.workspace;
    session.spend(elementStyles.length, () => st.span(1));
    session.open({ kind: 'element-style', style: styleFor(elementStyles, tag, scheme) }, st);
  },
  relationship: (session, st, { scheme }) => {
    const tag = tagOf(session, st, 'relationship <tag> {');
    const { relationshipStyles } = session.workspace;
    session.spend(relationshipStyles.length, () => st.span(1));
    session.open(
      { kind: 'relationship-style', style: styleFor(relationshipStyles, tag, scheme) },
      st,
    );
  },
  theme,
  themes,
});

function tagOf(session: Session, st: Statement, grammar: string): string {
  const tag = single(session, st, grammar, st.count);
  if (isEmpty(tag)) throw new Problem('dsl-empty-name', 'A tag must be specified', st.span(1));
  return tag;
}

/** The style of a tag in a colour scheme; said twice, it is one style. */
function styleFor(
  styles: (ElementStyleDraft | RelationshipStyleDraft)[],
  tag: string,
  scheme: ColorScheme | undefined,
): PropertyHolder & { tag: string; colorScheme?: ColorScheme } {
  const existing = styles.find((style) => style.tag === tag && style.colorScheme === scheme);
  if (existing) return existing;
  const style = {
    tag,
    ...(scheme && { colorScheme: scheme }),
    properties: new Map<string, string>(),
  };
  styles.push(style);
  return style;
}

type ElementStyleContext = ContextOf<'element-style'>;
type RelationshipStyleContext = ContextOf<'relationship-style'>;

const SHAPE_NAMES = byLowerCase(SHAPES);
const LINES = byLowerCase(['Solid', 'Dashed', 'Dotted'] as const);
const ICON_POSITIONS = byLowerCase(['Top', 'Bottom', 'Left'] as const);
const ROUTINGS = byLowerCase(['Direct', 'Orthogonal', 'Curved'] as const);

function byLowerCase<Name extends string>(names: readonly Name[]): ReadonlyMap<string, Name> {
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

/** A word of a closed set, whatever its case. */
function choice<Name extends string>(
  session: Session,
  st: Statement,
  names: ReadonlyMap<string, Name>,
  grammar: string,
  wrong: (word: string) => string,
): Name {
  const word = single(session, st, grammar).toLowerCase();
  const name = names.get(word);
  if (name !== undefined) return name;
  throw new Problem('dsl-invalid-value', wrong(word), st.span(1), {
    hint: didYouMean(word, names.values()) ?? `Possible are: ${[...names.values()].join(', ')}.`,
  });
}

function integer(session: Session, st: Statement, grammar: string, wrong: string): number {
  const value = parseInteger(single(session, st, grammar));
  if (value !== undefined) return value;
  throw new Problem('dsl-invalid-value', wrong, st.span(1));
}

/** A size: the reference asks for a positive integer and takes any. */
function size(session: Session, st: Statement, grammar: string, wrong: string): number {
  const value = integer(session, st, grammar, wrong);
  warnNotPositive(session, st, value);
  return value;
}

/** A number that the reference moves to the next bound when it is beyond. */
function between(
  session: Session,
  st: Statement,
  keyword: string,
  [least, most]: readonly [number, number],
  wrong: string,
): number {
  const value = integer(session, st, `${keyword} <${least}-${most}>`, wrong);
  const moved = Math.min(most, Math.max(least, value));
  warnMoved(session, st, value, moved);
  return moved;
}

function flag(session: Session, st: Statement, keyword: string): boolean {
  const value = single(session, st, `${keyword} <true|false>`).toLowerCase();
  if (value === 'true' || value === 'false') return value === 'true';
  const name = `${keyword.charAt(0).toUpperCase()}${keyword.slice(1)}`;
  throw new Problem('dsl-invalid-value', `${name} must be true or false`, st.span(1));
}

function color(session: Session, st: Statement, keyword: string): string {
  const written = single(session, st, `${keyword} <#rrggbb|color name>`);
  const hex = toHexColor(written);
  if (hex) return hex;
  const short = /^#[0-9a-f]{3}$/i.test(written);
  throw new Problem(
    'dsl-invalid-value',
    `${written} is not a valid hex colour code or HTML colour name.`,
    st.span(1),
    {
      hint: short
        ? `Write all six digits: ${written.replace(/[0-9a-f]/gi, '$&$&')}`
        : 'Write #rrggbb or the name of an HTML colour.',
    },
  );
}

const elementColor: Handler<ElementStyleContext> = (session, st, { style }) => {
  style.color = color(session, st, 'colour');
};

const inElementStyle = keywords<ElementStyleContext>({
  shape: (session, st, { style }) => {
    const grammar = `shape <${SHAPES.join('|')}>`;
    style.shape = choice(
      session,
      st,
      SHAPE_NAMES,
      grammar,
      (word) => `The shape "${word}" is not valid`,
    );
  },
  icon: (session, st, { style }) => {
    const icon = iconOf(session, st, single(session, st, 'icon <file|url>'));
    if (icon === undefined) delete style.icon;
    else style.icon = icon;
  },
  iconPosition: (session, st, { style }) => {
    const grammar = 'iconPosition <Top|Bottom|Left>';
    const wrong = (word: string) => `The icon position "${word}" is not valid`;
    style.iconPosition = choice(session, st, ICON_POSITIONS, grammar, wrong);
  },
  width: (session, st, { style }) => {
    style.width = size(session, st, 'width <number>', 'Width must be a positive integer');
  },
  height: (session, st, { style }) => {
    style.height = size(session, st, 'height <number>', 'Height must be a positive integer');
  },
  background: (session, st, { style }) => {
    style.background = color(session, st, 'background');
  },
  color: elementColor,
  colour: elementColor,
  stroke: (session, st, { style }) => {
    style.stroke = color(session, st, 'stroke');
  },
  strokeWidth: (session, st, { style }) => {
    const wrong = 'Stroke width must be an integer between 1 and 10';
    style.strokeWidth = between(session, st, 'strokeWidth', [1, 10], wrong);
  },
  fontSize: (session, st, { style }) => {
    style.fontSize = size(session, st, 'fontSize <number>', 'Font size must be a positive integer');
  },
  border: (session, st, { style }) => {
    const wrong = (word: string) => `The border "${word}" is not valid`;
    style.border = choice(session, st, LINES, 'border <solid|dashed|dotted>', wrong);
  },
  opacity: (session, st, { style }) => {
    const wrong = 'Opacity must be an integer between 0 and 100';
    style.opacity = between(session, st, 'opacity', [0, 100], wrong);
  },
  metadata: (session, st, { style }) => {
    style.metadata = flag(session, st, 'metadata');
  },
  description: (session, st, { style }) => {
    style.description = flag(session, st, 'description');
  },
  properties: (session, st, { style }) => properties(session, st, [style]),
});

const relationshipColor: Handler<RelationshipStyleContext> = (session, st, { style }) => {
  style.color = color(session, st, 'colour');
};

const inRelationshipStyle = keywords<RelationshipStyleContext>({
  thickness: (session, st, { style }) => {
    style.thickness = size(
      session,
      st,
      'thickness <number>',
      'Thickness must be a positive integer',
    );
  },
  color: relationshipColor,
  colour: relationshipColor,
  dashed: (session, st, { style }) => {
    style.dashed = flag(session, st, 'dashed');
  },
  style: (session, st, { style }) => {
    const wrong = (word: string) => `The line style "${word}" is not valid`;
    style.style = choice(session, st, LINES, 'style <solid|dashed|dotted>', wrong);
  },
  routing: (session, st, { style }) => {
    const wrong = (word: string) => `The routing "${word}" is not valid`;
    style.routing = choice(session, st, ROUTINGS, 'routing <direct|orthogonal|curved>', wrong);
  },
  fontSize: (session, st, { style }) => {
    style.fontSize = size(session, st, 'fontSize <number>', 'Font size must be a positive integer');
  },
  width: (session, st, { style }) => {
    style.width = size(session, st, 'width <number>', 'Width must be a positive integer');
  },
  position: (session, st, { style }) => {
    const wrong = 'Position must be an integer between 0 and 100';
    style.position = between(session, st, 'position', [0, 100], wrong);
  },
  opacity: (session, st, { style }) => {
    const wrong = 'Opacity must be an integer between 0 and 100';
    style.opacity = between(session, st, 'opacity', [0, 100], wrong);
  },
  jump: (session, st, { style }) => {
    style.jump = flag(session, st, 'jump');
  },
  metadata: (session, st, { style }) => {
    style.metadata = flag(session, st, 'metadata');
  },
  description: (session, st, { style }) => {
    style.description = flag(session, st, 'description');
  },
  properties: (session, st, { style }) => properties(session, st, [style]),
});

/** One statement of `styles { … }`, or of `light` or `dark` in it. */
export function stylesStatement(
  session: Session,
  st: Statement,
  context: ContextOf<'styles'>,
): boolean {
  const handler = inStyles.get(st.keyword);
  handler?.(session, st, context);
  return handler !== undefined;
}

/** One statement of an element style. */
export function elementStyleStatement(
  session: Session,
  st: Statement,
  context: ElementStyleContext,
): boolean {
  const handler = inElementStyle.get(st.keyword);
  handler?.(session, st, context);
  return handler !== undefined;
}

/** One statement of a relationship style. */
export function relationshipStyleStatement(
  session: Session,
  st: Statement,
  context: RelationshipStyleContext,
): boolean {
  const handler = inRelationshipStyle.get(st.keyword);
  handler?.(session, st, context);
  return handler !== undefined;
}
