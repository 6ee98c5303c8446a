import { around, centre } from './sight.ts';

/** Keeps what the step of an address adds (`#step-8`) in sight of the frames of drawings. */
export function followSteps(): void {
  const show = () => {
    for (const frame of document.querySelectorAll<HTMLElement>('pan-frame .frame')) showStep(frame);
  };
  addEventListener('hashchange', show);
  show();
}

/** Brings what a step adds into sight, when the address names one: `#step-8`. */
function showStep(frame: HTMLElement): void {
  const named = document.getElementById(location.hash.slice(1));
  if (!named?.matches('.state[data-sort="step"]')) return;
  const step = Number(named.dataset.state);
  const link = document.querySelector(`.states a[data-to="${step}"]`);
  const row = link?.closest('ul');
  if (link && row) centre(row, [link]);
  const before = step > 1 ? `[data-out~="${step - 1}"]` : '';
  const added = (name: string) => [
    ...frame.querySelectorAll(`${name}${before}:not([data-out~="${step}"])`),
  ];
  const lines = added('.relationship');
  const parts = lines.length > 0 ? lines : added('.element');
  const outer = frame.getBoundingClientRect();
  const { left, top, right, bottom } = around(parts);
  const inSight = left >= outer.left && right <= outer.right && top >= outer.top;
  if (!inSight || bottom > outer.bottom) centre(frame, parts);
}
