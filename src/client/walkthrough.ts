import { beginTalk } from './walk/talk.ts';

customElements.define(
  'walk-through',
  class extends HTMLElement {
    connectedCallback(): void {
      // Before the first paint, so that the page is not first seen as one that scrolls.
      this.dataset.mode = 'stage';
      if (document.readyState !== 'loading') beginTalk(this);
      else document.addEventListener('DOMContentLoaded', () => beginTalk(this), { once: true });
    }
  },
);
