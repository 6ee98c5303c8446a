/** An element of XML, names as written, entities undone. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** A text that is no XML, or is more than a picture may be. */
export interface XmlFault {
  readonly fault: string;
}

/** A picture is not deeper than this, nor of more elements. */
const LIMITS = { depth: 200, elements: 100_000 } as const;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const OPENING =
  /<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const CLOSING = /<\/([A-Za-z_][\w.:-]*)\s*>/y;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads XML as strictly as a picture needs it: no declarations of a document type, so no entities of its
 * own and nothing from elsewhere; whatever a browser might read differently is a fault. Comments and
 * processing instructions are passed over.
 */
export function readXml(text: string): XmlElement | XmlFault {
  const stack: { name: string; attributes: Map<string, string>; children: XmlNode[] }[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const control = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(text);
  if (control) return { fault: 'it has a character that XML forbids' };
  while (at < text.length) {
    if (text[at] !== '<') {
      const end = endOf(text, '<', at) ?? text.length;
      const words = decoded(text.slice(at, end));
      if (words === undefined) return { fault: 'it has an entity that XML does not define' };
      if (stack.length === 0 && words.trim() !== '') return { fault: 'words stand outside of it' };
      stack.at(-1)?.children.push(words);
      at = end;
      continue;
    }
    const skipped = skip(text, at);
    if (skipped !== undefined) {
      if (typeof skipped === 'object') return skipped;
      if (text.startsWith('<![CDATA[', at))
        stack.at(-1)?.children.push(text.slice(at + 9, skipped - 3));
      at = skipped;
      continue;
    }
    CLOSING.lastIndex = at;
    const closing = CLOSING.exec(text);
    if (closing) {
      const open = stack.pop();
      if (open?.name !== closing[1]) return { fault: `\`</${closing[1]}>\` closes nothing` };
      if (stack.length === 0) root = open;
      at = CLOSING.lastIndex;
      continue;
    }
    OPENING.lastIndex = at;
    const [whole, name = '', written = '', closed] = OPENING.exec(text) ?? [];
    if (whole === undefined) return { fault: 'it is no well-formed XML' };
    if (root !== undefined && stack.length === 0) return { fault: 'it has two roots' };
    const attributes = attributesIn(written);
    if (!attributes) return { fault: `the attributes of \`<${name}>\` cannot be read` };
    count += 1;
    if (count > LIMITS.elements || stack.length >= LIMITS.depth)
      return { fault: `it has more than ${LIMITS.elements} elements, or is too deep` };
    const element = { name, attributes, children: [] };
    stack.at(-1)?.children.push(element);
    if (closed === '') stack.push(element);
    else if (stack.length === 0) root = element;
    at = OPENING.lastIndex;
  }
  if (stack.length > 0) return { fault: `\`<${stack.at(-1)?.name}>\` has no end` };
  return root ?? { fault: 'it has nothing in it' };
}

type XmlNode = XmlElement | string;

/** Where a comment, an instruction, a CDATA section or a bare document type ends; nothing for elements. */
function skip(text: string, at: number): number | XmlFault | undefined {
  const pairs = [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<![CDATA[', ']]>'],
  ] as const;
  const pair = pairs.find(([begin]) => text.startsWith(begin, at));
  if (pair) {
    const end = endOf(text, pair[1], at + pair[0].length);
    return end === undefined ? { fault: `a \`${pair[0]}\` has no end` } : end + pair[1].length;
  }
  if (!text.startsWith('<!', at)) return undefined;
  const [type] = /^<!DOCTYPE\s[^[\]<>]*>/i.exec(text.slice(at, at + 1_000)) ?? [];
  return type === undefined
    ? { fault: 'its document type declares entities or more' }
    : at + type.length;
}

function endOf(text: string, what: string, from: number): number | undefined {
  const end = text.indexOf(what, from);
  return end < 0 ? undefined : end;
}

function attributesIn(written: string): Map<string, string> | undefined {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) {
    const value = decoded(double ?? single ?? '');
    if (value === undefined || found.has(name)) return undefined;
    found.set(name, value);
  }
  return found;
}

function decoded(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isSound = true;
  const plain = text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,10}));|&/gi,
    (_, dec, hex, name) => {
      const code = dec ? Number(dec) : hex ? Number.parseInt(hex, 16) : undefined;
      const character = code === undefined ? ENTITIES[name] : characterOf(code);
      isSound &&= character !== undefined;
      return character ?? '';
    },
  );
  return isSound ? plain : undefined;
}

function characterOf(code: number): string | undefined {
  const isAllowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isAllowed ? String.fromCodePoint(code) : undefined;
}
