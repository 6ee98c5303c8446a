import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Unpack } from '#confidential/leaks/unpack.ts';

/** More than a site has in one file; what unpacks to more is taken for a bomb, and is not read. */
const MOST = 512 * 1024 * 1024;

/** Undoes compression with zlib, as far as bytes go: of what is cut off, what can be read is. */
export const UNPACK: Unpack = {
  gunzip: (bytes) => attempt(() => gunzipSync(bytes, LIMITS)),
  inflate: (bytes) => attempt(() => inflateSync(bytes, LIMITS)),
  inflateRaw: (bytes) => attempt(() => inflateRawSync(bytes, LIMITS)),
};

/** Z_SYNC_FLUSH: no end is due. */
const LIMITS = { maxOutputLength: MOST, finishFlush: 2 };

function attempt(unpack: () => Buffer): Uint8Array | undefined {
  try {
    return unpack();
  } catch {
    return undefined;
  }
}
