import { hexBytes, latin1 } from './decode.ts';
import type { Unpack } from './unpack.ts';

/** A text of a PDF, and in what it was. */
export interface PdfText {
  readonly encoding: string;
  readonly text: string;
}

/** Kerning by more than so many thousandths of the size is a blank. */
const BLANK = -180;

/**
 * Everything that can be read in a PDF (ISO 32000-2): its objects, its streams unpacked, and in both the
 * strings as bytes, as UTF-16, and, where words are drawn as numbers of glyphs, through each table that a
 * font brings for copying text (`ToUnicode`).
 */
export function* pdfTexts(bytes: Uint8Array, unpack: Unpack): Iterable<PdfText> {
  const file = latin1(bytes);
  const streams = [...streamsOf(file, bytes, unpack)];
  const fonts = fontsOf(file, streams);
  const tables = [...fonts.values()].flat();
  const objects = file.replace(/stream\r?\n[\s\S]*?endstream/g, 'stream endstream');
  yield { encoding: 'PDF objects', text: objects };
  for (const text of [objects, ...streams.map((stream) => stream.text)]) {
    if (text !== objects) yield { encoding: 'PDF stream', text };
    const strings = [...stringsOf(text)];
    if (strings.length === 0) continue;
    yield { encoding: 'PDF strings', text: shown(strings, latin1) };
    yield { encoding: 'PDF strings in UTF-16', text: shown(strings, utf16) };
    if (tables.length === 0) continue;
    const most = Math.max(...[...fonts.values()].map(({ length }) => length));
    for (let choice = 0; choice < most; choice++) {
      const glyphs = (one: Uint8Array, font: string) => {
        const own = fonts.get(font);
        return own ? textOfGlyphs(one, own[choice] ?? own[0]) : '\n';
      };
      yield { encoding: 'PDF glyphs', text: shown(strings, glyphs) };
    }
    if (!strings.some((part) => 'bytes' in part && !fonts.has(part.font))) continue;
    for (const table of tables)
      yield {
        encoding: UNKNOWN_FONT,
        text: shown(strings, (one, font) => (fonts.has(font) ? '\n' : textOfGlyphs(one, table))),
      };
  }
}

/** Of glyphs whose font was not found: each table of the file is tried, and most do not fit. */
export const UNKNOWN_FONT = 'PDF glyphs of some font';

/** A stream as it reads once it is unpacked, with the number of its object. */
interface Stream {
  readonly id: string;
  readonly text: string;
}

function* streamsOf(file: string, bytes: Uint8Array, unpack: Unpack): Iterable<Stream> {
  for (const match of file.matchAll(/>>\s*stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = file.indexOf('endstream', start);
    const at = Math.max(0, file.lastIndexOf(' obj', match.index));
    const head = file.slice(at, match.index);
    const [, id = ''] = /(\d+) \d+$/.exec(file.slice(Math.max(0, at - 20), at)) ?? [];
    let content: Uint8Array | undefined = bytes.subarray(start, end < 0 ? undefined : end);
    if (/\/ASCIIHexDecode/.test(head))
      content = hexBytes(latin1(content).replace(/[^0-9a-f]/gi, ''));
    if (/\/ASCII85Decode/.test(head)) content = ascii85(latin1(content));
    if (/\/FlateDecode/.test(head)) content = unpack.inflate(content);
    // Pixels and fonts are not text.
    if (content && !/\/Subtype\s*\/Image|\/FontFile|\/Length1/.test(head))
      yield { id, text: latin1(content) };
  }
}

/** The tables of fonts by the names that pages use: more than one where pages call two fonts alike. */
function fontsOf(file: string, streams: readonly Stream[]): ReadonlyMap<string, GlyphTable[]> {
  const tables = new Map(streams.map(({ id, text }) => [id, glyphTable(text)]));
  const ofFont = new Map<string, GlyphTable>();
  for (const [, id = '', body = ''] of file.matchAll(/(\d+) \d+ obj([\s\S]*?)endobj/g)) {
    const [, named = ''] = /\/ToUnicode\s+(\d+) \d+ R/.exec(body) ?? [];
    const table = tables.get(named);
    if (table && table.size > 0) ofFont.set(id, table);
  }
  const fonts = new Map<string, GlyphTable[]>();
  for (const [, name = '', id = ''] of file.matchAll(/\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R/g)) {
    const table = ofFont.get(id);
    const known = fonts.get(name) ?? [];
    if (table && !known.includes(table)) fonts.set(name, [...known, table]);
  }
  // What no page's resources name can still be used by what lies in packed objects.
  const unnamed = [...tables.values()].filter(
    (table) => table.size > 0 && ![...fonts.values()].flat().includes(table),
  );
  return unnamed.length > 0 ? fonts.set('', unnamed) : fonts;
}

/** A string, or a number between two of one array of `TJ`. */
type Part = { readonly bytes: Uint8Array; readonly font: string } | { readonly gap: string };

function* stringsOf(text: string): Iterable<Part> {
  let isInArray = false;
  let name = '';
  let font = ' ';
  for (let at = 0; at < text.length; at++) {
    const one = text[at];
    if (one === '[') isInArray = true;
    else if (one === ']') {
      isInArray = false;
      yield { gap: '' };
    } else if (one === '(') {
      const { bytes, end } = literal(text, at);
      yield { bytes, font };
      at = end;
    } else if (one === '<' && text[at + 1] === '<') at++;
    else if (one === '<') {
      const end = text.indexOf('>', at);
      const digits = text.slice(at + 1, end < 0 ? undefined : end).replace(/\s+/g, '');
      if (end < 0 || !/^[0-9a-f]*$/i.test(digits)) continue;
      yield { bytes: hexBytes(digits.length % 2 === 0 ? digits : `${digits}0`), font };
      at = end;
    } else if (isInArray && /[-\d]/.test(one ?? '')) {
      const number = /^-?[\d.]+/.exec(text.slice(at, at + 16))?.[0] ?? '-';
      if (Number(number) < BLANK) yield { gap: ' ' };
      at += number.length - 1;
    } else if (one === '/') {
      name = /^[^\s/<>[\]()]*/.exec(text.slice(at + 1, at + 130))?.[0] ?? '';
      at += name.length;
    } else if (/[A-Za-z]/.test(one ?? '')) {
      if (text.startsWith('Tf', at)) font = name;
      // An operator ends what belongs together: a line, a word set by itself.
      if (/^T[fmdDj*J]|^BT|^ET/.test(text.slice(at, at + 2)) && !isInArray) yield { gap: '\n' };
    }
  }
}

function literal(text: string, start: number): { bytes: Uint8Array; end: number } {
  const codes: number[] = [];
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const one = text[at] ?? '';
    if (one === '(' && depth++ === 0) continue;
    if (one === ')' && --depth === 0) break;
    if (one !== '\\') {
      codes.push(one.charCodeAt(0));
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
    if (octal !== undefined) codes.push(Number.parseInt(octal, 8) & 0xff);
    else if (!/[\r\n]/.test(text[at + 1] ?? '')) codes.push(text.charCodeAt(at + 1));
    at += octal?.length ?? 1;
  }
  return { bytes: Uint8Array.from(codes), end: at };
}

function shown(parts: readonly Part[], read: (bytes: Uint8Array, font: string) => string): string {
  return parts.map((part) => ('gap' in part ? part.gap : read(part.bytes, part.font))).join('');
}

function utf16(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
}

type GlyphTable = ReadonlyMap<number, string>;

/** What a `ToUnicode` stream says; empty where a stream is something else. */
function glyphTable(text: string): GlyphTable {
  const table = new Map<number, string>();
  const unicode = (digits: string) =>
    new TextDecoder('utf-16be').decode(hexBytes(digits.replace(/\s+/g, '')));
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of body.matchAll(/<([0-9a-f\s]+)>\s*<([0-9a-f\s]+)>/gi))
      table.set(Number.parseInt(from, 16), unicode(to));
  }
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const rows = body.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f\s]+)>|\[([^\]]*)\])/gi,
    );
    for (const [, from = '', to = '', first, list] of rows) {
      const [low, high] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      const each = [...(list ?? '').matchAll(/<([0-9a-f\s]+)>/gi)].map(([, digits = '']) => digits);
      for (let code = low; code <= Math.min(high, low + 0xffff); code++) {
        const start = first === undefined ? undefined : unicode(first);
        const listed = each[code - low];
        if (start !== undefined) table.set(code, plus(start, code - low));
        else if (listed !== undefined) table.set(code, unicode(listed));
      }
    }
  }
  return table;
}

function plus(text: string, count: number): string {
  const last = text.codePointAt(text.length - 1) ?? 0;
  return text.slice(0, -1) + String.fromCodePoint(last + count);
}

/** Codes of two bytes, as fonts with many glyphs have them; of one where the table has no larger. */
function textOfGlyphs(bytes: Uint8Array, table: GlyphTable = new Map()): string {
  const width = [...table.keys()].some((code) => code > 0xff) || bytes.length % 2 === 0 ? 2 : 1;
  let text = '';
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 2 ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    text += table.get(code) ?? ' ';
  }
  return text;
}

/** Five characters of base 85 are four bytes. */
function ascii85(text: string): Uint8Array {
  const codes: number[] = [];
  const plain = (text.split('~')[0] ?? '').replace(/\s+/g, '').replaceAll('z', '!!!!!');
  for (let at = 0; at < plain.length; at += 5) {
    const part = plain.slice(at, at + 5);
    let value = 0;
    for (const one of part.padEnd(5, 'u')) value = value * 85 + (one.charCodeAt(0) - 33);
    for (let byte = 0; byte < part.length - 1; byte++)
      codes.push(Math.floor(value / 256 ** (3 - byte)) & 0xff);
  }
  return Uint8Array.from(codes);
}
