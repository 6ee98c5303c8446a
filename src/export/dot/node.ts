import type { Element } from '#model/elements.ts';
import { staticElement } from '#model/index.ts';
import type { Shape } from '#model/styles.ts';
import type { Sheet } from '../sheet.ts';
import { isEmpty } from '../text.ts';
import { breakText, typeOf } from '../words.ts';

/** The width of a box in pixels where no style has one. */
const WIDTH = 450;

/** The shapes that Graphviz has, too; the others are rectangles. */
const SHAPES: Partial<Record<Shape, string>> = {
  Circle: 'circle',
  Component: 'component',
  Cylinder: 'cylinder',
  Ellipse: 'ellipse',
  Folder: 'folder',
  Hexagon: 'hexagon',
  Diamond: 'diamond',
};

/** A text in a size, in points. */
export function sized(size: number, text: string): string {
  return `<font point-size="${size}">${text}</font>`;
}

/** Writes the box of an element. */
export function writeNode({ index, styles, out }: Sheet, element: Element): void {
  const look = styles.element(element);
  const { fontSize, background, stroke, color } = look;
  const behind = staticElement(index, element);
  const part = (size: number, text: string) =>
    sized(size, breakText(look.width ?? WIDTH, size, text.replaceAll('"', '\\"')));
  const { name, description } = behind;
  const type = typeOf(index, behind);
  let label = isEmpty(name) ? '' : part(fontSize + 10, name);
  if (look.metadata && !isEmpty(type)) label += `<br />${sized(fontSize - 5, type)}`;
  if (look.description && !isEmpty(description))
    label += `<br /><br />${part(fontSize, description)}`;
  const shape =
    behind.kind === 'DeploymentNode' ? 'node' : (SHAPES[styles.element(behind).shape] ?? 'rect');
  const { id } = element;
  out.line(
    `${id} [id=${id},shape=${shape}, label=<${label}>, style=filled, color="${stroke}", fillcolor="${background}", fontcolor="${color}"]`,
  );
}
