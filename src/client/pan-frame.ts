import { followLines } from './follow.ts';

/**
 * `<pan-frame>` around a drawing that may be wider than its frame: opens it on the part that matters
 * (the step that the address names; else the box marked with `data-focus`; else its beginning) and shows
 * below which part is in sight.
 */
export function definePanFrame(): void {
  customElements.define(
    'pan-frame',
    class extends HTMLElement {
      connectedCallback(): void {
        const frame = this.querySelector<HTMLElement>('.frame');
        const thumb = this.querySelector<SVGRectElement>('.pan-thumb');
        if (!frame || !thumb) return;
        const show = () => {
          const all = frame.scrollWidth;
          const part = frame.clientWidth;
          this.classList.toggle('pans', all > part + 1);
          thumb.setAttribute('x', `${(frame.scrollLeft / all) * 100}%`);
          thumb.setAttribute('width', `${(part / all) * 100}%`);
        };
        const focus = frame.querySelector('[data-focus]');
        if (focus) centre(frame, [focus]);
        showStep(frame);
        addEventListener('hashchange', () => showStep(frame));
        followLines(frame);
        show();
        frame.addEventListener('scroll', show, { passive: true });
        new ResizeObserver(show).observe(frame);
      }
    },
  );
}

/** Brings what a step adds into sight, when the address names one: `#step-8`. */
function showStep(frame: HTMLElement): void {
  const named = document.getElementById(location.hash.slice(1));
  if (!named?.matches('.state[data-sort="step"]')) return;
  const step = Number(named.dataset.state);
  const before = step > 1 ? `[data-out~="${step - 1}"]` : '';
  const added = (name: string) => [
    ...frame.querySelectorAll(`${name}${before}:not([data-out~="${step}"])`),
  ];
  const lines = added('.relationship');
  const parts = lines.length > 0 ? lines : added('.element');
  const outer = frame.getBoundingClientRect();
  const { left, top, right, bottom } = around(parts);
  const inSight = left >= outer.left && right <= outer.right && top >= outer.top;
  if (!inSight || bottom > outer.bottom) centre(frame, parts);
}

/** Scrolls the frame, and not the page, until these parts are in its middle. */
function centre(frame: HTMLElement, parts: readonly Element[]): void {
  const outer = frame.getBoundingClientRect();
  const { left, top, right, bottom } = around(parts);
  frame.scrollLeft += (left + right - outer.left - outer.right) / 2;
  frame.scrollTop += (top + bottom - outer.top - outer.bottom) / 2;
}

function around(parts: readonly Element[]): Record<'left' | 'top' | 'right' | 'bottom', number> {
  const boxes = parts.map((part) => part.getBoundingClientRect());
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
