import type { DeploymentNode, Element } from '#model/elements.ts';
import { groupStyles, said } from '../group-look.ts';
import type { Line } from '../order.ts';
import type { Sheet } from '../sheet.ts';
import { BACKGROUND, COLOR, type ElementLook } from '../styles.ts';
import { isAddress } from '../words.ts';
import { FONT_SIZE, isSequence } from './header.ts';
import { participantWord } from './names.ts';
import type { BoxRule, LineRule } from './rules.ts';

/** The width of a box and of a border in pixels where no style has one. */
const WIDTH = 450;
const STROKE_WIDTH = 2;

/** The rule for an element's box. */
export function elementRule(sheet: Sheet, element: Element): BoxRule {
  const look = sheet.styles.element(element);
  const rule = boxRule('Element', look);
  const box: BoxRule = { ...rule, shape: look.shape, width: look.width ?? WIDTH };
  if (!isSequence(sheet)) return box;
  // The label of these two stands beside the shape, on the page.
  const isBeside = ['actor', 'database'].includes(participantWord(look.shape));
  return { ...box, strokeWidth: STROKE_WIDTH, color: isBeside ? look.stroke : look.color };
}

/** The rule for a deployment node. */
export function nodeRule({ styles }: Sheet, node: DeploymentNode): BoxRule {
  return boxRule('DeploymentNode', styles.element(node));
}

function boxRule(kind: BoxRule['kind'], look: ElementLook): BoxRule {
  const { tag, background, stroke, color, border, fontSize, icon } = look;
  return {
    kind,
    name: tag,
    background,
    stroke,
    color,
    border,
    fontSize,
    icon,
    strokeWidth: look.strokeWidth ?? STROKE_WIDTH,
    hasShadow: look.properties['plantuml.shadow']?.toLowerCase() === 'true',
  };
}

/** The rule for a software system or container that is looked into. */
export function boundaryRule(sheet: Sheet, element: Element): BoxRule {
  const { styles } = sheet;
  const type = element.kind === 'SoftwareSystem' ? 'SoftwareSystem' : 'Container';
  const boundary = [styles.tag(`Boundary:${type}`), styles.tag('Boundary')];
  const all = [...boundary, styles.element(element)];
  const strokeWidth = isSequence(sheet) ? undefined : said(all, 'strokeWidth');
  return {
    kind: 'Boundary',
    name: element.name,
    background: said(boundary, 'background') ?? BACKGROUND,
    stroke: said(all, 'stroke') ?? COLOR,
    color: said(all, 'color') ?? COLOR,
    border: said(all, 'border') ?? 'Dotted',
    strokeWidth: strokeWidth ?? STROKE_WIDTH,
    fontSize: said(all, 'fontSize') ?? FONT_SIZE,
    hasShadow: false,
  };
}

/** The rule for a group, given by its whole path. */
export function groupRule(sheet: Sheet, path: string): BoxRule {
  const styles = groupStyles(sheet, path);
  const icon = styles.map((style) => style?.icon).find(isAddress);
  return {
    kind: 'Group',
    name: path,
    background: said(styles, 'background') ?? BACKGROUND,
    stroke: said(styles, 'stroke') ?? COLOR,
    color: said(styles, 'color') ?? COLOR,
    border: said(styles, 'border') ?? 'Dotted',
    strokeWidth: said(styles, 'strokeWidth') ?? STROKE_WIDTH,
    fontSize: said(styles, 'fontSize') ?? FONT_SIZE,
    icon,
    hasShadow: false,
  };
}

/** The rule for a relationship's line. */
export function lineRule(sheet: Sheet, { relationship }: Line): LineRule {
  const look = sheet.styles.relationship(relationship);
  return {
    kind: 'Relationship',
    name: look.tag,
    color: look.color,
    border: look.style,
    strokeWidth: isSequence(sheet) ? STROKE_WIDTH : look.thickness,
    fontSize: look.fontSize,
    width: look.width,
  };
}
