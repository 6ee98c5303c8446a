import { isHeld } from './parts.ts';
import { recall } from './stored.ts';

/**
 * `<site-search>` around the header's link: the link, and the key `/`, open the window that searches
 * (`search.ts`), which is loaded only then. Without scripts the link leads to the page of contents.
 */
export function defineSiteSearch(): void {
  customElements.define(
    'site-search',
    class extends HTMLElement {
      connectedCallback(): void {
        const link = this.querySelector('a');
        if (!link) return;
        link.setAttribute('aria-haspopup', 'dialog');
        link.setAttribute('aria-keyshortcuts', '/');
        let panel: HTMLElement | undefined;
        const open = () => {
          panel ??= load(this.dataset, link.href);
          panel.setAttribute('open', '');
        };
        link.addEventListener('click', (event) => {
          if (isHeld(event) || event.shiftKey) return;
          event.preventDefault();
          open();
        });
        document.addEventListener('keydown', (event) => {
          if (event.key !== '/' || isHeld(event) || event.defaultPrevented) return;
          if (recall('keys') || isWriting(event.target) || document.querySelector('dialog[open]'))
            return;
          event.preventDefault();
          open();
        });
      }
    },
  );
}

/**
 * Puts the window into the page; it opens as soon as its script is there, and has what was typed until
 * then. Where the script cannot be had, the link is followed.
 */
function load({ script = '', root = '' }: DOMStringMap, instead: string): HTMLElement {
  const panel = document.createElement('search-window');
  panel.dataset.root = root;
  const code = document.createElement('script');
  code.src = script;
  let typed = '';
  const type = (event: KeyboardEvent) => {
    if (event.key.length > 1 || isHeld(event) || event.defaultPrevented) return;
    panel.dataset.typed = typed += event.key;
    event.preventDefault();
  };
  document.addEventListener('keydown', type);
  code.onload = () => document.removeEventListener('keydown', type);
  code.onerror = () => location.assign(instead);
  document.body.append(panel, code);
  return panel;
}

/** Fields that are set and not written in. */
const POINTED = '[type=range], [type=checkbox], [type=radio], [type=button], [type=submit]';

/** Whether keys are taken as text. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches(`input:not(${POINTED}), textarea, select`))
  );
}
