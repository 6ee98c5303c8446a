import type { Box } from './box.ts';
import { pathPoints } from './path-points.ts';
import type { TextBoxes } from './text-boxes.ts';
import { apply, IDENTITY, type Matrix, multiply, parseTransform } from './transforms.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const NOTHING: ReadonlySet<string> = new Set([
  'style',
  'defs',
  'title',
  'desc',
  'marker',
  'clippath',
  'script',
  'filter',
  'lineargradient',
]);

/** The box around an element in its own coordinates, as `getBBox` gives it; its own transform left out. */
export function boxOf(element: Element, texts: TextBoxes): Box {
  return around(pointsOf(element, IDENTITY, texts));
}

/** The box in the coordinates of the drawing: transforms of the element and of all around it applied. */
export function boxInDrawing(element: Element, texts: TextBoxes): Box {
  let matrix = IDENTITY;
  for (let at: Element | null = element; at; at = at.parentElement) {
    matrix = multiply(parseTransform(at.getAttribute('transform')), matrix);
  }
  return around(pointsOf(element, matrix, texts));
}

function around(points: readonly Point[]): Box {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function pointsOf(element: Element, matrix: Matrix, texts: TextBoxes): Point[] {
  const name = element.tagName.toLowerCase();
  if (NOTHING.has(name)) return [];
  if (name === 'text' || name === 'tspan') return corners(texts.box(element), matrix);
  const number = (attribute: string) =>
    Number.parseFloat(element.getAttribute(attribute) ?? '') || 0;
  switch (name) {
    case 'rect':
    case 'image':
    case 'foreignobject': {
      const box = {
        x: number('x'),
        y: number('y'),
        width: number('width'),
        height: number('height'),
      };
      return corners(box, matrix);
    }
    case 'circle':
    case 'ellipse': {
      const [rx, ry] =
        name === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')];
      const [x, y] = [number('cx') - rx, number('cy') - ry];
      return corners({ x, y, width: 2 * rx, height: 2 * ry }, matrix);
    }
    case 'line':
      return [apply(matrix, number('x1'), number('y1')), apply(matrix, number('x2'), number('y2'))];
    case 'polygon':
    case 'polyline':
      return pairsOf(element.getAttribute('points') ?? '').map(({ x, y }) => apply(matrix, x, y));
    case 'path':
      return pathPoints(element.getAttribute('d') ?? '').map(({ x, y }) => apply(matrix, x, y));
    default:
      return [...element.children].flatMap((child) =>
        pointsOf(child, multiply(matrix, parseTransform(child.getAttribute('transform'))), texts),
      );
  }
}

function corners({ x, y, width, height }: Box, matrix: Matrix): Point[] {
  return [
    apply(matrix, x, y),
    apply(matrix, x + width, y),
    apply(matrix, x, y + height),
    apply(matrix, x + width, y + height),
  ];
}

function pairsOf(text: string): Point[] {
  const numbers = text.match(/-?[\d.]+(?:e-?\d+)?/gi)?.map(Number) ?? [];
  return numbers.flatMap((x, index) =>
    index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : [],
  );
}
