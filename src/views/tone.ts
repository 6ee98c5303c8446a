import type { Element } from '#model/elements.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import type { Shape } from '#model/styles.ts';
import type { Tone } from './graph.ts';

/** Shapes that stand for something that keeps data. */
const STORE_SHAPES: ReadonlySet<Shape> = new Set(['Cylinder', 'Bucket', 'Pipe', 'Folder']);

/** The tone of a static element: its kind, unless its shape says store or it is somebody else's. */
export function toneOf(index: WorkspaceIndex, element: Element, shape: Shape): Tone {
  switch (element.kind) {
    case 'Person':
      return 'person';
    case 'SoftwareSystem':
      return isExternal(index, element) ? 'external' : 'system';
    case 'Container':
      return STORE_SHAPES.has(shape) ? 'store' : 'container';
    case 'Component':
      return STORE_SHAPES.has(shape) ? 'store' : 'component';
    default:
      return 'outline';
  }
}

/**
 * Whether a software system is somebody else's: tagged so (`External`, `External System`, …), or
 * one whose inside the model does not know while it knows that of another system.
 */
export function isExternal(index: WorkspaceIndex, element: Element): boolean {
  if (element.kind !== 'SoftwareSystem') return false;
  if (element.tags.some((tag) => /\bexternal\b/i.test(tag))) return true;
  return index.children(element.id).length === 0 && index.hasContainers;
}
