import { leastScale, type Piece, partsOf, seenIn, type View, viewOf, wholeView } from './camera.ts';
import { cornerFor } from './corner.ts';
import { bandUnderHeads, type Mark, marksOn } from './marks.ts';
import { light, type Stop } from './stops.ts';
import { moves, placesOn, travel } from './travel.ts';

/** What a stop looks like on a stage. */
export interface Stage {
  /** Shows a stop, -1 for the opening, and a part of its drawing; returns which of how many it is. */
  show(
    place: number,
    part: number,
    whole: boolean,
  ): { readonly part: number; readonly parts: number };
}

/** The stage of a page: one drawing or sheet at a time, with the words of its stop below. */
export function stageOf(page: HTMLElement, stops: readonly Stop[]): Stage {
  const opening = page.querySelector('.walk-opening');
  let shown: Stop | undefined;
  const marks = new Map<SVGSVGElement, readonly Mark[]>();
  /** What a board draws; asked while nothing on it travels, and with all of it where it belongs. */
  const marksOf = (board: SVGSVGElement, head: number) => {
    const known = marks.get(board);
    if (known) return known;
    if (head > 0) bandUnderHeads(board, head);
    const found = marksOn(board, head > 0);
    marks.set(board, found);
    return found;
  };
  return {
    show(place, wanted, whole) {
      const stop = stops[place];
      const before = shown;
      shown = stop;
      opening?.classList.toggle('on', !stop);
      for (const other of stops) other.section.classList.toggle('on', other === stop);
      const isSame = before?.show === stop?.show;
      const from =
        !isSame && before?.board && stop?.board && moves() ? placesOn(before.board) : undefined;
      for (const { show } of stops) show.classList.toggle('on', show === stop?.show);
      if (!stop?.board) return { part: 0, parts: 1 };
      const placed = placeOf(stop, stop.board, wanted, whole);
      if (!isSame) stop.board.style.transition = 'none';
      point(stop, stop.board, placed.view);
      light(stop.board, stop);
      placeMap(stop, placed.view, marksOf(stop.board, stop.head));
      if (from) travel(stop.board, from);
      // Read, so that the first place holds before further ones are travelled to.
      stop.board.getBoundingClientRect();
      stop.board.style.transition = '';
      return placed;
    },
  };
}

function placeOf(stop: Stop, board: SVGSVGElement, wanted: number, whole: boolean) {
  const { width, height } = board.viewBox.baseVal;
  const sheet = { width, height };
  const { clientWidth, clientHeight } = stop.show;
  const stage = { width: clientWidth, height: clientHeight };
  const parts = partsOf(sheet, stage, stop);
  const part = Math.max(0, Math.min(wanted, parts.length - 1));
  const piece = parts[part] ?? { x: 0, y: 0, ...sheet };
  const view = whole ? wholeView(sheet, stage) : viewOf(sheet, stage, piece, parts);
  return { part, parts: parts.length, view, stage, readable: view.scale >= leastScale(stage) };
}

/** Moves the drawing, and shows on the small map which piece of it is in sight. */
function point({ show, head }: Stop, board: SVGSVGElement, view: View): void {
  // As a property, so that paper and scroll mode, which read it not, have the drawing in its place.
  const { x: left, y: top, scale } = view;
  board.style.setProperty('--view', `translate(${left}px, ${top}px) scale(${scale})`);
  const seen = seenIn(view, { width: show.clientWidth, height: show.clientHeight });
  // The participants of a sequence stay at the upper edge.
  if (head > 0) board.style.setProperty('--head', `${Math.max(0, seen.y)}px`);
  const { width, height } = board.viewBox.baseVal;
  const inset = show.querySelector('.inset');
  inset?.classList.toggle('all', seen.width >= width && seen.height >= height);
  const frame = inset?.querySelector('.seen');
  const [x, y] = [Math.max(0, seen.x), Math.max(0, seen.y)];
  frame?.setAttribute('x', `${x}`);
  frame?.setAttribute('y', `${y}`);
  frame?.setAttribute('width', `${Math.min(width, seen.x + seen.width) - x}`);
  frame?.setAttribute('height', `${Math.min(height, seen.y + seen.height) - y}`);
}

/** Puts the small map where it hides least of what the stop is about. */
function placeMap({ show, head }: Stop, { x, y, scale }: View, marks: readonly Mark[]): void {
  const inset = show.querySelector<SVGSVGElement>('.inset');
  if (!inset) return;
  const { width, height } = inset.getBoundingClientRect();
  const stage = { width: show.clientWidth, height: show.clientHeight };
  const map = { map: { width, height }, head: head > 0 ? Math.max(0, y) + head * scale : 0 };
  const onStage = (piece: Piece) => ({
    x: piece.x * scale + x,
    y: piece.y * scale + y,
    width: piece.width * scale,
    height: piece.height * scale,
  });
  const meant = marks.filter(({ part }) => !part.closest('.lit') || part.closest('.near'));
  const corner = cornerFor(
    stage,
    map,
    meant.map(({ piece }) => onStage(piece)),
  );
  inset.dataset.corner = corner ?? 'none';
  inset.style.setProperty('--below', `${map.head}px`);
}
