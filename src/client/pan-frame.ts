import { followLines } from './follow.ts';

/**
 * `<pan-frame>` around a drawing that may be wider than its frame: opens it on the part that matters
 * (the boxes marked with `data-focus`; else its beginning, or its middle where little fits) and shows below which part is in sight.
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
        frame.scrollLeft = startOf(frame);
        followLines(frame);
        show();
        frame.addEventListener('scroll', show, { passive: true });
        new ResizeObserver(show).observe(frame);
      }
    },
  );
}

/**
 * Of a drawing of which less than this share is in sight, the middle says more than the corner; but
 * for a sequence, which begins at its left.
 */
const LITTLE = 0.6;

/** The scroll position that puts the dearest box into the middle; else the one that says most. */
function startOf(frame: HTMLElement): number {
  const { scrollWidth: all, clientWidth: part } = frame;
  const focus = frame.querySelector('[data-focus]');
  if (!focus) {
    const told = frame.querySelector('[data-layout="sequence"]');
    return part / all < LITTLE && !told ? (all - part) / 2 : 0;
  }
  const box = focus.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  return box.left + box.width / 2 - outer.left - part / 2;
}
