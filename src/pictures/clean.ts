import { bytesOf, claimedFormat, type Format, formatOf, toBase64 } from './raster.ts';
import { pictureSize } from './size.ts';
import { cleanSvg } from './svg.ts';

/** A picture or document as pages may have it. */
export interface CleanFile {
  /** An SVG made anew; absent for all else, whose bytes stay. */
  readonly svg?: string;
  /** What of it could have run, fetched or led away, and was left out. */
  readonly left: readonly string[];
}

/** Why a file is not what a page may have. */
export interface PictureFault {
  readonly fault: string;
  readonly isTooLarge?: boolean;
}

/** What a page can be asked to load and a browser to unpack: bytes, and pixels in all and by side. */
const LIMITS = { bytes: 20_000_000, svg: 5_000_000, pixels: 100_000_000, side: 32_767 } as const;

/** Words for a kind of file. */
const NAMES: Readonly<Record<Format, string>> = {
  png: 'a PNG',
  jpeg: 'a JPEG',
  gif: 'a GIF',
  webp: 'a WebP picture',
  avif: 'an AVIF picture',
  svg: 'an SVG',
  pdf: 'a PDF',
};

/** Holds bytes against the kind that their name or media type claims; an SVG is written anew. */
export function cleanFile(bytes: Uint8Array, claimed: Format): CleanFile | PictureFault {
  const format = formatOf(bytes);
  if (format !== claimed) {
    const found = format === undefined ? 'no picture or document' : NAMES[format];
    return { fault: `it says that it is ${NAMES[claimed]}, and is ${found}` };
  }
  const most = claimed === 'svg' ? LIMITS.svg : LIMITS.bytes;
  if (bytes.length > most) return tooLarge(`more than ${most / 1_000_000} MB`);
  const { width = 0, height = 0 } = pictureSize(bytes) ?? {};
  if (
    claimed !== 'svg' &&
    (Math.max(width, height) > LIMITS.side || width * height > LIMITS.pixels)
  )
    return tooLarge(`${width} × ${height} pixels`);
  if (claimed !== 'svg') return { left: [] };
  const text = utf8(bytes);
  return text === undefined ? { fault: 'it is no UTF-8' } : cleanSvg(text);
}

function tooLarge(what: string): PictureFault {
  return { fault: `it has ${what}`, isTooLarge: true };
}

/** An address that holds its picture itself, as a page may have it. */
export interface CleanUri {
  readonly uri: string;
  readonly left: readonly string[];
}

/** The same for `data:` addresses of pictures. */
export function cleanDataUri(uri: string): CleanUri | PictureFault {
  const [, type = '', base64, data = ''] =
    /^data:image\/([\w+.-]+)(?:;(?!base64)[\w=+.-]+)*(;base64)?,([\s\S]*)$/i.exec(uri) ?? [];
  const claimed = claimedFormat(type);
  if (claimed === undefined || claimed === 'pdf') return { fault: 'it is of no known kind' };
  const bytes = base64 === undefined ? new TextEncoder().encode(unescaped(data)) : bytesOf(data);
  const clean = cleanFile(bytes, claimed);
  if ('fault' in clean || clean.svg === undefined)
    return 'fault' in clean ? clean : { uri, left: clean.left };
  const anew = toBase64(new TextEncoder().encode(clean.svg));
  return { uri: `data:image/svg+xml;base64,${anew}`, left: clean.left };
}

function unescaped(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
