/** How the bytes of a text are read: as UTF-8, or byte for byte where they are not UTF-8. */
export type TextEncoding = 'utf8' | 'bytes';

/**
 * The text of a file. Bytes that are no UTF-8 are read as Latin-1, so that every byte survives being
 * written again. A byte order mark stays.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
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
  const parts = text.match(/[\0-\u00FF]+|[^\0-\u00FF]+/g) ?? [];
  return Buffer.concat(
    parts.map((part) => Buffer.from(part, /^[\0-\u00FF]/.test(part) ? 'latin1' : 'utf8')),
  );
}
