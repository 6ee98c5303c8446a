const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Printable ASCII that stands for itself: nearly every text. */
const PLAIN = /^[ !#-%(-;=?-~]*$/;

/** A text for element content or a quoted attribute; what XML 1.0 forbids becomes U+FFFD. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** What a markup attribute may hold; `undefined` leaves the attribute out. */
export type AttributeValue = string | number | undefined;

/** Attributes as markup, each with a blank before it, values escaped, numbers to one decimal. */
export function attributes(values: Readonly<Record<string, AttributeValue>>): string {
  let markup = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    markup += ` ${name}="${typeof value === 'number' ? number(value) : escapeXml(value)}"`;
  }
  return markup;
}

/** A coordinate with at most one decimal: the same bytes on every machine. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}
