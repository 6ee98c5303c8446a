/** A finger that goes less far only touches. */
const LEAST = 40;

/** Tells of swipes over an element: 1 to the next stop, -1 back. */
export function listenToSwipes(element: HTMLElement, swiped: (direction: 1 | -1) => void): void {
  let from: { readonly id: number; readonly x: number; readonly y: number } | undefined;
  element.addEventListener(
    'pointerdown',
    ({ pointerId, pointerType, clientX, clientY, isPrimary }) => {
      from = undefined;
      if (pointerType === 'mouse' || !isPrimary) return;
      from = { id: pointerId, x: clientX, y: clientY };
    },
  );
  element.addEventListener('pointerup', ({ pointerId, clientX, clientY }) => {
    if (from?.id !== pointerId) return;
    const [across, down] = [clientX - from.x, clientY - from.y];
    from = undefined;
    if (Math.abs(across) < LEAST || Math.abs(across) < 1.5 * Math.abs(down)) return;
    swiped(across < 0 ? 1 : -1);
  });
  element.addEventListener('pointercancel', () => {
    from = undefined;
  });
}
