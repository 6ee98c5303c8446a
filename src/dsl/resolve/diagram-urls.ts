import { toBase64 } from './base64.ts';
import { deflateRaw, deflateZlib } from './deflate.ts';

const PLANTUML = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** PlantUML's own alphabet over raw deflate. */
export function encodeForPlantUml(text: string): string {
  const bytes = deflateRaw(new TextEncoder().encode(text), 9);
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
export function encodeForKroki(text: string): string {
  const bytes = deflateZlib(new TextEncoder().encode(text), 9);
  return urlSafe(toBase64(bytes.subarray(0, 2048)));
}

/** Mermaid: the text as it is, or a small JSON document around it, compressed. */
export function encodeForMermaid(text: string, compress: boolean): string {
  const encoder = new TextEncoder();
  if (!compress) return urlSafe(toBase64(encoder.encode(text)));
  const code = text.replaceAll('\n', '\\n').replaceAll('"', '\\"');
  const json = `{ "code":"${code}", "mermaid":{"theme":"default"}}`;
  return `pako:${urlSafe(toBase64(deflateZlib(encoder.encode(json), 6)))}`;
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
