/** Factors between the steps of the buttons, and how far a drawing may be shrunk and enlarged. */
const STEP = 1.25;
const LEAST = 0.2;
const MOST = 4;

/** A point on the screen, as events have it. */
export interface ScreenPoint {
  readonly clientX: number;
  readonly clientY: number;
}

/** How large a drawing stands in its frame. */
export interface Zoom {
  /** 1 is natural size. */
  scale(): number;
  /** Sets the scale; what stands under the point stays under it. */
  set(scale: number, at?: ScreenPoint): void;
  /** One step in (1) or out (-1). */
  step(direction: 1 | -1, at?: ScreenPoint): void;
  /** As large as fits into the frame, never above natural size. */
  fit(): void;
  /** Back to what the page gives it. */
  reset(): void;
}

/** Zooms what stands in a frame: a `.stack` with a drawing that knows its natural size. */
export function zoomOf(frame: HTMLElement, changed: () => void): Zoom | undefined {
  const stack = frame.querySelector<HTMLElement>('.stack');
  const drawing = frame.querySelector<SVGSVGElement>('svg.drawing');
  if (!stack || !drawing) return undefined;
  const { width, height } = drawing.viewBox.baseVal;
  const scale = () => drawing.getBoundingClientRect().width / width;
  const set: Zoom['set'] = (wanted, at = middleOf(frame)) => {
    const before = drawing.getBoundingClientRect();
    const share = {
      x: (at.clientX - before.left) / before.width,
      y: (at.clientY - before.top) / before.height,
    };
    const bounded = Math.min(MOST, Math.max(LEAST, wanted));
    stack.style.gridTemplateColumns = `${width * bounded}px`;
    const after = drawing.getBoundingClientRect();
    frame.scrollLeft += after.left + share.x * after.width - at.clientX;
    const down = after.top + share.y * after.height - at.clientY;
    if (frame.scrollHeight > frame.clientHeight + 1) frame.scrollTop += down;
    else window.scrollBy(0, down);
    changed();
  };
  return {
    scale,
    set,
    step: (direction, at) => set(scale() * STEP ** direction, at),
    fit() {
      const room = document.fullscreenElement ? frame.clientHeight / height : 1;
      set(Math.min(1, frame.clientWidth / width, room));
    },
    reset() {
      stack.style.gridTemplateColumns = '';
      changed();
    },
  };
}

function middleOf(frame: HTMLElement): ScreenPoint {
  const { left, top, width, height } = frame.getBoundingClientRect();
  return { clientX: left + width / 2, clientY: top + Math.min(height, window.innerHeight) / 2 };
}
