/** What undoes compression; the program brings it. Nothing where bytes are not what they seem. */
export interface Unpack {
  readonly gunzip: (bytes: Uint8Array) => Uint8Array | undefined;
  /** With the head of zlib, as PDF and PNG have it. */
  readonly inflate: (bytes: Uint8Array) => Uint8Array | undefined;
  /** Without, as ZIP has it. */
  readonly inflateRaw: (bytes: Uint8Array) => Uint8Array | undefined;
}

/** A file within a file. */
export interface Part {
  /** `pages/index.html`, or what it is of a picture: `tEXt`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The entries of a ZIP archive, by its local heads, so that what its directory hides is found also. */
export function* zipParts(bytes: Uint8Array, unpack: Unpack): Iterable<Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 30 <= bytes.length; ) {
    if (view.getUint32(at, true) !== 0x04034b50) {
      at = nextHead(bytes, at + 1);
      continue;
    }
    const method = view.getUint16(at + 8, true);
    const size = view.getUint32(at + 18, true);
    const [names, extra] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + names));
    const start = at + 30 + names + extra;
    // A size of nothing stands behind the content, which then ends where the next head begins.
    const end = size > 0 ? start + size : nextHead(bytes, start);
    const packed = bytes.subarray(start, end);
    const content = method === 8 ? unpack.inflateRaw(packed) : packed;
    yield { name, bytes: content ?? packed };
    at = Math.max(end, at + 30);
  }
  // Comments and the directory.
  const directory = bytes.findIndex((_, at) => at + 4 <= bytes.length && isDirectory(view, at));
  if (directory >= 0) yield { name: '(directory)', bytes: bytes.subarray(directory) };
}

function isDirectory(view: DataView, at: number): boolean {
  const head = view.getUint32(at, true);
  return head === 0x02014b50 || head === 0x06054b50;
}

function nextHead(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 4 <= bytes.length; at++) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && (bytes[at + 2] ?? 9) < 9) return at;
  }
  return bytes.length;
}

/** The words in a PNG: its chunks of text and of metadata, and what was put behind its end. */
export function* pngParts(bytes: Uint8Array, unpack: Unpack): Iterable<Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const name = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (/^(?:tEXt|zTXt|iTXt|eXIf|iCCP)$/.test(name)) {
      yield { name, bytes: content };
      // The packed part begins behind a name that ends in zeros; where, the kinds do not agree on.
      for (let from = content.indexOf(0); from >= 0 && from < content.length; from++) {
        const unpacked =
          content[from] === 0x78 ? unpack.inflate(content.subarray(from)) : undefined;
        if (unpacked) {
          yield { name, bytes: unpacked };
          break;
        }
      }
    } else if (!/^(?:IHDR|IDAT|PLTE|IEND)$/.test(name)) yield { name, bytes: content };
    at += 12 + length;
    if (name === 'IEND') break;
  }
  if (at < bytes.length) yield { name: '(behind its end)', bytes: bytes.subarray(at) };
}
