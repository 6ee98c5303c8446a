import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { confidentialProblem } from '../codes.ts';
import { type FoundName, type NameFinder, wordsOf } from '../names.ts';
import { readings, utf8 } from './decode.ts';
import { pdfTexts, UNKNOWN_FONT } from './pdf.ts';
import { runsIn } from './runs.ts';
import { type Part, pngParts, type Unpack, zipParts } from './unpack.ts';

/** A name that can be read in a file. */
export interface Leak {
  /** The file, and the one within it: `site.zip › index.html`. */
  readonly place: string;
  /** How it was written, from the outside to the inside: `gzip, HTML entities`. */
  readonly encoding: string;
  /** What the file reads as. */
  readonly text: string;
  readonly found: FoundName;
}

/** Archives in archives and encodings in encodings are followed so far. */
const DEEPEST = 5;
/** In bytes that are no text, and where any two digits are a letter, shorter names turn up by chance. */
const BY_CHANCE = 5;
const CHANCY: readonly string[] = ['quoted-printable', 'style escapes', 'bytes'];

interface Around {
  readonly place: string;
  readonly encodings: readonly string[];
  readonly depth: number;
  /** What was drawn may have been read through the wrong table. */
  readonly isDrawn?: boolean;
}

/**
 * Every name in a file that can be read, however it is written or packed. A name in the file's own path
 * counts too. Pixels are not read: what a picture shows is looked for where it is drawn.
 */
export function* leaksIn(file: Part, find: NameFinder, unpack: Unpack): Iterable<Leak> {
  for (const reading of readings(file.name)) {
    const [found] = find(reading.text);
    if (!found) continue;
    const { text, encoding } = reading;
    const how = encoding === 'plain text' ? 'the name of the file' : `its name in ${encoding}`;
    yield { place: file.name, encoding: how, text, found };
    break;
  }
  yield* within(file.bytes, { place: file.name, encodings: [], depth: 0 });

  function* within(bytes: Uint8Array, around: Around): Iterable<Leak> {
    if (around.depth > DEEPEST) return;
    const inside = (encoding: string, name?: string): Around => ({
      place: name === undefined ? around.place : `${around.place} › ${name}`,
      encodings: [...around.encodings, encoding],
      depth: around.depth + 1,
    });
    if (startsWith(bytes, [0x1f, 0x8b])) {
      const content = unpack.gunzip(bytes);
      if (content) yield* within(content, inside('gzip'));
    } else if (startsWith(bytes, [0x50, 0x4b, 3, 4])) {
      for (const part of zipParts(bytes, unpack)) {
        const entry = inside('ZIP', part.name);
        yield* inText(part.name, { ...entry, encodings: [...entry.encodings, 'name of an entry'] });
        yield* within(part.bytes, entry);
      }
    } else if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
      for (const { encoding, text } of pdfTexts(bytes, unpack))
        yield* inText(text, { ...inside(encoding), isDrawn: true });
    } else if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) {
      for (const { name, bytes: part } of pngParts(bytes, unpack))
        yield* within(part, inside('PNG', name));
    } else {
      // A head of zlib is also how a text may begin: it is read as both.
      const content = isZlib(bytes) ? unpack.inflate(bytes) : undefined;
      if (content) yield* within(content, inside('zlib'));
      const text = utf8(bytes);
      yield* inText(text, around, isBinary(text));
    }
  }

  /** Each name once for each way in which it stands there more often than in those before. */
  function* inText(text: string, around: Around, isChancy = false): Iterable<Leak> {
    const most = new Map<string, number>();
    for (const reading of isChancy ? [{ encoding: 'bytes', text }] : readings(text)) {
      const all = [...find(reading.text)].filter(
        (found) =>
          !isShort(found) ||
          !(
            CHANCY.includes(reading.encoding) ||
            isInRun(reading.text, found) ||
            around.encodings.includes(UNKNOWN_FONT) ||
            (around.isDrawn && !isShown(reading.text, found))
          ),
      );
      for (const [name, [first]] of Map.groupBy(all, ({ name: one }) => one.name)) {
        const count = all.filter((one) => one.name.name === name).length;
        if (!first || count <= (most.get(name) ?? 0)) continue;
        most.set(name, count);
        const encoding = [...around.encodings, reading.encoding].join(', ');
        yield { place: around.place, encoding, text: reading.text, found: first };
      }
    }
    if (around.depth < DEEPEST && !around.isDrawn) yield* inRuns(text, around);
  }

  function* inRuns(text: string, around: Around): Iterable<Leak> {
    for (const { encoding, bytes } of runsIn(text)) {
      const decoded = utf8(bytes);
      const encodings = [...around.encodings, encoding];
      if (isPacked(bytes) || (bytes.length >= 16 && !isBinary(decoded))) {
        yield* within(bytes, { place: around.place, encodings, depth: around.depth + 1 });
        continue;
      }
      for (const found of find(decoded)) {
        if (isShort(found) && !isShown(decoded, found)) continue;
        yield { place: around.place, encoding: encodings.join(', '), text: decoded, found };
        break;
      }
    }
  }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}

/** RFC 1950: the first two bytes are a multiple of 31. */
function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}

function isPacked(bytes: Uint8Array): boolean {
  const heads = [
    [0x1f, 0x8b, 8],
    [0x50, 0x4b, 3, 4],
    [0x25, 0x50, 0x44, 0x46],
    [0x89, 0x50, 0x4e, 0x47],
  ];
  return heads.some((head) => startsWith(bytes, head));
}

/** Control characters are in no text; the zeros of UTF-16 are. */
function isBinary(text: string): boolean {
  return /(?!\s)\p{Cc}/u.test(text.replaceAll('\0', ''));
}

/** Whether what is around a name is base64, of a font or a picture: it has every short word somewhere. */
function isInRun(text: string, { start, end }: FoundName): boolean {
  const before = /[A-Za-z0-9+/]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const after = /^[A-Za-z0-9+/]*/.exec(text.slice(end, end + 40))?.[0] ?? '';
  return before.length + after.length >= 40;
}

function isShort({ name }: FoundName): boolean {
  return wordsOf(name.name).join('').length < BY_CHANCE;
}

/** Whether what is around a name is text, too. */
function isShown(text: string, { start, end }: FoundName): boolean {
  return /^[\x20-\x7e\s]*$/.test(text.slice(Math.max(0, start - 4), end + 4));
}

/** A leak as an author is told of it. */
export function leakProblem({ place, encoding, text, found }: Leak): Diagnostic {
  const { name, start, end } = found;
  const message = `\`${name.name}\` can still be read here, as ${encoding}.`;
  const hint = `\`${name.entry}\` of aliases.yaml hides it. Write it in the content as the name is written, add the spelling to \`also\`, or take what says it out.`;
  const span = { source: new Source(place, text), start, end };
  return confidentialProblem('name-leak', message, span, { hint });
}
