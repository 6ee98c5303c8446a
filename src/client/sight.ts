/** Scrolls the frame, and not the page, until these parts are in its middle. */
export function centre(frame: HTMLElement, parts: readonly Element[]): void {
  const outer = frame.getBoundingClientRect();
  const { left, top, right, bottom } = around(parts);
  frame.scrollLeft += (left + right - outer.left - outer.right) / 2;
  frame.scrollTop += (top + bottom - outer.top - outer.bottom) / 2;
}

/** The box around some parts of a page, in the window. */
export function around(
  parts: readonly Element[],
): Record<'left' | 'top' | 'right' | 'bottom', number> {
  const boxes = parts.map((part) => part.getBoundingClientRect());
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
