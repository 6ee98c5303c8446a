import { hexBytes } from './decode.ts';

/** Bytes that a text holds as letters and digits. */
export interface Run {
  readonly encoding: 'base64' | 'hexadecimal';
  readonly bytes: Uint8Array;
  /** Where it begins in the text. */
  readonly start: number;
}

/** As short as five letters in base64. */
const BASE64 = /[A-Za-z0-9+/_-]{7,}(?:\r?\n[ \t]*[A-Za-z0-9+/_-]{4,})*={0,2}/g;
const HEX = /(?:[0-9a-f]{2}[ :]?){5,}/gi;

/**
 * What may be base64 or hexadecimal in a text, decoded. What stands before it may belong to it or not,
 * so that base64 is read from each of its first four characters.
 */
export function* runsIn(text: string): Iterable<Run> {
  for (const { 0: found, index: start } of text.matchAll(BASE64)) {
    const packed = found.replace(/\s+/g, '');
    if (packed.length < 7 || !isMixed(packed)) continue;
    for (let skip = 0; skip < 4; skip++) {
      const bytes = base64Bytes(packed.slice(skip));
      if (bytes) yield { encoding: 'base64', bytes, start: start + skip };
    }
  }
  for (const { 0: found, index: start } of text.matchAll(HEX)) {
    const packed = found.replace(/[ :]/g, '');
    if (!/[2-7]/.test(packed)) continue;
    for (const skip of [0, 1])
      yield { encoding: 'hexadecimal', bytes: hexBytes(packed.slice(skip)), start: start + skip };
  }
}

/** Words are not base64: that has small and capital letters in no order. */
function isMixed(text: string): boolean {
  return /[a-z0-9][A-Z]/.test(text) && /[A-Z]{2}|[A-Z][0-9]|[a-z][A-Z].*[a-z][A-Z]/.test(text);
}

function base64Bytes(text: string): Uint8Array | undefined {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const whole = plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0));
  if (whole.length < 6) return undefined;
  try {
    const decoded = atob(whole);
    return Uint8Array.from(decoded, (one) => one.charCodeAt(0));
  } catch {
    return undefined;
  }
}
