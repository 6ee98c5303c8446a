import { INTERNET } from '#case-study/lists/network.ts';
import type { Rect, Size } from '#layout/geometry.ts';
import { FONTS, type TextMeasure } from '#layout/measure/text.ts';
import { turned } from '#svg/direction.ts';
import { attributes, escapeXml, number } from '#svg/escape.ts';
import { headMarkup, roundedPath } from '#svg/lines.ts';
import { boxPaint } from '#svg/paint.ts';
import { type Inks, inks as inksOf, type Theme } from '#svg/palette.ts';
import { plural } from '../format.ts';
import {
  CHIP,
  type ChipBox,
  DETAIL,
  DETAIL_LINE,
  HEAD_LINE,
  type MachineBox,
  NAME,
  PAD,
  SUBNET_PAD,
} from './boxes.ts';
import {
  addressOf,
  type PlacedNetwork,
  type PlacedOpening,
  type PlacedSubnet,
  placeNetwork,
} from './place.ts';
import type { StandingNetwork, Tenant } from './standing.ts';

/** A drawing of a network: its markup, and where each element stands. */
export interface NetworkDrawing extends Size {
  readonly svg: string;
  readonly tenants: readonly { readonly tenant: Tenant; readonly box: Rect }[];
}

export interface NetworkDrawingOptions {
  readonly measure: TextMeasure;
  readonly theme: Theme | 'auto';
  /** Before every id of the markup. */
  readonly prefix: string;
  readonly title: string;
}

/**
 * A network with its zones, its subnets and the machines in them, and the ports that are open between
 * neighbouring rows of subnets. Who may reach whom within a row is the matrix's to say.
 */
export function drawNetwork(
  standing: StandingNetwork,
  { measure, theme, prefix, title }: NetworkDrawingOptions,
): NetworkDrawing {
  const inks = inksOf(theme);
  const placed = placeNetwork(standing, measure);
  const { width, height } = placed;
  const [titleId, descId] = [`${prefix}-title`, `${prefix}-desc`];
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'drawing',
    role: 'img',
    'aria-labelledby': `${titleId} ${descId}`,
    viewBox: `0 0 ${number(width)} ${number(height)}`,
    ...{ width, height },
    'data-layout': 'graph',
    'font-family': "'Archivo 90', Archivo, 'Helvetica Neue', Arial, sans-serif",
  });
  const parts = [
    frameMarkup(standing, placed, inks),
    ...placed.zones.map((zone) => zoneMarkup(zone, inks)),
    ...placed.subnets.map((subnet) => subnetMarkup(subnet, inks)),
    internetMarkup(placed.internet, inks),
    ...placed.openings.map((opening) => openingMarkup(opening, inks)),
  ];
  return {
    ...{ width, height },
    svg:
      `<svg${root}><title id="${titleId}">${escapeXml(title)}</title>` +
      `<desc id="${descId}">${escapeXml(describe(standing, placed))}</desc>${parts.join('')}</svg>\n`,
    tenants: placed.subnets.flatMap(({ content, box }) =>
      content.machines.flatMap((machine) =>
        machine.chips.map((chip) => ({ tenant: chip.tenant, box: chipRect(chip, machine, box) })),
      ),
    ),
  };
}

function describe({ network }: StandingNetwork, { subnets, openings }: PlacedNetwork): string {
  const open = openings.filter(({ to }) => to !== INTERNET);
  const gates = new Set(open.map(({ from, to, ports }) => `${from} to ${to} on ${ports}`));
  return (
    `${plural(network.zones.length, 'zone')} and ${plural(subnets.length, 'subnet')}. ` +
    (gates.size > 0 ? `Open: ${[...gates].join('; ')}.` : 'Nothing is open between its subnets.')
  );
}

function frameMarkup(standing: StandingNetwork, { frame }: PlacedNetwork, inks: Inks): string {
  const { id, name } = standing.network;
  const x = frame.x + 16;
  return boundary(
    { name, id, kind: 'deployment', box: frame, line: inks.of('outline'), fill: inks.of('paper') },
    heading(name, x, frame.y + 24, inks) + beneath(addressOf(standing), x, frame.y + 40, inks),
  );
}

function zoneMarkup({ name, box }: PlacedNetwork['zones'][number], inks: Inks): string {
  return boundary(
    { name, id: name, kind: 'group', box, line: inks.of('boundary'), fill: 'none' },
    heading(name, box.x + 14, box.y + 22, inks),
  );
}

function subnetMarkup({ content, box }: PlacedSubnet, inks: Inks): string {
  const { subnet, block, machines } = content;
  const x = box.x + SUBNET_PAD;
  return (
    boundary(
      {
        ...{ name: subnet.id, id: subnet.id, kind: 'deployment', box },
        ...{ line: inks.of('outline'), fill: inks.of('plate') },
      },
      heading(subnet.id, x, box.y + 20, inks) + beneath(block, x, box.y + 36, inks),
    ) + machines.map((machine) => machineMarkup(machine, box, inks)).join('')
  );
}

function machineMarkup(machine: MachineBox, subnet: Rect, inks: Inks): string {
  const { name, detail, chips } = machine;
  const box = machineRect(machine, subnet);
  const x = box.x + PAD;
  const ink = inks.of('ink');
  const words = [
    ...name.map((line, place) =>
      text(line, { x, y: box.y + PAD + 12 + place * HEAD_LINE, ...NAME, fill: ink }),
    ),
    ...detail.map((line, place) =>
      text(line, {
        x,
        y: box.y + PAD + name.length * HEAD_LINE + 10 + place * DETAIL_LINE,
        ...DETAIL,
        fill: inks.of('ink2'),
      }),
    ),
  ];
  const id = [subnet.x, name.join(' ')].join(' ');
  return (
    boundary(
      {
        ...{ name: name.join(' '), id, kind: 'deployment', box },
        ...{ line: inks.tone('outline', 'line'), fill: inks.tone('outline', 'fill') },
      },
      words.join(''),
    ) + chips.map((chip) => chipMarkup(chip, chipRect(chip, machine, subnet), inks)).join('')
  );
}

function chipMarkup({ tenant }: ChipBox, box: Rect, inks: Inks): string {
  const { identifier, style, text: name } = tenant;
  const paint = style && boxPaint(style, inks);
  const group = attributes({
    class: 'element',
    'data-id': identifier,
    'data-identifier': identifier,
    'data-name': name,
    'data-kind': 'ContainerInstance',
  });
  const shape = attributes({
    class: 'shape',
    ...box,
    rx: 2,
    fill: paint?.fill ?? inks.tone('outline', 'fill'),
    stroke: paint?.line ?? inks.tone('outline', 'line'),
    'stroke-width': 1.25,
  });
  const words = text(name, {
    ...{ x: box.x + box.width / 2, y: box.y + 17, size: 12.5, anchor: 'middle' },
    fill: paint?.text ?? inks.of('ink'),
  });
  return `<g${group}><rect${shape}/><g class="text">${words}</g></g>`;
}

function internetMarkup(box: Rect, inks: Inks): string {
  const group = attributes({
    class: 'element',
    'data-id': INTERNET,
    'data-identifier': INTERNET,
    'data-name': 'Internet',
    'data-kind': 'CustomElement',
  });
  const shape = attributes({
    class: 'shape',
    ...box,
    rx: 2,
    fill: inks.tone('external', 'fill'),
    stroke: inks.tone('external', 'line'),
    'stroke-width': 1.5,
  });
  const words = text('Internet', {
    ...{ x: box.x + 16, y: box.y + 23, ...FONTS.name },
    fill: inks.tone('external', 'text'),
  });
  return `<g${group}><rect${shape}/><g class="text">${words}</g></g>`;
}

function openingMarkup(
  { from, to, zone, ports, points, label }: PlacedOpening,
  inks: Inks,
): string {
  const group = attributes({
    class: 'relationship',
    'data-id': `${zone} ${from} ${to}`,
    'data-source': from,
    'data-target': to,
  });
  const color = inks.of('line');
  const line = { class: 'edge', d: roundedPath(points), fill: 'none', stroke: color };
  const words = text(ports, { ...label, size: 12, anchor: 'end', fill: inks.of('ink') });
  return (
    `<g${group}><path${attributes({ ...line, 'stroke-width': 1.25 })}/>` +
    `${headMarkup(points, { color, width: 1.25 })}<g class="label">${words}</g></g>`
  );
}

interface Boundary {
  readonly name: string;
  readonly id: string;
  readonly kind: 'deployment' | 'group';
  readonly box: Rect;
  readonly line: string;
  readonly fill: string;
}

function boundary({ name, id, kind, box, line, fill }: Boundary, words: string): string {
  const group = attributes({ class: `boundary ${kind}`, 'data-id': id, 'data-name': name });
  const frame = attributes({
    class: 'frame',
    ...box,
    rx: kind === 'deployment' ? 2 : undefined,
    fill,
    stroke: line,
    'stroke-width': 1.25,
    'stroke-dasharray': kind === 'group' ? '2 4' : undefined,
  });
  return `<g${group}><rect${frame}/><g class="title">${words}</g></g>`;
}

function machineRect({ x, y, width, height }: MachineBox, subnet: Rect): Rect {
  return { x: subnet.x + SUBNET_PAD + x, y: subnet.y + y, width, height };
}

function chipRect({ x, y, width }: ChipBox, machine: MachineBox, subnet: Rect): Rect {
  const box = machineRect(machine, subnet);
  return { x: box.x + x, y: box.y + y, width, height: CHIP };
}

function heading(words: string, x: number, y: number, inks: Inks): string {
  return text(words, { x, y, ...FONTS.boundary, fill: inks.of('ink') });
}

function beneath(words: string, x: number, y: number, inks: Inks): string {
  return text(words, { x, y, ...FONTS.boundaryKind, fill: inks.of('ink2') });
}

interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'middle' | 'end';
}

function text(words: string, { x, y, size, fill, weight, anchor }: TextLook): string {
  const look = attributes({
    ...{ x, y, fill },
    'font-size': size,
    'font-weight': weight,
    'text-anchor': anchor,
    ...turned(anchor, words),
  });
  return `<text${look}>${escapeXml(words)}</text>`;
}
