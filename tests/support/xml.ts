/** An element of a parsed document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const NAME = /[A-Za-z_:][\w:.-]*/y;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
/** What XML 1.0 allows in a document. */
const LEGAL = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

/**
 * Reads an XML document of elements, attributes and text as strictly as XML 1.0 does: one root, tags
 * that match, quoted attributes that are there once, no bare `<` or `&`, legal characters only. No
 * comments, CDATA or doctypes: drawings have none. Throws at the first fault.
 */
export function parseXml(text: string): XmlElement {
  if (!LEGAL.test(text)) throw new Error('The document has a character that XML forbids.');
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
  };
  const blank = () => {
    const start = at;
    while (/[ \t\n\r]/.test(text[at] ?? '')) at++;
    return at > start;
  };
  const take = (token: string) => {
    if (!text.startsWith(token, at)) fail(`${token} expected`);
    at += token.length;
  };
  const name = () => {
    NAME.lastIndex = at;
    const [found] = NAME.exec(text) ?? fail('a name expected');
    at += found.length;
    return found;
  };
  const decoded = (raw: string) =>
    raw.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+))?(;?)/g, (whole, decimal, hex, entity, end) => {
      if (end !== ';') return fail(`a bare & (${whole})`);
      if (decimal) return String.fromCodePoint(Number(decimal));
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      return ENTITIES[entity] ?? fail(`the entity ${whole}`);
    });
  const element = (): XmlElement => {
    take('<');
    const tag = name();
    const attributes = new Map<string, string>();
    while (blank() && !/[/>]/.test(text[at] ?? '')) {
      const key = name();
      take('=');
      const quote = text[at] === "'" ? "'" : '"';
      take(quote);
      const end = text.indexOf(quote, at);
      if (end < 0) fail('the end of an attribute expected');
      const raw = text.slice(at, end);
      if (raw.includes('<')) fail('a < in an attribute');
      if (attributes.has(key)) fail(`${key} twice`);
      // A parser hands blanks of every kind over as spaces.
      attributes.set(key, decoded(raw.replace(/\r\n|[\t\n\r]/g, ' ')));
      at = end + 1;
    }
    if (text.startsWith('/>', at)) {
      at += 2;
      return { name: tag, attributes, children: [] };
    }
    take('>');
    const children: (XmlElement | string)[] = [];
    while (!text.startsWith('</', at)) {
      if (at >= text.length) fail(`</${tag}> expected`);
      if (text[at] === '<') children.push(element());
      else {
        const end = text.indexOf('<', at);
        const raw = text.slice(at, end < 0 ? text.length : end);
        if (raw.includes(']]>')) fail(']]> in text');
        children.push(decoded(raw.replace(/\r\n?/g, '\n')));
        at += raw.length;
      }
    }
    take('</');
    take(tag);
    blank();
    take('>');
    return { name: tag, attributes, children };
  };
  blank();
  const root = element();
  blank();
  if (at < text.length) fail('nothing more expected');
  return root;
}

/** An element and everything in it, in the order of the document. */
export function* elementsIn(element: XmlElement): Iterable<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsIn(child);
}

/** Elements with a class, in the order of the document. */
export function withClass(root: XmlElement, name: string): XmlElement[] {
  return [...elementsIn(root)].filter(({ attributes }) =>
    attributes.get('class')?.split(' ').includes(name),
  );
}

/** The text of an element and of all in it. */
export function textIn(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('');
}

/** The value of an attribute; an attribute that is missing fails the test. */
export function attribute(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw new Error(`<${element.name}> has no ${name}.`);
  return value;
}
