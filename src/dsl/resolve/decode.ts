/** The reference's message for a text that is not valid in its encoding. */
export const MALFORMED = 'Input length = 1';

/** Names of the encoding in which each byte is the character of that number. */
const LATIN = ['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin1', 'l1'];

/** Bytes as text, a byte order mark included; undefined when they are not valid in the encoding. */
export function decode(bytes: Uint8Array, encoding: string): string | undefined {
  if (LATIN.includes(encoding.toLowerCase())) return latin(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** TextDecoder takes this encoding for Windows-1252, which differs from 128 to 159. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return text;
}

/** Whether TextDecoder knows an encoding. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
