/** Milliseconds from one level to another. */
const TIME = 320;

/** Where a box is on the screen, by the name of what it stands for. */
export type Places = ReadonlyMap<string, DOMRect>;

/** Whether the reader wants things to move. */
export function moves(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Where the boxes and boundaries of a drawing are. Names tell what is the same in two drawings: a
 * system and the boundary that looks into it, a container and its instance.
 */
export function placesOn(board: Element): Places {
  const places = new Map<string, DOMRect>();
  for (const box of boxesIn(board)) {
    const rect = shapeOf(box).getBoundingClientRect();
    const name = nameOf(box);
    if (rect.width > 0 && !places.has(name)) places.set(name, rect);
  }
  return places;
}

/** Lets what two drawings share travel to its new place, and the rest come up. */
export function travel(board: SVGSVGElement, from: Places): void {
  const matrix = board.getScreenCTM();
  if (!matrix) return;
  const shared = new Set<Element>();
  for (const box of boxesIn(board)) {
    const before = from.get(nameOf(box));
    const after = shapeOf(box).getBoundingClientRect();
    if (!before || after.width === 0) continue;
    shared.add(box);
    const [across, down] = [before.width / after.width, before.height / after.height];
    const x = (before.x - matrix.e - (after.x - matrix.e) * across) / matrix.a;
    const y = (before.y - matrix.f - (after.y - matrix.f) * down) / matrix.d;
    box.animate(
      [{ transform: `translate(${x}px, ${y}px) scale(${across}, ${down})` }, { transform: 'none' }],
      { duration: TIME, easing: 'ease-out' },
    );
  }
  for (const part of board.querySelectorAll('.element, .boundary, .relationship, .lifeline')) {
    if (shared.has(part)) continue;
    part.animate([{ opacity: 0 }, {}], { duration: TIME, easing: 'ease-out' });
  }
}

function boxesIn(board: Element): Element[] {
  return [...board.querySelectorAll('.element[data-name], .boundary[data-name]')];
}

function shapeOf(box: Element): Element {
  return box.querySelector('.shape, rect') ?? box;
}

function nameOf(box: Element): string {
  return box.getAttribute('data-name') ?? '';
}
