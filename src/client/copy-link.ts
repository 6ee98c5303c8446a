import { copyText } from './clipboard.ts';

/** For how long a link says that it was copied; milliseconds. */
const SAID = 2000;

/**
 * Makes the links beside headings, drawings and lines copy their address. With a key held, and without
 * scripts, they are links like others.
 */
export function defineCopyLinks(): void {
  let status: HTMLElement | undefined;
  const say = (link: HTMLElement, words: string) => {
    if (!status) {
      status = document.createElement('p');
      status.className = 'visually-hidden';
      status.setAttribute('role', 'status');
      document.body.append(status);
    }
    status.textContent = words;
    link.dataset.said = words;
    setTimeout(() => {
      delete link.dataset.said;
      if (status?.textContent === words) status.textContent = '';
    }, SAID);
  };
  document.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.copy-link') : null;
    if (!link || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    copyText(link.href).then(
      () => say(link, 'Copied'),
      () => {
        location.hash = link.hash;
        say(link, 'See the address bar');
      },
    );
  });
}
