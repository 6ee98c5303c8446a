import { controlButton } from './parts.ts';

/** How long each step stays in sight, in milliseconds. */
const PAUSE = 1400;

/**
 * `<step-player>` beside links to the steps of a drawing: a button that follows them one after the
 * other. Without scripts the links do all of it by hand.
 */
export function defineStepPlayer(): void {
  customElements.define(
    'step-player',
    class extends HTMLElement {
      connectedCallback(): void {
        const links = [
          ...(this.parentElement?.querySelectorAll<HTMLAnchorElement>('a[data-to]') ?? []),
        ];
        let timer: number | undefined;
        const stop = () => {
          clearTimeout(timer);
          timer = undefined;
          button.textContent = 'Play';
        };
        const show = (place: number) => {
          const link = links[place];
          if (!link) return stop();
          // The address is replaced, so that Back leaves the page and not the step.
          location.replace(link.hash);
          timer = window.setTimeout(show, PAUSE, place + 1);
        };
        const button = controlButton('Play', () => {
          if (timer !== undefined) return stop();
          button.textContent = 'Stop';
          show(0);
        });
        this.replaceChildren(button);
      }
    },
  );
}
