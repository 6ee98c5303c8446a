/** A section counts as current once its heading is this near to the window's upper edge; pixels. */
const NEAR = 140;

/**
 * `<contents-rail>` beside a study: marks the section that is being read, and steps aside while a
 * drawing of the window's width passes.
 */
export function defineContentsRail(): void {
  customElements.define(
    'contents-rail',
    class extends HTMLElement {
      connectedCallback(): void {
        const column = this.querySelector('.column');
        const links = [...this.querySelectorAll<HTMLAnchorElement>('.column ol a')];
        if (!column) return;
        let waiting = false;
        const show = () => {
          waiting = false;
          column.classList.toggle('aside', isCovered(column));
          mark(links);
        };
        const soon = () => {
          if (!waiting) requestAnimationFrame(show);
          waiting = true;
        };
        addEventListener('scroll', soon, { passive: true });
        addEventListener('resize', soon, { passive: true });
        show();
      }
    },
  );
}

function isCovered(column: Element): boolean {
  const { top, bottom } = column.getBoundingClientRect();
  return [...document.querySelectorAll('main .plate')].some((plate) => {
    const box = plate.getBoundingClientRect();
    return box.top < bottom && box.bottom > top;
  });
}

function mark(links: readonly HTMLAnchorElement[]): void {
  const current = links.findLast(({ hash }) => {
    const section = document.getElementById(decodeURIComponent(hash.slice(1)));
    return section !== null && section.getBoundingClientRect().top < NEAR;
  });
  for (const link of links) {
    if (link === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
