import type { Piece } from './camera.ts';

/** Something that a drawing shows, and where it lies in the drawing's own pixels. */
export interface Mark {
  readonly part: Element;
  readonly piece: Piece;
}

/** Farther than any stage reaches beyond a drawing, in its pixels. */
const BEYOND = 4000;

/**
 * What must not be hidden: boxes and the words of lines. Of a sequence, whose participants move along,
 * its messages with their lines.
 */
export function marksOn(board: SVGSVGElement, isSequence: boolean): Mark[] {
  const origin = board.getBoundingClientRect();
  const scale = origin.width / board.viewBox.baseVal.width || 1;
  const parts = board.querySelectorAll(
    isSequence ? '.relationship' : '.element .shape, .relationship .label',
  );
  return [...parts].map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    return {
      part,
      piece: {
        x: (x - origin.x) / scale,
        y: (y - origin.y) / scale,
        width: width / scale,
        height: height / scale,
      },
    };
  });
}

/** Ground behind the participants of a sequence, so that messages pass under them and not between. */
export function bandUnderHeads(board: SVGSVGElement, head: number): void {
  const first = board.querySelector('[data-layout="sequence"] .element');
  const band = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  band.setAttribute('class', 'band');
  band.setAttribute('x', `${-BEYOND}`);
  band.setAttribute('y', `${-BEYOND}`);
  band.setAttribute('width', `${board.viewBox.baseVal.width + 2 * BEYOND}`);
  band.setAttribute('height', `${BEYOND + head}`);
  first?.before(band);
}
