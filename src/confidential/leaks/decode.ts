/** A way in which text can be written without being read, and what undoes it; nothing where it is not used. */
export interface Decoder {
  /** As a diagnostic calls it: `HTML entities`. */
  readonly encoding: string;
  readonly decode: (text: string) => string;
}

/** A character that stands where markup was: it cannot be seen, and is no letter. */
const NOTHING = '\u200B';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  Tab: ' ',
  NewLine: ' ',
  shy: '\u00AD',
  zwj: '\u200D',
  zwnj: '\u200C',
  ndash: '-',
  mdash: '-',
  dash: '-',
  hyphen: '-',
  minus: '-',
  lowbar: '_',
  middot: '·',
  period: '.',
  sol: '/',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** What a text may be written in. Each leaves what it does not know as it is. */
export const DECODERS = {
  entities: {
    encoding: 'HTML entities',
    decode: (text) =>
      text.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([A-Za-z]{2,8}));?/gi,
        (all, hex, decimal, word) =>
          word === undefined
            ? character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), all)
            : (ENTITIES[word] ?? all),
      ),
  },
  markup: {
    encoding: 'text without its markup',
    decode: (text) => text.replace(/<!--|-->|<\/?[A-Za-z][^<>]*>/g, NOTHING),
  },
  address: {
    encoding: 'percent encoding',
    decode: (text) => text.replace(/(?:%[0-9a-f]{2})+/gi, (all) => utf8(hexBytes(all, '%'))),
  },
  script: {
    encoding: 'script escapes',
    decode: (text) =>
      text.replace(
        /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([0-3]?[0-7]{1,2})|\r?\n|([^ux0-7]))/gi,
        (all, braced, four, two, octal, other) => {
          const hex = braced ?? four ?? two;
          if (hex !== undefined) return character(Number.parseInt(hex, 16), all);
          if (octal !== undefined) return character(Number.parseInt(octal, 8), all);
          return other === undefined ? '' : /[nrtbfv]/.test(other) ? ' ' : other;
        },
      ),
  },
  style: {
    encoding: 'style escapes',
    decode: (text) =>
      text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^0-9a-f\s]))/gi, (all, hex, other) =>
        hex === undefined ? other : character(Number.parseInt(hex, 16), all),
      ),
  },
  printable: {
    encoding: 'quoted-printable',
    decode: (text) =>
      text
        .replace(/=[ \t]*\r?\n/g, '')
        .replace(/(?:=[0-9A-F]{2})+/gi, (all) => utf8(hexBytes(all, '='))),
  },
  folded: {
    encoding: 'folded lines',
    decode: (text) => text.replace(/\r?\n[ \t]/g, ''),
  },
} as const satisfies Readonly<Record<string, Decoder>>;

/** Texts that a text may be read as, each under the name of what was undone; the text itself first. */
export function* readings(text: string): Iterable<{ encoding: string; text: string }> {
  const seen = new Set([text]);
  const isNew = (one: string) => seen.size < seen.add(one).size;
  yield { encoding: 'plain text', text };
  const { markup, ...others } = DECODERS;
  for (const { encoding, decode } of Object.values(others)) {
    const decoded = decode(text);
    if (isNew(decoded)) yield { encoding, text: decoded };
  }
  const bare = DECODERS.entities.decode(markup.decode(text));
  if (isNew(bare)) yield { encoding: markup.encoding, text: bare };
  // What was written in one of them and then in another: an address in an attribute, JSON in a script.
  let all = text;
  for (let round = 1; round <= 3; round++) {
    const before = all;
    for (const { decode } of [
      DECODERS.entities,
      DECODERS.address,
      DECODERS.script,
      DECODERS.printable,
    ])
      all = decode(all);
    if (all === before) return;
    if (isNew(all)) yield { encoding: 'several encodings', text: all };
  }
}

function character(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

/** The bytes of `%4B%61`, or of hexadecimal digits without anything before each. */
export function hexBytes(text: string, mark = ''): Uint8Array {
  const digits = mark === '' ? text : text.replaceAll(mark, '');
  return Uint8Array.from({ length: digits.length >> 1 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}

/** Bytes as UTF-8; what is none is read as bytes. */
export function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return latin1(bytes);
  }
}

/** Each byte as one character. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
