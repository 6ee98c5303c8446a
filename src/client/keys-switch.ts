import { recall, remember } from './stored.ts';

/** What is kept where a reader wants no single keys that act from anywhere. */
const OFF = 'off';

/**
 * Whether single keys act wherever the focus is. Who speaks to a browser, or strikes keys by chance, has
 * to be able to turn them off (WCAG 2.1.4).
 */
export function keysAct(): boolean {
  return recall('keys') !== OFF;
}

/** A box that turns single keys off and on, for the whole site and for good. */
export function keysSwitch(): HTMLElement {
  const label = document.createElement('label');
  label.className = 'keys-switch';
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = keysAct();
  box.addEventListener('change', () => remember('keys', box.checked ? null : OFF));
  label.append(box, ' Single keys act from anywhere: ');
  const key = document.createElement('kbd');
  key.textContent = '/';
  label.append(key, ' searches, letters lead a walkthrough');
  return label;
}
