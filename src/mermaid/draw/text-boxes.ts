import type { TextMeasure } from '#layout/measure/text.ts';
import type { Box } from './box.ts';
import type { Styles } from './styles.ts';

/** Archivo's ascent, descent and height of a small letter, in em. */
const ASCENT = 0.878;
const DESCENT = 0.21;
const X_HEIGHT = 0.52;
const DEFAULT_SIZE = 16;

/** Where the words of a drawing stand, by the metrics of our font. */
export interface TextBoxes {
  /** Around a `text` or a `tspan`. */
  box(element: Element): Box;
  /** The advance of all its characters, in pixels. */
  length(element: Element): number;
}

/** A run of words in one font that begins at a place of its own or goes on from the one before. */
interface Run {
  readonly owner: Element;
  readonly width: number;
  readonly size: number;
  x: number;
  readonly y: number;
}

/** Measures the texts of a drawing; `styles` says their fonts. */
export function textBoxes(styles: () => Styles, measure: TextMeasure): TextBoxes {
  const sizeOf = (element: Element): number => {
    const raw = styles().own(element).get('font-size');
    const value = Number.parseFloat(raw ?? '');
    const parent = element.parentElement;
    if (raw === undefined || Number.isNaN(value)) return parent ? sizeOf(parent) : DEFAULT_SIZE;
    if (/ex\s*$/.test(raw)) return value * X_HEIGHT * (parent ? sizeOf(parent) : DEFAULT_SIZE);
    if (/r?em\s*$/.test(raw)) {
      return value * (parent && !raw.includes('rem') ? sizeOf(parent) : DEFAULT_SIZE);
    }
    if (raw.trim().endsWith('%')) return (value / 100) * (parent ? sizeOf(parent) : DEFAULT_SIZE);
    return value;
  };
  const widthOf = (text: string, element: Element): number => {
    const weight = styles().inherited(element, 'font-weight') ?? '400';
    const heavy = weight === 'bold' || weight === 'bolder' || Number(weight) >= 500;
    return measure.width(text, { size: sizeOf(element), weight: heavy ? 600 : 400 });
  };

  function runsOf(root: Element): Run[] {
    const runs: Run[] = [];
    const at = { x: 0, y: 0 };
    let chunk: Run[] = [];
    const endChunk = () => {
      const [first] = chunk;
      if (!first) return;
      const width = chunk.reduce((sum, run) => sum + run.width, 0);
      const anchor = styles().inherited(first.owner, 'text-anchor');
      const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
      for (const run of chunk) run.x -= shift;
      chunk = [];
    };
    const visit = (element: Element) => {
      const size = sizeOf(element);
      const length = (name: string) => lengthOf(element.getAttribute(name), size);
      if (element.hasAttribute('x') || element.hasAttribute('y')) endChunk();
      at.x = length('x') ?? at.x;
      at.y = length('y') ?? at.y;
      at.x += length('dx') ?? 0;
      at.y += length('dy') ?? 0;
      for (const child of element.childNodes) {
        if (child.nodeType === 1) visit(child as Element);
        if (child.nodeType !== 3) continue;
        const text = (child.textContent ?? '').replace(/\s+/g, ' ');
        if (text === '' || (text === ' ' && chunk.length === 0)) continue;
        const run = { owner: element, width: widthOf(text, element), size, x: at.x, y: at.y };
        chunk.push(run);
        runs.push(run);
        at.x += run.width;
      }
    };
    visit(root);
    endChunk();
    return runs;
  }

  return {
    length: (element) => runsOf(element).reduce((sum, { width }) => sum + width, 0),
    box(element) {
      const root = element.closest('text') ?? element;
      const runs = runsOf(root).filter(({ owner }) => element.contains(owner));
      if (runs.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
      const lines = runs.map(({ owner, x, y, width, size }) => {
        const base = y + baselineShift(styles().inherited(owner, 'dominant-baseline')) * size;
        return { x, right: x + width, top: base - ASCENT * size, bottom: base + DESCENT * size };
      });
      const x = Math.min(...lines.map((line) => line.x));
      const y = Math.min(...lines.map((line) => line.top));
      return {
        x,
        y,
        width: Math.max(...lines.map(({ right }) => right)) - x,
        height: Math.max(...lines.map(({ bottom }) => bottom)) - y,
      };
    },
  };
}

/** How far below its `y` a text's baseline runs, in em. */
export function baselineShift(baseline: string | undefined): number {
  switch (baseline) {
    case 'middle':
      return X_HEIGHT / 2;
    case 'central':
      return (ASCENT - DESCENT) / 2;
    case 'hanging':
    case 'text-before-edge':
    case 'before-edge':
      return baseline === 'hanging' ? 0.7 : ASCENT;
    case 'text-after-edge':
    case 'after-edge':
    case 'ideographic':
      return -DESCENT;
    default:
      return 0;
  }
}

function lengthOf(text: string | null, size: number): number | undefined {
  const value = Number.parseFloat(text ?? '');
  if (Number.isNaN(value)) return undefined;
  return text?.trim().endsWith('em') ? value * size : value;
}
