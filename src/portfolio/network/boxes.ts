import { readBlock, usableAddresses } from '#case-study/lists/cidr.ts';
import { FONTS, type TextMeasure } from '#layout/measure/text.ts';
import { wrap } from '#layout/measure/wrap.ts';
import { formatCount } from '../format.ts';
import type { Machine, Standing, Tenant } from './standing.ts';

/** Pixels inside a machine: around it, the lines of its head, an element, and between two. */
export const PAD = 8;
export const CHIP = 26;
export const GAP = 8;
export const HEAD_LINE = 16;
export const DETAIL_LINE = 14;
/** The head of a subnet: its name, then its addresses. */
export const SUBNET_HEAD = 46;
export const SUBNET_PAD = 12;

export const NAME = { size: 12.5, weight: 600 } as const;
export const CHIP_NAME = { size: 12.5, weight: 400 } as const;
export const DETAIL = FONTS.labelTechnology;

/** A machine, or something that the model does not know, by its corner within the subnet. */
export interface MachineBox {
  readonly name: readonly string[];
  readonly detail: readonly string[];
  readonly chips: readonly ChipBox[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element by its corner within the machine. */
export interface ChipBox {
  readonly tenant: Tenant;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface SubnetBox {
  readonly subnet: Standing;
  /** `Private, 10.2.4.0/24, 251 addresses` */
  readonly block: string;
  readonly machines: readonly MachineBox[];
  readonly height: number;
}

/** A subnet of a given inner width: machines of one element two in a row, others over all of it. */
export function subnetBox(subnet: Standing, width: number, measure: TextMeasure): SubnetBox {
  const half = (width - GAP) / 2;
  const things: readonly Machine[] = [
    ...subnet.also.map((name) => ({ name, detail: '', tenants: [] })),
    ...subnet.machines,
  ];
  const machines: MachineBox[] = [];
  let row: MachineBox[] = [];
  let y = SUBNET_HEAD;
  const close = () => {
    const height = Math.max(0, ...row.map((box) => box.height));
    machines.push(...row.map((box) => (box.chips.length > 0 ? { ...box, height } : box)));
    if (row.length > 0) y += height + GAP;
    row = [];
  };
  for (const machine of things) {
    const narrow = fitsHalf(machine, half, measure);
    if (!narrow || row.length === 2) close();
    const x = row.length === 0 ? 0 : half + GAP;
    row.push({ ...machineBox(machine, narrow ? half : width, measure), x, y });
    if (!narrow) close();
  }
  close();
  return {
    subnet,
    block: blockOf(subnet),
    machines,
    height: machines.length === 0 ? SUBNET_HEAD + SUBNET_PAD : y - GAP + SUBNET_PAD,
  };
}

/** `Private, 10.2.4.0/24, 251 addresses` */
function blockOf({ kind, cidr }: Standing): string {
  const { block } = readBlock(cidr);
  const addresses = block ? `, ${formatCount(usableAddresses(block))} addresses` : '';
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}, ${cidr}${addresses}`;
}

function fitsHalf({ tenants, name }: Machine, half: number, measure: TextMeasure): boolean {
  const room = half - 2 * PAD;
  return (
    tenants.length <= 1 &&
    measure.width(name, NAME) <= room &&
    tenants.every(({ text }) => measure.width(text, CHIP_NAME) <= room - 2 * PAD)
  );
}

function machineBox(
  { name, detail, tenants }: Machine,
  width: number,
  measure: TextMeasure,
): Omit<MachineBox, 'x' | 'y'> {
  const inner = width - 2 * PAD;
  const names = wrap(name, NAME, { width: inner }, measure);
  const details = wrap(detail, DETAIL, { width: inner }, measure);
  const head = names.length * HEAD_LINE + details.length * DETAIL_LINE;
  const top = head === 0 ? PAD : PAD + head + (tenants.length > 0 ? 6 : 0);
  const column = (inner - GAP) / 2;
  const paired =
    tenants.length > 1 &&
    tenants.every(({ text }) => measure.width(text, CHIP_NAME) <= column - 2 * PAD);
  const chips = tenants.map((tenant, place) => {
    const [row, side] = paired ? [Math.floor(place / 2), place % 2] : [place, 0];
    return {
      tenant,
      x: PAD + side * (column + GAP),
      y: top + row * (CHIP + 6),
      width: paired ? column : inner,
    };
  });
  const bottom = chips.at(-1);
  return {
    ...{ name: names, detail: details, chips, width },
    height: (bottom ? bottom.y + CHIP : top) + PAD,
  };
}
