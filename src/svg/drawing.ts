import type { Rect } from '#layout/geometry.ts';
import { BADGE } from '#layout/marks.ts';
import { stepWidth } from '#layout/measure/blocks.ts';
import { FONTS, type TextMeasure } from '#layout/measure/text.ts';
import type {
  PlacedCluster,
  PlacedGraphView,
  PlacedSequenceView,
  PlacedView,
} from '#layout/placed.ts';
import type { DrawingState } from '#views/states.ts';
import { badgeMarkup, type CostBadge, noteExtra, noteMarkup } from './badges.ts';
import { clusterMarkup, groundOf } from './clusters.ts';
import { describe } from './describe.ts';
import { edgeMarkup, knockOutMarkup } from './edges.ts';
import { attributes, escapeXml, number } from './escape.ts';
import { frameMarkup } from './frames.ts';
import { nodeMarkup } from './nodes.ts';
import { type Inks, inks as inksOf, type Theme } from './palette.ts';
import { LEAST_SHEET, type SheetBlock, titleBlockMarkup } from './title-block.ts';

/** The fonts that a file of its own carries: WOFF2, base64, Archivo at width 90. */
export interface EmbeddedFonts {
  readonly regular: string;
  readonly semibold: string;
}

export interface DrawingOptions {
  /** Put before every id, so that two drawings on a page share none. */
  readonly prefix: string;
  /** `auto` follows the page's theme through custom properties. */
  readonly theme: Theme | 'auto';
  readonly measure: TextMeasure;
  /** For a file of its own; a page has the font already. */
  readonly fonts?: EmbeddedFonts;
  /** Monthly spend by element id, shown at the lower edge of its box. */
  readonly costs?: ReadonlyMap<string, CostBadge>;
  /** States that a page can show: what is in the background in each is marked with `data-out`. */
  readonly states?: readonly DrawingState[];
  /** What a file of its own says under the picture; a page has its own. */
  readonly block?: SheetBlock;
}

/** A placed view as SVG text, under the project's SVG contract. The same view gives the same bytes. */
export function renderDrawing(view: PlacedView, options: DrawingOptions): string {
  const inks = inksOf(options.theme);
  const { graph } = view;
  const prefix = idOf(options.prefix);
  const [titleId, descId] = [`${prefix}-title`, `${prefix}-desc`];
  const sheet = sheetOf(view, options, inks);
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'drawing',
    role: 'img',
    'aria-labelledby': `${titleId} ${descId}`,
    viewBox: `${number(sheet.x)} 0 ${number(sheet.width)} ${number(sheet.height)}`,
    width: sheet.width,
    height: sheet.height,
    'data-layout': view.layout,
    'data-view': graph.key,
    'font-family': "'Archivo 90', Archivo, 'Helvetica Neue', Arial, sans-serif",
  });
  const body =
    view.layout === 'sequence' ? sequenceBody(view, options, inks) : graphBody(view, options, inks);
  return (
    `<svg${root}><title id="${titleId}">${escapeXml(graph.title)}</title>` +
    `<desc id="${descId}">${escapeXml(describe(graph))}</desc>` +
    `${options.fonts ? fontFaces(options.fonts) : ''}${ground(sheet, options, inks)}${body}${sheet.markup}</svg>\n`
  );
}

/** A prefix as a part of an id: keys of views from JSON may hold anything, blanks and quotes too. */
function idOf(prefix: string): string {
  return prefix.replace(/[^\w-]/gu, (other) => `_${other.codePointAt(0)?.toString(16)}_`);
}

/** What is drawn on: the picture, with its title block below it where it has one. */
interface Sheet {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly markup: string;
}

/** Between the picture and its title block, and around that. */
const BLOCK_GAP = 16;

function sheetOf(
  { width, height }: PlacedView,
  { block, measure }: DrawingOptions,
  inks: Inks,
): Sheet {
  if (!block) return { x: 0, width, height, markup: '' };
  const whole = Math.max(width, LEAST_SHEET);
  // A picture that is narrower than its title block stands over the middle of it.
  const x = Math.floor((width - whole) / 2);
  const at = { x: x + BLOCK_GAP / 2, y: height + BLOCK_GAP / 2, width: whole - BLOCK_GAP };
  const placed = titleBlockMarkup(block, at, measure, inks);
  return { x, width: whole, height: at.y + placed.height + BLOCK_GAP / 2, markup: placed.markup };
}

/** A file stands on the figure's ground; on a page the plate is the ground. */
function ground({ x, width, height }: Sheet, { theme }: DrawingOptions, inks: Inks): string {
  if (theme === 'auto') return '';
  const place = { x: x === 0 ? undefined : x, width, height };
  return `<rect class="ground"${attributes({ ...place, fill: inks.of('plate') })}/>`;
}

function graphBody(view: PlacedGraphView, options: DrawingOptions, inks: Inks): string {
  const clusters = new Map(view.clusters.map((placed) => [placed.cluster.id as string, placed]));
  const depth = (placed: PlacedCluster): number => {
    const parent = placed.cluster.parent && clusters.get(placed.cluster.parent);
    return parent ? depth(parent) + 1 : 0;
  };
  const around = (x: number, y: number) =>
    view.clusters.findLast(
      ({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
    );
  const groundAt = (x: number, y: number) => {
    const placed = around(x, y);
    return placed ? groundOf(placed, depth(placed), inks) : inks.of('plate');
  };
  const out = outOf(options);
  const below = arrowsBelow(view);
  const statesOf = (id: string) => ({ out: out(id), tint: tintOf(options, id) });
  return [
    ...view.clusters.map((placed) =>
      clusterMarkup(placed, depth(placed), inks, out(placed.cluster.id)),
    ),
    ...view.edges.map((placed) => {
      const { x = 0, y = 0 } = placed.label?.box ?? {};
      return edgeMarkup(
        placed,
        groundAt(x, y),
        discWidth(placed.edge.step ?? placed.edge.order, options),
        inks,
        { out: out(placed.edge.key), stem: below.stems.get(placed.edge.key) },
      );
    }),
    ...view.nodes.map((placed) => nodeMarkup(placed, inks, statesOf(placed.node.id))),
    ...view.nodes.flatMap(({ node, box }) => {
      const cost = options.costs?.get(node.id);
      return cost ? [badgeMarkup(node.id, cost, box, inks)] : [];
    }),
    ...view.nodes.flatMap(({ node, box }) => {
      // Lines keep clear of a badge's width only.
      const room = below.boxes.has(node.id) ? Math.min(BADGE.width, box.width) : box.width;
      return notesMarkup(node.id, box, room, options, inks);
    }),
  ].join('');
}

/** Arrows that end at the lower edge of a box, where its badges are. */
interface ArrowsBelow {
  /** Ids of such boxes. */
  readonly boxes: ReadonlySet<string>;
  /** By a line's key, the edge of the box that it would reach if no badge were in its way. */
  readonly stems: ReadonlyMap<string, number>;
}

function arrowsBelow({ nodes, edges }: PlacedGraphView): ArrowsBelow {
  const places = new Map(nodes.map(({ node, box }) => [node.id as string, box]));
  const boxes = new Set<string>();
  const stems = new Map<string, number>();
  for (const { edge, points } of edges) {
    const box = places.get(edge.target);
    const [end, before] = [points.at(-1), points.at(-2)];
    if (!box || !end || !before || end.x !== before.x || end.y >= before.y) continue;
    boxes.add(edge.target);
    const low = box.y + box.height;
    if (end.y > low) stems.set(edge.key, low - BADGE.height);
  }
  return { boxes, stems };
}

/** For parts of a drawing, the ids of the states in which all of them step back, parted by blanks. */
export function outOf({
  states = [],
}: Pick<DrawingOptions, 'states'>): (...parts: string[]) => string | undefined {
  return (...parts) => {
    const ids = states
      .filter(({ out }) => parts.length > 0 && parts.every((id) => out.has(id)))
      .map((state) => state.id);
    return ids.length > 0 ? ids.join(' ') : undefined;
  };
}

/** The colours that states give to a box. */
function tintOf({ states = [] }: DrawingOptions, id: string): string | undefined {
  return states.flatMap(({ tints }) => tints?.get(id) ?? []).join(' ') || undefined;
}

/** Short words at a box, each shown in its state only, and cut where the box is too narrow. */
function notesMarkup(
  id: string,
  box: Rect,
  room: number,
  { states = [], measure }: DrawingOptions,
  inks: Inks,
): string[] {
  return states.flatMap((state) => {
    const warns = state.warns === true;
    const extra = noteExtra(warns);
    const text = cut(state.notes.get(id) ?? '', (state.tints ? room : box.width) - extra, measure);
    const least = state.tints ? Math.min(BADGE.width, box.width) : 0;
    const width = measure.width(text, FONTS.step);
    const note = { id, state: state.id, text, width, least, warns };
    return text ? [noteMarkup(note, box, inks)] : [];
  });
}

/** As much of a text as there is room for, with an ellipsis in place of the rest. */
function cut(text: string, room: number, measure: TextMeasure): string {
  if (measure.width(text, FONTS.step) <= room) return text;
  const letters = [...text];
  for (let kept = letters.length - 1; kept > 1; kept--) {
    const shorter = `${letters.slice(0, kept).join('').trimEnd()}…`;
    if (measure.width(shorter, FONTS.step) <= room) return shorter;
  }
  return '';
}

function sequenceBody(view: PlacedSequenceView, options: DrawingOptions, inks: Inks): string {
  const out = outOf(options);
  const lifelines = view.lifelines
    .map(
      ({ x, from, to }, place) =>
        `<path class="lifeline" d="M${number(x)} ${number(from)}V${number(to)}"${attributes({
          fill: 'none',
          stroke: inks.of('outline'),
          'stroke-width': 1.25,
          'stroke-dasharray': '2 4',
          'data-out': out(view.nodes[place]?.node.id ?? ''),
        })}/>`,
    )
    .join('');
  const activations = view.activations
    .map(
      ({ box, lines }) =>
        `<rect class="activation"${attributes({
          ...box,
          fill: inks.tone('container', 'fill'),
          stroke: inks.tone('container', 'line'),
          'stroke-width': 1.25,
          'data-out': out(...lines),
        })}/>`,
    )
    .join('');
  // What is in the background lets through what is behind it, but for a ground of its own.
  const plate = inks.of('plate');
  const bars = view.activations.flatMap(({ box, lines }) =>
    out(...lines) ? [`<rect${attributes({ ...box, fill: plate })}/>`] : [],
  );
  const labels = view.edges.flatMap(({ edge, label }) =>
    label && out(edge.key) ? [knockOutMarkup(label.box, plate)] : [],
  );
  return [
    ...view.frames.map((frame) => frameMarkup(frame, inks)),
    lifelines,
    ...bars,
    activations,
    ...labels,
    ...view.edges.map((placed) =>
      edgeMarkup(
        placed,
        inks.of('plate'),
        discWidth(placed.edge.step ?? placed.edge.order, options),
        inks,
        { out: out(placed.edge.key) },
      ),
    ),
    ...view.nodes.map((placed) => nodeMarkup(placed, inks, { out: out(placed.node.id) })),
  ].join('');
}

function discWidth(order: string | undefined, { measure }: DrawingOptions): number {
  return order === undefined ? 0 : stepWidth(order, measure);
}

/** The rules with which a file brings its fonts along; a weight that it does not use is left out. */
export function fontFaces({ regular, semibold }: Partial<EmbeddedFonts>): string {
  const face = (weight: number, data: string | undefined) =>
    data &&
    `@font-face{font-family:'Archivo 90';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
  return `<style>${face(400, regular) ?? ''}${face(600, semibold) ?? ''}</style>`;
}
