import { BACKGROUND, COLOR } from '../styles.ts';
import { Writer } from '../writer.ts';
import { type BoxRule, classOf, type LineRule, type Rules } from './rules.ts';

/** The width in pixels at which texts are broken in a legend. */
const LEGEND_WIDTH = 200;

/** The class of boxes that are not to be seen. */
export const TRANSPARENT = 'Element-Transparent';

/** The rules of a diagram as a `<style>` block. */
export function styleBlock(rules: Rules): string {
  return block(rules, (rule) => rule);
}

/** The same for the legend: narrower, and with a class for boxes that are not to be seen. */
export function legendStyleBlock(rules: Rules): string {
  const narrow = (rule: BoxRule): BoxRule => ({ ...rule, width: LEGEND_WIDTH });
  return block(rules, narrow, (out) => {
    writeRule(out, TRANSPARENT, 'transparent element for relationships in legend', [
      'BackgroundColor: transparent;',
      'LineColor: transparent;',
      'FontColor: transparent;',
    ]);
  });
}

function block(
  rules: Rules,
  sized: (rule: BoxRule) => BoxRule,
  writeMore?: (out: Writer) => void,
): string {
  const out = new Writer();
  out.line('<style>');
  out.indent();
  out.open('root {');
  out.line(`BackgroundColor: ${BACKGROUND};`);
  out.line(`FontColor: ${COLOR};`);
  out.close('}');
  for (const rule of rules.boxes('Element')) writeBox(out, sized(rule));
  for (const rule of rules.lines()) writeLine(out, rule);
  for (const rule of rules.boxes('DeploymentNode')) writeBox(out, sized(rule));
  for (const rule of rules.boxes('Boundary')) writeBox(out, rule);
  for (const rule of rules.boxes('Group')) writeBox(out, rule);
  writeMore?.(out);
  out.close('</style>');
  return out.toString();
}

function writeBox(out: Writer, rule: BoxRule): void {
  writeRule(out, classOf(rule), rule.name, [
    `BackgroundColor: ${rule.background};`,
    `LineColor: ${rule.stroke};`,
    `LineStyle: ${dashes(rule)};`,
    `LineThickness: ${rule.strokeWidth};`,
    ...(rule.shape === 'RoundedBox' ? ['RoundCorner: 20;'] : []),
    `FontColor: ${rule.color};`,
    `FontSize: ${rule.fontSize};`,
    'HorizontalAlignment: center;',
    `Shadowing: ${rule.hasShadow ? 10 : 0};`,
    ...(rule.width === undefined ? [] : [`MaximumWidth: ${rule.width};`]),
  ]);
}

function writeLine(out: Writer, rule: LineRule): void {
  writeRule(out, classOf(rule), rule.name, [
    `LineThickness: ${rule.strokeWidth};`,
    `LineStyle: ${dashes(rule)};`,
    `LineColor: ${rule.color};`,
    `FontColor: ${rule.color};`,
    `FontSize: ${rule.fontSize};`,
    `MaximumWidth: ${rule.width};`,
  ]);
}

function writeRule(out: Writer, name: string, comment: string, lines: readonly string[]): void {
  out.line(`// ${comment}`);
  out.open(`.${name} {`);
  for (const line of lines) out.line(line);
  out.close('}');
}

function dashes({ border, strokeWidth }: BoxRule | LineRule): string {
  if (border === 'Dotted') return `${strokeWidth}-${strokeWidth}`;
  return border === 'Dashed' ? `${strokeWidth * 5}-${strokeWidth * 5}` : '0';
}
