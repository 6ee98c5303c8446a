import { keysSwitch } from '../keys-switch.ts';
import { HELP } from './keys.ts';

/** An element with a class and a text. */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** The list of keys, closed at first. */
export function helpDialog(): HTMLDialogElement {
  const dialog = create('dialog', 'walk-help');
  dialog.setAttribute('aria-label', 'Keys');
  const list = create('dl');
  for (const [keys, what] of HELP) {
    const names = create('dt');
    for (const key of keys.split(' ')) names.append(create('kbd', '', key));
    list.append(names, create('dd', '', what));
  }
  const form = create('form');
  form.method = 'dialog';
  form.append(create('button', 'control', 'Close'));
  dialog.append(list, keysSwitch(), form);
  return dialog;
}

/** Takes the site's own head and foot away from a page that fills the window, or gives them back. */
export function fillWindow(fills: boolean): void {
  document.documentElement.classList.toggle('on-stage', fills);
  for (const part of document.querySelectorAll<HTMLElement>('.skip, .site-header, .site-footer')) {
    part.inert = fills;
  }
}

/** Full screen, or back; a browser that refuses leaves things as they are. */
export async function toggleScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // Some browsers have none, on phones above all.
  }
}
