import { beginDesk } from './walk/desk.ts';

customElements.define(
  'walk-presenter',
  class extends HTMLElement {
    connectedCallback(): void {
      if (document.readyState !== 'loading') beginDesk(this);
      else document.addEventListener('DOMContentLoaded', () => beginDesk(this), { once: true });
    }
  },
);
