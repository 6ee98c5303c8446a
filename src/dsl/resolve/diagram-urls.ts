import type { Deflate } from '../options.ts';
import { toBase64 } from './base64.ts';

const PLANTUML = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** PlantUML's own alphabet over raw deflate. */
export function encodeForPlantUml(text: string, deflate: Deflate): string {
  const bytes = deflate(new TextEncoder().encode(text), { level: 9, zlib: false });
  let code = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    for (const six of [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]) {
      code += PLANTUML[six];
    }
  }
  return code;
}

/** Kroki: zlib and URL-safe base64. The reference keeps no more than 2,048 bytes of it. */
export function encodeForKroki(text: string, deflate: Deflate): string {
  const bytes = deflate(new TextEncoder().encode(text), { level: 9, zlib: true });
  return urlSafe(toBase64(bytes.subarray(0, 2048)));
}

/** Mermaid: the text as it is, or a small JSON document around it, compressed. */
export function encodeForMermaid(text: string, deflate: Deflate | undefined): string {
  const encoder = new TextEncoder();
  if (!deflate) return urlSafe(toBase64(encoder.encode(text)));
  const code = text.replaceAll('\n', '\\n').replaceAll('"', '\\"');
  const json = `{ "code":"${code}", "mermaid":{"theme":"default"}}`;
  return `pako:${urlSafe(toBase64(deflate(encoder.encode(json), { level: -1, zlib: true })))}`;
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
