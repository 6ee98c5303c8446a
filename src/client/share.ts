import { controlButton } from './parts.ts';
import { recall, remember } from './stored.ts';

/** A button that puts the text of its post on the clipboard; without the right to, it selects it. */
class CopyPost extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('[data-text]');
    if (!text || this.querySelector('button')) return;
    const label = 'Copy the text';
    const button = controlButton(label, () => {
      const done = (words: string) => {
        button.textContent = words;
        setTimeout(() => {
          button.textContent = label;
        }, 2000);
      };
      const select = () => {
        getSelection()?.selectAllChildren(text);
        done('Selected: press Ctrl or ⌘ and C');
      };
      if (!navigator.clipboard) return select();
      navigator.clipboard.writeText(text.textContent ?? '').then(() => done('Copied'), select);
    });
    button.setAttribute('aria-live', 'polite');
    this.prepend(button);
  }
}

/** A number that the reader counts: kept in the browser, and nowhere else. */
class KeptCounter extends HTMLElement {
  connectedCallback(): void {
    const { key, label = '' } = this.dataset;
    if (key === undefined || this.querySelector('button')) return;
    const name = `share.${key}`;
    const count = document.createElement('output');
    const read = () => Math.max(0, Math.trunc(Number(recall(name) ?? '0')) || 0);
    let value = read();
    const show = () => {
      count.textContent = String(value);
    };
    const change = (by: number) => {
      value = Math.max(0, value + by);
      remember(name, value === 0 ? null : String(value));
      show();
    };
    const less = controlButton('−', () => change(-1), `One less: ${label}`);
    const more = controlButton('+', () => change(1), `One more: ${label}`);
    show();
    this.replaceChildren(less, count, more);
  }
}

/** Buttons that leave posts of one kind in sight; a post that an address names is opened. */
class PostFilter extends HTMLElement {
  connectedCallback(): void {
    const posts = [...document.querySelectorAll<HTMLDetailsElement>('details.post')];
    const kinds = [...new Set(posts.map(({ dataset }) => dataset.kind ?? ''))];
    if (kinds.length < 2 || this.querySelector('button')) return;
    const count = document.createElement('output');
    const show = (kind: string | undefined) => {
      const seen = posts.filter(({ dataset }) => kind === undefined || dataset.kind === kind);
      for (const post of posts) post.hidden = !seen.includes(post);
      for (const section of document.querySelectorAll<HTMLElement>('section.posts')) {
        section.hidden = !seen.some((post) => section.contains(post));
      }
      for (const [button, of] of buttons) button.setAttribute('aria-pressed', String(of === kind));
      count.textContent = `${seen.length} of ${posts.length} posts`;
    };
    const buttons = [undefined, ...kinds].map(
      (kind) => [controlButton(kind ?? 'All', () => show(kind)), kind] as const,
    );
    this.replaceChildren(...buttons.map(([button]) => button), count);
    show(undefined);
    const open = () => {
      const named = posts.find(({ id }) => `#${id}` === location.hash);
      if (named) named.open = true;
    };
    addEventListener('hashchange', open);
    open();
  }
}

customElements.define('post-filter', PostFilter);
customElements.define('copy-post', CopyPost);
customElements.define('kept-counter', KeptCounter);
