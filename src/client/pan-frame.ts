import { followLines } from './follow.ts';
import { centre } from './sight.ts';

/**
 * `<pan-frame>` around a drawing that may be wider than its frame: opens it on the part that matters
 * (the box marked with `data-focus`; else its beginning) and shows below which part is in sight.
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
        followLines(frame);
        show();
        frame.addEventListener('scroll', show, { passive: true });
        new ResizeObserver(show).observe(frame);
      }
    },
  );
}
