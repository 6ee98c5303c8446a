/**
 * `<pan-frame>` around a drawing that may be wider than its frame: opens it on the part that matters
 * (the boxes marked with `data-focus`, else the middle) and shows below which part is in sight.
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
        show();
        frame.addEventListener('scroll', show, { passive: true });
        new ResizeObserver(show).observe(frame);
      }
    },
  );
}

/** The scroll position that puts the dearest box, or the middle, into the middle. */
function startOf(frame: HTMLElement): number {
  const focus = frame.querySelector('[data-focus]');
  if (!focus) return (frame.scrollWidth - frame.clientWidth) / 2;
  const box = focus.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  return box.left + box.width / 2 - outer.left - frame.clientWidth / 2;
}
