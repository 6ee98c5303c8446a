/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((m, n) => n - m);
  return (high + 0.05) / (low + 0.05);
}

/**
 * The text colour that an author chose if it can be read on the ground, else ink or white; black on
 * the greys on which neither reaches 4.5.
 */
export function readable(text: string, ground: string): string {
  const candidates = [text, '#15202b', '#ffffff'];
  return candidates.find((color) => contrast(color, ground) >= 4.5) ?? '#000000';
}

/** A line's colour, mixed with white until it can be seen on a dark ground: a contrast of 3 (WCAG 2.2). */
export function visible(line: string, ground: string): string {
  for (let part = 0; part < 1; part += 0.1) {
    const color = mixed('#ffffff', line, part);
    if (contrast(color, ground) >= 3) return color;
  }
  return '#ffffff';
}

/** A colour over a ground, as opaque as a share says. */
export function mixed(over: string, ground: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a = 0, b = 0] = [over, ground].map((color) =>
      Number.parseInt(color.slice(at, at + 2), 16),
    );
    return Math.round(a * opacity + b * (1 - opacity))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** A line colour for a ground whose author named none: the ground, 30 % darker (Structurizr's rule). */
export function darker(color: string): string {
  const channels = [1, 3, 5].map((at) => {
    const value = Math.floor(Number.parseInt(color.slice(at, at + 2), 16) * 0.7);
    return value.toString(16).padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
