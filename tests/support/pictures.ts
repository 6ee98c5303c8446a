import sharp from 'sharp';

/** A colour channel may be off by this much, of 255: processors round blended edges differently. */
export const LEAST_STEP = 16;
/** One pixel in so many may be off by more: fewer than a letter has in a picture of usual size. */
export const ONE_IN = 20_000;

/** What two pictures of the same thing came to. */
export interface Comparison {
  readonly same: boolean;
  /** What to tell somebody: how many pixels are apart, or which sizes. */
  readonly words: string;
  /** The second picture made pale, with what is apart in red; nothing where the sizes differ. */
  readonly shown?: Buffer;
}

/**
 * Compares two PNGs of a browser: they are the same when they have one size, and when at most one pixel
 * in `ONE_IN` has a channel that is off by more than `LEAST_STEP`.
 */
export async function comparePictures(stored: Buffer, actual: Buffer): Promise<Comparison> {
  const [a, b] = [await pixelsOf(stored), await pixelsOf(actual)];
  const { width, height } = b.info;
  if (a.info.width !== width || a.info.height !== height) {
    const words = `${width} × ${height} px instead of ${a.info.width} × ${a.info.height}`;
    return { same: false, words };
  }
  const apart = a.data.equals(b.data) ? [] : pixelsApart(a.data, b.data);
  const words = `${apart.length} of ${width * height} pixels`;
  if (apart.length <= Math.floor((width * height) / ONE_IN)) return { same: true, words };
  const shown = b.data.map((channel) => 160 + Math.floor(channel / 3));
  for (const pixel of apart) shown.set(RED, pixel * 3);
  return { same: false, words, shown: await pngOf(shown, width, height) };
}

const RED = [214, 0, 32];

/** The places of pixels that have a channel too far off. */
function pixelsApart(a: Buffer, b: Buffer): number[] {
  const apart: number[] = [];
  for (let at = 0; at < a.length; at++) {
    if (Math.abs((a[at] ?? 0) - (b[at] ?? 0)) <= LEAST_STEP) continue;
    apart.push(Math.floor(at / 3));
    at += 2 - (at % 3);
  }
  return apart;
}

/** A PNG as small as it gets without a loss. */
export function smallest(picture: Buffer): Promise<Buffer> {
  return sharp(picture)
    .removeAlpha()
    .png({ compressionLevel: 9, adaptiveFiltering: true, effort: 10 })
    .toBuffer();
}

function pixelsOf(picture: Buffer) {
  return sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

function pngOf(pixels: Uint8Array, width: number, height: number): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
