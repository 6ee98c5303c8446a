import { formatOf } from './raster.ts';

/** Width and height of a picture, in pixels of CSS. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a PNG, GIF, JPEG, WebP or SVG from its first bytes; nothing for other files, and for an
 * SVG that does not say it.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = sizeIn(bytes, view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

function sizeIn(bytes: Uint8Array, view: DataView): PictureSize | undefined {
  switch (formatOf(bytes)) {
    case 'png':
      if (bytes.length < 24) return undefined;
      return { width: view.getUint32(16), height: view.getUint32(20) };
    case 'gif':
      if (bytes.length < 10) return undefined;
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'jpeg':
      return jpeg(bytes, view);
    case 'webp':
      return webp(bytes, view);
    case 'svg':
      return svg(new TextDecoder().decode(bytes.subarray(0, 8_192)));
    default:
      return undefined;
  }
}

/** Segments are skipped up to the first that starts a frame (ITU-T T.81, B.1.1.3). */
function jpeg(bytes: Uint8Array, view: DataView): PictureSize | undefined {
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** The three kinds of chunk that a file can begin with (RFC 9649). */
function webp(bytes: Uint8Array, view: DataView): PictureSize | undefined {
  if (bytes.length < 30) return undefined;
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
  switch (String.fromCharCode(...bytes.subarray(12, 16))) {
    case 'VP8X':
      return { width: three(24) + 1, height: three(27) + 1 };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    default:
      return undefined;
  }
}

/** `width` and `height` in pixels, else those of the `viewBox`. */
function svg(text: string): PictureSize | undefined {
  const tag = /<svg\b[^>]*>/.exec(text)?.[0];
  if (tag === undefined) return undefined;
  const side = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`).exec(tag)?.[1] ?? 0);
  const [width, height] = [side('width'), side('height')];
  if (width > 0 && height > 0) return { width: Math.round(width), height: Math.round(height) };
  const box = /\sviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(tag);
  return box
    ? { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) }
    : undefined;
}
