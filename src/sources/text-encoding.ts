/**
 * How the bytes of a text are read: as UTF-8, as the UTF-16 that their byte order mark tells, or
 * byte for byte where they are neither.
 */
export type TextEncoding = 'utf8' | 'utf16le' | 'utf16be' | 'bytes';

/**
 * The text of a file. Bytes that are no UTF-8 and no UTF-16 are read as Latin-1, so that every byte
 * survives being written again. A byte order mark stays.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const utf16 = bytes.length % 2 === 0 ? orderOf(bytes) : undefined;
  if (utf16) return { text: fromUtf16(bytes, utf16), encoding: utf16 };
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes), encoding: 'utf8' };
  } catch {
    return { text: Buffer.from(bytes).toString('latin1'), encoding: 'bytes' };
  }
}

/** The bytes of a text, as it was read. What Latin-1 does not have goes in as UTF-8. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf16be') return Buffer.from(text, 'utf16le').swap16();
  const parts = text.match(/[\0-\u00FF]+|[^\0-\u00FF]+/g) ?? [];
  return Buffer.concat(
    parts.map((part) => Buffer.from(part, /^[\0-\u00FF]/.test(part) ? 'latin1' : 'utf8')),
  );
}

function orderOf([first, second]: Uint8Array): 'utf16le' | 'utf16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf16le';
  return first === 0xfe && second === 0xff ? 'utf16be' : undefined;
}

function fromUtf16(bytes: Uint8Array, order: 'utf16le' | 'utf16be'): string {
  const copy = Buffer.from(bytes);
  return (order === 'utf16le' ? copy : copy.swap16()).toString('utf16le');
}
