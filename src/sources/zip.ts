import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; its name has `/` between folders. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What ends every archive of ours, so that one of somebody else is not written over. */
export const ZIP_COMMENT = 'Made by Archfolio. The next build replaces this file.';

/** 1 January 1980, the first day that the format knows: an archive says when a portfolio changed by its bytes. */
const DATE = (1 << 5) | 1;
/** Names in UTF-8. */
const FLAGS = 1 << 11;
const VERSION = 20;
/** What is compressed already grows when it is compressed again. */
const PACKED = /\.(?:png|jpe?g|webp|avif|gif|woff2?|zip|pdf)$/i;

/**
 * A ZIP archive (APPNOTE 6.3.10, without ZIP64: up to 65,535 files and 4 GB). Entries are sorted by
 * name and bear one date: the same files give the same bytes with one version of zlib on one kind of
 * processor.
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (sorted.length > 0xffff)
    throw new Error(`${sorted.length} files are too many for an archive.`);
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of sorted) {
    const packed = PACKED.test(name) ? undefined : deflateRawSync(content, { level: 9 });
    const isSmaller = packed !== undefined && packed.length < content.length;
    const data = isSmaller ? packed : Buffer.from(content);
    const names = Buffer.from(name, 'utf8');
    const about = fields([
      ...[
        [2, VERSION],
        [2, FLAGS],
        [2, isSmaller ? 8 : 0],
        [2, 0],
        [2, DATE],
      ],
      ...[
        [4, crc32(content)],
        [4, data.length],
        [4, content.length],
        [2, names.length],
        [2, 0],
      ],
    ]);
    locals.push(fields([[4, 0x04034b50]]), about, names, data);
    directory.push(
      fields([
        [4, 0x02014b50],
        [2, VERSION],
      ]),
      about,
      fields([
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ]),
      names,
    );
    offset += 4 + about.length + names.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  if (offset + size > 0xffff_ffff) throw new Error('The files are too large for an archive.');
  const end = fields([
    ...[
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, sorted.length],
      [2, sorted.length],
    ],
    ...[
      [4, size],
      [4, offset],
      [2, ZIP_COMMENT.length],
    ],
  ]);
  return Buffer.concat([...locals, ...directory, end, Buffer.from(ZIP_COMMENT, 'latin1')]);
}

/** Numbers, each of so many bytes, the lowest first. */
function fields(all: readonly (readonly number[])[]): Buffer {
  const buffer = Buffer.alloc(all.reduce((sum, [bytes = 0]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes = 0, value = 0] of all) {
    buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}
