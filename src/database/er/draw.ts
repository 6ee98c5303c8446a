import type { LayoutEngine } from '#layout/engine.ts';
import type { Point, Rect, Size } from '#layout/geometry.ts';
import { FONTS, type TextMeasure } from '#layout/measure/text.ts';
import { turned } from '#svg/direction.ts';
import { attributes, escapeXml, number } from '#svg/escape.ts';
import { roundedPath } from '#svg/lines.ts';
import { type Inks, inks as inksOf, type Theme } from '#svg/palette.ts';
import type { Catalog } from '../catalog.ts';
import {
  HEAD,
  MONO,
  MOST_TABLES,
  PADDING,
  ROW,
  SMALL,
  type TableBox,
  tableBoxes,
} from './boxes.ts';
import { endPath } from './ends.ts';
import { type Reference, referencesOf } from './references.ts';

/** A drawing of tables: its markup, and where each table stands. */
export interface ErDrawing extends Size {
  readonly svg: string;
  readonly boxes: readonly { readonly id: string; readonly box: Rect }[];
}

export interface ErOptions {
  readonly engine: LayoutEngine;
  readonly measure: TextMeasure;
  readonly theme: Theme | 'auto';
  /** Before every id of the markup. */
  readonly prefix: string;
  readonly title: string;
}

/** Free ground around the whole drawing. */
const MARGIN = 8;
/** What a page has room for. */
const WIDTH = 1376 - 2 * MARGIN;

/**
 * The tables of a database as boxes with their keys and columns, what is referred to above what refers
 * to it, lines with the signs of how many rows belong to one. Partitions are not drawn.
 */
export function drawTables(catalog: Catalog, options: ErOptions): ErDrawing {
  const inks = inksOf(options.theme);
  const boxes = tableBoxes(catalog, options.measure);
  const references = referencesOf(catalog);
  const frames = framesOf(boxes, options.measure);
  const placed = options.engine.place({
    width: WIDTH,
    // Many tables side by side would run out of the page; under each other they can be scrolled.
    direction: boxes.length > MOST_TABLES ? 'LR' : 'TB',
    nodes: boxes.map(({ table, width, height }) => ({
      id: table.id,
      width,
      height,
      ...(frames.length > 0 && { parent: frameId(table.schema) }),
    })),
    clusters: frames.map(({ id, title }) => ({
      id,
      title: { width: title.width + TITLE.x, height: title.height + TITLE.y },
    })),
    edges: references.map(({ from, to }, index) => ({
      key: String(index),
      source: to,
      target: from,
    })),
  });
  const shift = ({ x, y }: Point) => ({ x: x + MARGIN, y: y + MARGIN });
  const standing = boxes.flatMap((table) => {
    const place = placed.nodes.get(table.table.id);
    return place ? [{ table, box: { ...place, ...shift(place) } }] : [];
  });
  const lines = references.flatMap((reference, index) => {
    const route = placed.edges.get(String(index));
    return route ? [lineMarkup(reference, route.points.map(shift), inks)] : [];
  });
  const grounds = frames.flatMap((frame) => {
    const place = placed.clusters.get(frame.id);
    return place ? [frameMarkup(frame, { ...place, ...shift(place) }, inks)] : [];
  });
  const [width, height] = [placed.width + 2 * MARGIN, placed.height + 2 * MARGIN];
  const [titleId, descId] = [`${options.prefix}-title`, `${options.prefix}-desc`];
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'drawing',
    role: 'img',
    'aria-labelledby': `${titleId} ${descId}`,
    viewBox: `0 0 ${number(width)} ${number(height)}`,
    width,
    height,
    'data-layout': 'graph',
    'font-family': "'Archivo 90', Archivo, 'Helvetica Neue', Arial, sans-serif",
  });
  const tables = standing.map(({ table, box }) => boxMarkup(table, box, inks));
  const svg =
    `<svg${root}><title id="${titleId}">${escapeXml(options.title)}</title>` +
    `<desc id="${descId}">${escapeXml(describe(boxes, references))}</desc>` +
    `${grounds.join('')}${lines.join('')}${tables.join('')}</svg>\n`;
  return {
    svg,
    width,
    height,
    boxes: standing.map(({ table, box }) => ({ id: table.table.id, box })),
  };
}

/** The frame around the tables of a schema. */
interface Frame {
  readonly id: string;
  readonly name: string;
  readonly title: Size;
}

/** From a frame's corner to its title. */
const TITLE = { x: 16, y: 12 };

const frameId = (schema: string) => `schema ${schema}`;

/** The schemas of a database that has several. */
function framesOf(boxes: readonly TableBox[], measure: TextMeasure): Frame[] {
  const names = [...new Set(boxes.map(({ table }) => table.schema))];
  if (names.length < 2) return [];
  return names.map((name) => ({
    id: frameId(name),
    name,
    title: { width: Math.max(measure.width(name, FONTS.boundary), 40), height: 34 },
  }));
}

function frameMarkup({ id, name }: Frame, box: Rect, inks: Inks): string {
  const group = attributes({ class: 'boundary group', 'data-id': id, 'data-name': name });
  const look = { fill: 'none', stroke: inks.of('boundary'), 'stroke-width': 1.25 };
  const rect = attributes({ class: 'frame', ...box, ...look, 'stroke-dasharray': '2 4' });
  const [x, y] = [box.x + TITLE.x, box.y + TITLE.y];
  const words =
    text(name, { x, y: y + 14, size: FONTS.boundary.size, weight: 600, fill: inks.of('ink') }) +
    text('Schema', { x, y: y + 29, size: FONTS.boundaryKind.size, fill: inks.of('ink2') });
  return `<g${group}><rect${rect}/><g class="title">${words}</g></g>`;
}

function describe(boxes: readonly TableBox[], references: readonly Reference[]): string {
  const names = boxes.slice(0, 6).map(({ table }) => table.id);
  const rest = boxes.length - names.length;
  const list = rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
  return `${boxes.length} tables (${list}) and ${references.length} references.`;
}

function lineMarkup(
  { name, from, to, many, one }: Reference,
  points: readonly Point[],
  inks: Inks,
): string {
  const group = attributes({
    class: 'relationship',
    'data-id': `${from}.${name}`,
    'data-source': to,
    'data-target': from,
  });
  const look = { fill: 'none', stroke: inks.of('line'), 'stroke-width': 1.25 };
  const ends = endPath(points, many) + endPath(points.toReversed(), one);
  return (
    `<g${group}><path${attributes({ class: 'edge', d: roundedPath(points), ...look })}/>` +
    `<path${attributes({ class: 'ends', d: ends, ...look, fill: one === 'zero or one' || many === 'zero or one' ? inks.of('plate') : 'none' })}/></g>`
  );
}

function boxMarkup(
  { table, title, rows, more, note, indent }: TableBox,
  box: Rect,
  inks: Inks,
): string {
  const group = attributes({
    class: 'element table',
    'data-id': table.id,
    'data-identifier': table.id,
    'data-name': table.id,
    'data-kind': 'Table',
  });
  const line = { stroke: inks.tone('store', 'line'), 'stroke-width': 1.5 };
  const { x, y, width } = box;
  const right = x + width - PADDING;
  const shape = attributes({
    class: 'shape',
    ...box,
    rx: 2,
    fill: inks.tone('component', 'fill'),
    ...line,
  });
  const head = `M${number(x)} ${number(y + HEAD)}V${number(y + 2)}q0 -2 2 -2h${number(width - 4)}q2 0 2 2v${number(HEAD - 2)}Z`;
  const ink = inks.tone('store', 'text');
  const texts = [
    text(title, {
      x: x + PADDING,
      y: y + 20,
      size: FONTS.boundary.size,
      weight: 600,
      fill: ink,
    }),
    ...(note ? [text(note, { x: right, y: y + 20, size: SMALL.size, end: true, fill: ink })] : []),
    ...rows.flatMap(({ key, name, type }, row) => {
      const base = y + HEAD + row * ROW + 16;
      const fill = inks.of('ink');
      return [
        ...(key
          ? [text(key, { x: x + PADDING, y: base, size: SMALL.size, fill: inks.of('ink2') })]
          : []),
        text(name, {
          x: x + indent,
          y: base,
          size: MONO.size,
          mono: true,
          fill,
          ...(key.startsWith('PK') && { weight: 600 }),
        }),
        text(type, { x: right, y: base, size: SMALL.size, end: true, fill: inks.of('ink2') }),
      ];
    }),
    ...(more > 0
      ? [
          text(`and ${more} more`, {
            x: x + indent,
            y: y + HEAD + rows.length * ROW + 16,
            size: SMALL.size,
            fill: inks.of('ink2'),
          }),
        ]
      : []),
  ];
  return (
    `<g${group}><rect${shape}/><path${attributes({ class: 'detail', d: head, fill: inks.tone('store', 'fill'), ...line })}/>` +
    `<g class="text">${texts.join('')}</g></g>`
  );
}

interface TextLook extends Point {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  /** The text ends here instead of beginning. */
  readonly end?: true;
  readonly mono?: true;
}

function text(words: string, { x, y, size, fill, weight, end, mono }: TextLook): string {
  const look = attributes({
    x,
    y,
    'font-size': size,
    'font-weight': weight,
    'text-anchor': end && 'end',
    'font-family': mono && "'IBM Plex Mono', ui-monospace, Menlo, Consolas, monospace",
    fill,
    ...turned(end && 'end', words),
  });
  return `<text${look}>${escapeXml(words)}</text>`;
}
