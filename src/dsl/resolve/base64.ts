const ALPHABET = new TextEncoder().encode(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
);
const PADDING = 61;

/** Bytes as base64, without Node's Buffer. */
export function toBase64(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const a = bytes[at] ?? 0;
    const b = bytes[at + 1] ?? 0;
    const c = bytes[at + 2] ?? 0;
    out[to++] = ALPHABET[a >> 2] ?? 0;
    out[to++] = ALPHABET[((a & 3) << 4) | (b >> 4)] ?? 0;
    out[to++] = at + 1 < bytes.length ? (ALPHABET[((b & 15) << 2) | (c >> 6)] ?? 0) : PADDING;
    out[to++] = at + 2 < bytes.length ? (ALPHABET[c & 63] ?? 0) : PADDING;
  }
  return new TextDecoder().decode(out);
}
