import type { Piece, Sights } from './camera.ts';

/** A stop as the page has it. */
export interface Stop extends Sights {
  readonly id: string;
  readonly title: string;
  readonly seconds: number;
  readonly section: HTMLElement;
  /** Its drawing or sheet: that of the first stop which shows the same view. */
  readonly show: HTMLElement;
  readonly board: SVGSVGElement | undefined;
  readonly pointed: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
}

/** The stops of a page, in its order. */
export function stopsIn(page: HTMLElement): Stop[] {
  const sections = [...page.querySelectorAll<HTMLElement>('section[data-seconds]')];
  return sections.flatMap((section): Stop[] => {
    const {
      view,
      seconds,
      pointed = '',
      near = '',
      sights = '',
      around = '',
      head = '0',
    } = section.dataset;
    const home = view === undefined ? section : sections.find((one) => one.dataset.view === view);
    const show = home?.querySelector<HTMLElement>('.show');
    if (!show) return [];
    const title = section.querySelector('h2')?.textContent ?? section.id;
    return [
      {
        ...{ id: section.id, title, seconds: Number(seconds), section, show },
        board: show.querySelector<SVGSVGElement>('svg.board') ?? undefined,
        pointed: namesIn(pointed),
        near: namesIn(near),
        sights: piecesIn(sights),
        around: piecesIn(around)[0],
        head: Number(head),
      },
    ];
  });
}

/** Lets what a stop is not about step back; `board` is its drawing, or a copy of it. */
export function light(board: Element, { near, pointed }: Pick<Stop, 'near' | 'pointed'>): void {
  const drawing = board.querySelector('.drawing');
  if (!drawing) return;
  for (const line of drawing.querySelectorAll('.relationship')) {
    const ends = [line.getAttribute('data-source') ?? '', line.getAttribute('data-target') ?? ''];
    const joins = ends.some((end) => pointed.has(end)) && ends.every((end) => near.has(end));
    line.classList.toggle('near', joins || ends.every((end) => pointed.has(end)));
  }
  for (const box of drawing.querySelectorAll('.element, .boundary')) {
    const id = box.getAttribute('data-id') ?? '';
    box.classList.toggle('near', near.has(id));
    box.classList.toggle('meant', pointed.has(id));
  }
  drawing.classList.toggle('lit', near.size > 0);
}

function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').filter((name) => name !== ''));
}

function piecesIn(text: string): Piece[] {
  return text
    .split(',')
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [x = 0, y = 0, width = 0, height = 0] = piece.split(' ').map(Number);
      return { x, y, width, height };
    });
}
