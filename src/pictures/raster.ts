/** Kinds of file that a page may show or lead to. */
export type Format = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'svg' | 'pdf';

/** The kind that a file is by its first bytes (what its name says is a claim); nothing for others. */
export function formatOf(bytes: Uint8Array): Format | undefined {
  const head = latin(bytes.subarray(0, 16));
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp';
  if (/^[\s\S]{4}ftypavi[fs]/.test(head)) return 'avif';
  if (head.startsWith('%PDF-')) return 'pdf';
  const start = latin(bytes.subarray(0, 4_096))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return start.startsWith('<') ? 'svg' : undefined;
}

const BY_NAME: Readonly<Record<string, Format>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  svg: 'svg',
  'svg+xml': 'svg',
  pdf: 'pdf',
};

/** The kind that an ending of a name, or the second half of a media type, claims. */
export function claimedFormat(word: string): Format | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(BY_NAME, key) ? BY_NAME[key] : undefined;
}

/** Whether an address holds a picture of pixels, and is of the kind that it says. */
export function isRasterUri(address: string): boolean {
  const [, type = '', data = ''] =
    /^data:image\/([\w+.-]+);base64,([\w+/=\s]*)$/i.exec(address) ?? [];
  const claimed = claimedFormat(type);
  if (claimed === undefined || claimed === 'svg' || claimed === 'pdf') return false;
  return formatOf(bytesOf(data.slice(0, 64))) === claimed;
}

/** Base64 as bytes; blanks and what is no Base64 are passed over. */
export function bytesOf(base64: string): Uint8Array {
  const plain = base64.replace(/[^A-Za-z0-9+/]/g, '');
  const whole = plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0));
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Bytes as Base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192) binary += latin(bytes.subarray(at, at + 8_192));
  return btoa(binary);
}
