import { isHeld } from './parts.ts';

/** For how long a link says that it was copied; milliseconds. */
const SAID = 2000;

/**
 * Makes the links beside headings, drawings and lines copy their address. With a key held, without
 * scripts, and where the browser does not let the page copy, they are links like others.
 */
export function defineCopyLinks(): void {
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  document.body.append(status);
  const say = (link: HTMLElement, words: string) => {
    status.textContent = words;
    link.dataset.said = words;
    setTimeout(() => {
      status.textContent = '';
      delete link.dataset.said;
    }, SAID);
  };
  document.addEventListener('click', (event) => {
    const { target } = event;
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('.copy-link');
    if (!link || isHeld(event) || event.shiftKey || !navigator.clipboard) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(
      () => say(link, 'Copied'),
      () => {
        location.href = link.href;
      },
    );
  });
}
