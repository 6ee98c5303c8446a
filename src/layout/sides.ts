import type { Shape } from '#model/styles.ts';
import type { Sides, Stretch } from './engine.ts';
import type { Size } from './geometry.ts';
import {
  COMPONENT_TABS_END,
  CYLINDER_LID,
  HEXAGON_POINT,
  PERSON_HEAD,
  ROBOT_HEAD,
} from './measure/shapes.ts';

/** How much of the corners of upper and lower sides lines keep off, in pixels. */
const CORNERS: Readonly<Partial<Record<Shape, number>>> = {
  Hexagon: HEXAGON_POINT + 6,
  Bucket: 20,
  Person: 20,
  Pipe: 16,
  RoundedBox: 16,
  MobileDevicePortrait: 16,
  MobileDeviceLandscape: 16,
  Cylinder: 14,
};
const CORNER = 12;
/** Round shapes are met near their middles, as a share of the side. */
const ROUND: ReadonlySet<Shape> = new Set(['Circle', 'Ellipse', 'Diamond']);
const ROUND_SHARE = 0.35;

/** Where lines may meet the sides of a shape. */
export function sidesOf(shape: Shape, { width, height }: Size): Sides {
  if (ROUND.has(shape)) {
    const level: Stretch = [width * ROUND_SHARE, width * (1 - ROUND_SHARE)];
    const upright: Stretch = [height * ROUND_SHARE, height * (1 - ROUND_SHARE)];
    return { top: level, bottom: level, left: upright, right: upright };
  }
  const corner = CORNERS[shape] ?? CORNER;
  const level: Stretch = [corner, width - corner];
  const upright: Stretch = [CORNER, height - CORNER];
  const all: Sides = { top: level, bottom: level, left: upright, right: upright };
  switch (shape) {
    case 'Person': {
      const body: Stretch = [PERSON_HEAD + 14, height - CORNER];
      return { ...all, top: middle(width, 12), left: body, right: body };
    }
    case 'Robot': {
      const body: Stretch = [ROBOT_HEAD + 8, height - CORNER];
      return { ...all, top: middle(width, 0), left: body, right: body };
    }
    case 'Component':
      return { ...all, left: [COMPONENT_TABS_END + 8, height - CORNER] };
    case 'Hexagon':
      return { ...all, left: middle(height, 0), right: middle(height, 0) };
    case 'Cylinder': {
      const wall: Stretch = [CYLINDER_LID + 6, height - CYLINDER_LID - 6];
      return { ...all, left: wall, right: wall };
    }
    default:
      return all;
  }
}

function middle(length: number, by: number): Stretch {
  return [length / 2 - by, length / 2 + by];
}
