/**
 * A style sheet with only those of its font faces that a text needs: of a family cut into scripts, those
 * whose `unicode-range` holds one of its characters. Older formats beside WOFF2 go as well.
 */
export function fontFacesFor(css: string, text: string): string {
  const characters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  return css.replace(/@font-face\s*\{[^}]*\}/g, (face) => {
    const [, ranges] = /unicode-range:\s*([^;}]+)/i.exec(face) ?? [];
    if (ranges !== undefined && !isNeeded(ranges, characters)) return '';
    return face.replace(/,\s*url\([^)]+\)\s*format\(["']?woff["']?\)/g, '');
  });
}

function isNeeded(ranges: string, characters: ReadonlySet<number>): boolean {
  return ranges.split(',').some((range) => {
    const [, first = '', last = first] =
      /^U\+([0-9a-f?]+)(?:-([0-9a-f]+))?$/i.exec(range.trim()) ?? [];
    const from = Number.parseInt(first.replaceAll('?', '0'), 16);
    const to = Number.parseInt(last.replaceAll('?', 'f'), 16);
    return [...characters].some((code) => code >= from && code <= to);
  });
}
