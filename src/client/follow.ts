/**
 * Lifts what an element is joined to, while the pointer or the focus is on it: the rest of the drawing
 * steps back. `frame` holds a drawing and the links that lie over it.
 */
export function followLines(frame: HTMLElement): void {
  const drawing = frame.querySelector('svg.drawing');
  const links = frame.querySelector('svg.links');
  if (!drawing || !links) return;
  const show = (event: Event) => lift(drawing, elementOf(event.target));
  const rest = (event: FocusEvent | PointerEvent) => {
    if (!elementOf(event.relatedTarget)) lift(drawing, undefined);
  };
  links.addEventListener('pointerover', show);
  links.addEventListener('focusin', show);
  links.addEventListener('pointerout', (event) => rest(event as PointerEvent));
  links.addEventListener('focusout', (event) => rest(event as FocusEvent));
}

/** The id of the element whose link an event is about. */
function elementOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest('a')?.getAttribute('data-element') ?? undefined;
}

function lift(drawing: Element, id: string | undefined): void {
  const near = new Set([id]);
  for (const line of drawing.querySelectorAll('.relationship')) {
    const ends = [line.getAttribute('data-source'), line.getAttribute('data-target')];
    const joined = id !== undefined && ends.includes(id);
    line.classList.toggle('near', joined);
    if (joined) for (const end of ends) near.add(end ?? undefined);
  }
  for (const box of drawing.querySelectorAll('.element, .badge[data-of]')) {
    const own = box.getAttribute('data-id') ?? box.getAttribute('data-of') ?? '';
    box.classList.toggle('near', near.has(own));
    box.classList.toggle('followed', own === id);
  }
  drawing.classList.toggle('following', id !== undefined);
}
