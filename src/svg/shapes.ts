import type { Rect } from '#layout/geometry.ts';
import {
  BROWSER_BAR,
  BUCKET_TAPER,
  COMPONENT_TAB,
  CYLINDER_LID,
  DEVICE_EDGE,
  FOLDER_TAB,
  HEXAGON_POINT,
  PERSON_HEAD,
  PIPE_END,
  ROBOT_HEAD,
} from '#layout/measure/shapes.ts';
import type { Shape } from '#model/styles.ts';
import { number as n } from './escape.ts';

/** A shape as path data: the outline, which fills the box exactly, and lines drawn on it. */
export interface ShapePaths {
  readonly outline: string;
  readonly details?: string;
}

/** The paths of a shape in a box. */
export function shapePaths(shape: Shape, box: Rect): ShapePaths {
  return SHAPE_PATHS[shape](box);
}

const SHAPE_PATHS: Readonly<Record<Shape, (box: Rect) => ShapePaths>> = {
  Box: (box) => ({ outline: rounded(box, 2) }),
  RoundedBox: (box) => ({ outline: rounded(box, 14) }),
  Circle: (box) => ({ outline: ellipse(box) }),
  Ellipse: (box) => ({ outline: ellipse(box) }),
  Hexagon: ({ x, y, width: w, height: h }) => ({
    outline: polygon([
      [x + HEXAGON_POINT, y],
      [x + w - HEXAGON_POINT, y],
      [x + w, y + h / 2],
      [x + w - HEXAGON_POINT, y + h],
      [x + HEXAGON_POINT, y + h],
      [x, y + h / 2],
    ]),
  }),
  Diamond: ({ x, y, width: w, height: h }) => ({
    outline: polygon([
      [x + w / 2, y],
      [x + w, y + h / 2],
      [x + w / 2, y + h],
      [x, y + h / 2],
    ]),
  }),
  Cylinder: ({ x, y, width: w, height: h }) => {
    const arc = (sweep: 0 | 1) => `a${n(w / 2)} ${CYLINDER_LID} 0 0 ${sweep}`;
    const lid = y + CYLINDER_LID;
    return {
      outline: `M${n(x)} ${n(lid)}${arc(1)} ${n(w)} 0V${n(y + h - CYLINDER_LID)}${arc(1)} ${n(-w)} 0Z`,
      details: `M${n(x)} ${n(lid)}${arc(0)} ${n(w)} 0`,
    };
  },
  Bucket: ({ x, y, width: w, height: h }) => {
    const lid = y + CYLINDER_LID;
    const foot = CYLINDER_LID / 2;
    const top = `a${n(w / 2)} ${CYLINDER_LID} 0 0`;
    const low = w / 2 - BUCKET_TAPER;
    return {
      outline:
        `M${n(x)} ${n(lid)}${top} 1 ${n(w)} 0L${n(x + w - BUCKET_TAPER)} ${n(y + h - foot)}` +
        `a${n(low)} ${foot} 0 0 1 ${n(-2 * low)} 0Z`,
      details: `M${n(x)} ${n(lid)}${top} 0 ${n(w)} 0`,
    };
  },
  Pipe: ({ x, y, width: w, height: h }) => {
    const end = `a${PIPE_END} ${n(h / 2)} 0 0`;
    const straight = w - 2 * PIPE_END;
    return {
      outline: `M${n(x + PIPE_END)} ${n(y)}h${n(straight)}${end} 1 0 ${n(h)}h${n(-straight)}${end} 1 0 ${n(-h)}Z`,
      details: `M${n(x + w - PIPE_END)} ${n(y)}${end} 0 0 ${n(h)}`,
    };
  },
  Person: ({ x, y, width: w, height: h }) => {
    const radius = PERSON_HEAD / 2;
    const shoulders = y + PERSON_HEAD - 4;
    const middle = x + w / 2;
    const round = 20;
    // One outline: a head that was closed would show its chin on the body.
    const neck = Math.sqrt(radius ** 2 - (shoulders - y - radius) ** 2);
    return {
      outline:
        `M${n(x)} ${n(y + h)}V${n(shoulders + round)}q0 ${-round} ${round} ${-round}H${n(middle - neck)}` +
        `A${radius} ${radius} 0 1 1 ${n(middle + neck)} ${n(shoulders)}` +
        `H${n(x + w - round)}q${round} 0 ${round} ${round}V${n(y + h)}Z`,
    };
  },
  Robot: ({ x, y, width: w, height: h }) => {
    const middle = x + w / 2;
    const head = rounded({ x: middle - 22, y: y + 6, width: 44, height: ROBOT_HEAD - 10 }, 4);
    const body = rounded({ x, y: y + ROBOT_HEAD, width: w, height: h - ROBOT_HEAD }, 2);
    const eye = (at: number) => `M${n(at - 2)} ${n(y + 17)}h4`;
    return {
      outline: `${head}${body}M${n(middle)} ${n(y)}v6`,
      details: `${eye(middle - 8)}${eye(middle + 8)}M${n(middle - 27)} ${n(y + 12)}v10M${n(middle + 27)} ${n(y + 12)}v10`,
    };
  },
  Folder: ({ x, y, width: w, height: h }) => ({
    outline: polygon([
      [x, y],
      [x + w * 0.36, y],
      [x + w * 0.36 + 8, y + FOLDER_TAB],
      [x + w, y + FOLDER_TAB],
      [x + w, y + h],
      [x, y + h],
    ]),
  }),
  WebBrowser: (box) => ({
    outline: rounded(box, 2),
    details: `${bar(box)}${dot(box.x + 9, box)}${dot(box.x + 19, box)}${rounded(
      { x: box.x + 28, y: box.y + 4.5, width: box.width - 36, height: 7 },
      1,
    )}`,
  }),
  Window: (box) => {
    const right = box.x + box.width;
    return {
      outline: rounded(box, 2),
      details: `${bar(box)}M${n(right - 30)} ${n(box.y + 10)}h6M${n(right - 15)} ${n(box.y + 5)}l6 6m0-6l-6 6`,
    };
  },
  Terminal: (box) => ({ outline: rounded(box, 2), details: prompt(box) }),
  Shell: (box) => ({ outline: rounded(box, 2), details: `${bar(box)}${prompt(box)}` }),
  MobileDevicePortrait: (box) => {
    const { x, y, width: w, height: h } = box;
    const low = y + h - DEVICE_EDGE;
    return {
      outline: rounded(box, 12),
      details:
        `M${n(x)} ${n(y + DEVICE_EDGE)}h${n(w)}M${n(x)} ${n(low)}h${n(w)}` +
        `M${n(x + w / 2 - 9)} ${n(y + DEVICE_EDGE / 2)}h18${ring(x + w / 2, low + DEVICE_EDGE / 2, 3)}`,
    };
  },
  MobileDeviceLandscape: (box) => {
    const { x, y, width: w, height: h } = box;
    const far = x + w - DEVICE_EDGE;
    return {
      outline: rounded(box, 12),
      details:
        `M${n(x + DEVICE_EDGE)} ${n(y)}v${n(h)}M${n(far)} ${n(y)}v${n(h)}` +
        `M${n(x + DEVICE_EDGE / 2)} ${n(y + h / 2 - 9)}v18${ring(far + DEVICE_EDGE / 2, y + h / 2, 3)}`,
    };
  },
  Component: ({ x, y, width: w, height: h }) => {
    const left = x + COMPONENT_TAB;
    const bump = (top: number) => `V${n(y + top + 8)}H${n(x)}v-8H${n(left)}`;
    const inner = (top: number) => `M${n(left)} ${n(y + top)}h${COMPONENT_TAB}v8h${-COMPONENT_TAB}`;
    return {
      outline: `M${n(left)} ${n(y)}H${n(x + w)}V${n(y + h)}H${n(left)}${bump(26)}${bump(12)}Z`,
      details: `${inner(12)}${inner(26)}`,
    };
  },
};

function rounded({ x, y, width: w, height: h }: Rect, radius: number): string {
  const r = Math.min(radius, w / 2, h / 2);
  const corner = (dx: number, dy: number) => `a${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`;
  return (
    `M${n(x + r)} ${n(y)}h${n(w - 2 * r)}${corner(r, r)}v${n(h - 2 * r)}${corner(-r, r)}` +
    `h${n(2 * r - w)}${corner(-r, -r)}v${n(2 * r - h)}${corner(r, -r)}Z`
  );
}

function ellipse({ x, y, width: w, height: h }: Rect): string {
  const arc = (dx: number) => `a${n(w / 2)} ${n(h / 2)} 0 1 1 ${n(dx)} 0`;
  return `M${n(x)} ${n(y + h / 2)}${arc(w)}${arc(-w)}Z`;
}

function polygon(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;
}

function ring(x: number, y: number, radius: number): string {
  const arc = (dx: number) => `a${radius} ${radius} 0 1 1 ${dx} 0`;
  return `M${n(x - radius)} ${n(y)}${arc(2 * radius)}${arc(-2 * radius)}Z`;
}

function bar({ x, y, width }: Rect): string {
  return `M${n(x)} ${n(y + BROWSER_BAR)}h${n(width)}`;
}

function dot(x: number, { y }: Rect): string {
  return ring(x, y + BROWSER_BAR / 2, 3);
}

function prompt({ x, y }: Rect): string {
  return `M${n(x + 8)} ${n(y + 4.5)}l4 3.5l-4 3.5M${n(x + 15)} ${n(y + 12)}h7`;
}
