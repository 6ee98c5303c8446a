import { createSearcher } from '#search/query.ts';
import { keysSwitch } from '../keys-switch.ts';
import { siteRoot } from '../site-root.ts';
import { indexFiles } from './index-files.ts';
import { answerText, resultGroups } from './results.ts';

const HELP = 'Names, passages, numbers of decisions. Arrows choose, Enter opens, Escape closes.';

/**
 * `<search-window open>`: a dialog with a field and a list box of what fits. The field keeps the focus;
 * the list's current option is told by `aria-activedescendant`.
 */
export function defineSearchWindow(): void {
  customElements.define(
    'search-window',
    class extends HTMLElement {
      static observedAttributes = ['open'];
      #open: (() => void) | undefined;

      attributeChangedCallback(_name: string, _before: string | null, value: string | null): void {
        if (value === null) return;
        this.#open ??= build(this);
        this.#open();
      }
    },
  );
}

/** Fills the window; gives what opens it. */
function build(host: HTMLElement): () => void {
  const root = siteRoot(host.dataset.root ?? '/');
  const searcher = createSearcher(indexFiles(root));
  const dialog = document.createElement('dialog');
  dialog.className = 'search-window';
  dialog.setAttribute('aria-label', 'Search');
  const form = document.createElement('form');
  form.setAttribute('role', 'search');
  const field = document.createElement('input');
  field.type = 'search';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.enterKeyHint = 'go';
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'control';
  close.textContent = 'Close';
  const said = document.createElement('p');
  said.className = 'search-said';
  said.setAttribute('role', 'status');
  said.textContent = HELP;
  const list = document.createElement('div');
  list.id = 'search-results';
  list.className = 'search-results';
  list.hidden = true;
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-label', 'Search studies, drawings, decisions, elements and costs'],
    ['aria-controls', list.id],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
  ] as const) {
    field.setAttribute(name, value);
  }
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Results');
  form.append(field, close);
  dialog.append(form, said, list, keysSwitch());
  host.append(dialog);

  let options: HTMLElement[] = [];
  let current = -1;
  const choose = (next: number) => {
    options[current]?.setAttribute('aria-selected', 'false');
    current = next;
    const option = options[current];
    if (!option) return field.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', option.id);
  };
  const show = (groups: readonly HTMLElement[], words: string) => {
    list.replaceChildren(...groups);
    list.hidden = groups.length === 0;
    list.scrollTop = 0;
    field.setAttribute('aria-expanded', String(groups.length > 0));
    options = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
    current = -1;
    choose(options.length > 0 ? 0 : -1);
    said.textContent = words;
  };
  let asked = 0;
  const ask = async () => {
    const query = field.value.trim();
    const mine = ++asked;
    if (query === '') return show([], HELP);
    try {
      const answer = await searcher.ask(query);
      // A later question has been asked meanwhile.
      if (mine === asked) show(resultGroups(answer, root), answerText(answer, query));
    } catch {
      if (mine === asked) show([], 'The index could not be loaded. Type again to try once more.');
    }
  };
  field.addEventListener('input', () => void ask());
  field.addEventListener('keydown', (event) => {
    // A field of this type would be emptied first, and the window closed by a second Escape.
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      return dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || options.length === 0 || event.isComposing) return;
    event.preventDefault();
    choose((current + step + options.length) % options.length);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    options[current]?.click();
  });
  list.addEventListener('pointermove', ({ target }) => {
    const option = target instanceof Element && target.closest<HTMLElement>('[role="option"]');
    if (option && options[current] !== option) choose(options.indexOf(option));
  });
  // The link is followed first; it may lead to a place on this very page.
  list.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    const isLink = target instanceof Element && target.closest('a');
    if (isLink && !ctrlKey && !metaKey && !shiftKey) dialog.close();
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => host.removeAttribute('open'));
  return () => {
    const { typed } = host.dataset;
    delete host.dataset.typed;
    dialog.showModal();
    field.focus();
    if (typed === undefined) return field.select();
    field.value = typed;
    void ask();
  };
}
