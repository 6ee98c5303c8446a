import type { Shape } from '#model/styles.ts';
import type { Insets, Rect, Size } from '../geometry.ts';

/** Height of the head of a person over the shoulders, and other fixed parts of shapes, in pixels. */
export const PERSON_HEAD = 44;
export const ROBOT_HEAD = 34;
/** Half the height of a cylinder's lid; a pipe's end is as deep. */
export const CYLINDER_LID = 8;
export const PIPE_END = 10;
export const BROWSER_BAR = 16;
export const DEVICE_EDGE = 14;
export const FOLDER_TAB = 10;
/** How far a bucket narrows on each side, from top to bottom. */
export const BUCKET_TAPER = 10;
export const HEXAGON_POINT = 20;
/** A component's two tabs stand out to the left by this much, down to this depth. */
export const COMPONENT_TAB = 7;
export const COMPONENT_TABS_END = 36;

/**
 * What a shape takes from its box before the text begins. Round and slanted shapes take a share of
 * the size instead: see `innerBox`.
 */
const INSETS: Readonly<Partial<Record<Shape, Partial<Insets>>>> = {
  Cylinder: { top: 2 * CYLINDER_LID, bottom: CYLINDER_LID / 2 },
  Bucket: { top: CYLINDER_LID, left: BUCKET_TAPER, right: BUCKET_TAPER },
  Pipe: { left: PIPE_END, right: 2 * PIPE_END },
  Person: { top: PERSON_HEAD },
  Robot: { top: ROBOT_HEAD },
  Hexagon: { left: HEXAGON_POINT, right: HEXAGON_POINT },
  WebBrowser: { top: BROWSER_BAR },
  Window: { top: BROWSER_BAR },
  Terminal: { top: BROWSER_BAR },
  Shell: { top: BROWSER_BAR },
  MobileDevicePortrait: { top: DEVICE_EDGE, bottom: DEVICE_EDGE },
  MobileDeviceLandscape: { left: DEVICE_EDGE, right: DEVICE_EDGE },
  Folder: { top: FOLDER_TAB },
  Component: { left: COMPONENT_TAB },
};

/** Share of width and height that is left for text in shapes without straight sides. */
const SHARES: Readonly<Partial<Record<Shape, number>>> = {
  Ellipse: Math.SQRT1_2,
  Circle: Math.SQRT1_2,
  Diamond: 0.5,
};

/** The insets of a shape with straight sides; none for the others. */
export function shapeInsets(shape: Shape): Insets {
  return { top: 0, right: 0, bottom: 0, left: 0, ...INSETS[shape] };
}

/** The box of a shape around an inner box of a size, with room for what the shape draws itself. */
export function outerSize(shape: Shape, inner: Size): Size {
  const share = SHARES[shape];
  const insets = shapeInsets(shape);
  const width = share ? inner.width / share : inner.width + insets.left + insets.right;
  const height = share ? inner.height / share : inner.height + insets.top + insets.bottom;
  if (shape === 'Circle')
    return { width: Math.max(width, height), height: Math.max(width, height) };
  return { width, height };
}

/** Where text may stand in a shape's box. */
export function innerBox(shape: Shape, box: Rect): Rect {
  const share = SHARES[shape];
  if (share) {
    const width = box.width * share;
    const height = box.height * share;
    return {
      x: box.x + (box.width - width) / 2,
      y: box.y + (box.height - height) / 2,
      width,
      height,
    };
  }
  const insets = shapeInsets(shape);
  return {
    x: box.x + insets.left,
    y: box.y + insets.top,
    width: box.width - insets.left - insets.right,
    height: box.height - insets.top - insets.bottom,
  };
}
