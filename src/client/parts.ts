/** Whether a key is held with which a click or a letter means something to the browser. */
export function isHeld({ ctrlKey, metaKey, altKey }: MouseEvent | KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}

/** A button in the look of the site's controls. */
export function controlButton(text: string, pressed: () => void, title = ''): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'control';
  button.textContent = text;
  if (title) {
    button.setAttribute('aria-label', title);
    button.title = title;
  }
  button.addEventListener('click', pressed);
  return button;
}

/** A list of buttons behind a word: opens and closes without a script of its own. */
export function menu(word: string, entries: readonly HTMLElement[]): HTMLDetailsElement {
  const details = document.createElement('details');
  details.className = 'menu';
  const summary = document.createElement('summary');
  summary.className = 'control';
  summary.textContent = word;
  const list = document.createElement('ul');
  for (const entry of entries) {
    const item = document.createElement('li');
    item.append(entry);
    list.append(item);
  }
  details.append(summary, list);
  const close = () => {
    details.open = false;
  };
  details.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && details.contains(relatedTarget))) close();
  });
  details.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !details.open) return;
    close();
    summary.focus();
  });
  return details;
}
