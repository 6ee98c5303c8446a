import type { Zoom } from './zoom.ts';

/** A press that moves farther than this drags the drawing and does not follow a link; pixels. */
const CLICK = 4;

/**
 * Wheel with Ctrl or ⌘ (which is what a pinch on a touchpad sends), two fingers on glass, and dragging
 * with a mouse. The plain wheel scrolls the page, as everywhere else.
 */
export function listenToGestures(frame: HTMLElement, zoom: Zoom): void {
  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom.set(zoom.scale() * Math.exp(-event.deltaY / 300), event);
    },
    { passive: false },
  );
  pinch(frame, zoom);
  drag(frame);
}

function pinch(frame: HTMLElement, zoom: Zoom): void {
  const fingers = new Map<number, PointerEvent>();
  let begun: { readonly apart: number; readonly scale: number } | undefined;
  const apart = () => {
    const [a, b] = [...fingers.values()];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };
  frame.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch') return;
    fingers.set(event.pointerId, event);
    begun = fingers.size === 2 ? { apart: apart(), scale: zoom.scale() } : undefined;
  });
  frame.addEventListener('pointermove', (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event);
    const [a, b] = [...fingers.values()];
    if (!begun || !a || !b) return;
    const middle = {
      clientX: (a.clientX + b.clientX) / 2,
      clientY: (a.clientY + b.clientY) / 2,
    };
    zoom.set((begun.scale * apart()) / begun.apart, middle);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    frame.addEventListener(end, ({ pointerId }) => {
      fingers.delete(pointerId);
      begun = undefined;
    });
  }
}

function drag(frame: HTMLElement): void {
  let from: { readonly event: PointerEvent; readonly x: number; readonly y: number } | undefined;
  let dragged = false;
  frame.addEventListener('pointerdown', (event) => {
    dragged = false;
    const pans = frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight;
    if (event.pointerType !== 'mouse' || event.button !== 0 || !pans) return;
    from = { event, x: frame.scrollLeft, y: frame.scrollTop };
  });
  window.addEventListener('pointermove', (event) => {
    if (!from) return;
    const [x, y] = [event.clientX - from.event.clientX, event.clientY - from.event.clientY];
    if (!dragged && Math.hypot(x, y) < CLICK) return;
    dragged = true;
    frame.classList.add('dragging');
    frame.scrollTo(from.x - x, from.y - y);
  });
  window.addEventListener('pointerup', () => {
    from = undefined;
    frame.classList.remove('dragging');
  });
  frame.addEventListener('dragstart', (event) => event.preventDefault());
  frame.addEventListener(
    'click',
    (event) => {
      if (dragged) event.preventDefault();
      dragged = false;
    },
    true,
  );
}
