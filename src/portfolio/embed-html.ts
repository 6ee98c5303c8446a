/** Attributes that hold ids, several with blanks between. */
const IDS = /^(?:id|for|headers|aria-(?:labelledby|describedby|controls|owns|details|flowto))$/i;

/**
 * Puts a prefix before every id of a piece of HTML and before all that points to one, so that pieces
 * which were pages of their own can stand on one page.
 */
export function prefixIds(html: string, prefix: string): string {
  if (prefix === '') return html;
  return html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/(\s)([\w:-]+)="([^"]*)"/g, (whole, blank: string, name: string, value: string) => {
      const changed = prefixed(name, value, prefix);
      return changed === undefined ? whole : `${blank}${name}="${changed}"`;
    }),
  );
}

function prefixed(name: string, value: string, prefix: string): string | undefined {
  if (IDS.test(name)) return value.replace(/\S+/g, (id) => prefix + id);
  if (/^(?:xlink:)?href$/i.test(name)) {
    return value.startsWith('#') && value.length > 1 ? `#${prefix}${value.slice(1)}` : undefined;
  }
  return value.includes('url(#') ? value.replaceAll('url(#', `url(#${prefix}`) : undefined;
}

/** Moves every heading of a piece of HTML down by some levels, to the sixth at most. */
export function lowerHeadings(html: string, by: number): string {
  return html.replace(
    /(<\/?h)([1-6])(?=[\s>])/g,
    (_, tag: string, level: string) => `${tag}${Math.min(6, Number(level) + by)}`,
  );
}
