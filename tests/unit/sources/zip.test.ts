import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ZIP_COMMENT, type ZipEntry, zip } from '#sources/zip.ts';

/** The files of an archive as its directory has them. */
function unzip(archive: Buffer): ZipEntry[] {
  const end = archive.length - ZIP_COMMENT.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [letters, local] = [archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)];
    const name = archive.toString('utf8', at + 46, at + 46 + letters);
    const start = local + 30 + archive.readUInt16LE(local + 26);
    expect(archive.toString('utf8', local + 30, start)).toBe(name);
    const data = archive.subarray(start, start + size);
    at += 46 + letters;
    return { name, content: method === 8 ? inflateRawSync(data) : data };
  });
}

it('holds every file as it was, sorted by name', () => {
  const file = fc.record({
    name: fc.stringMatching(/^[a-zäß/]{1,20}(?:\.png|\.html)?$/),
    content: fc.uint8Array({ maxLength: 2000 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: ({ name }) => name }), (files) => {
      const found = unzip(zip(files));
      expect(found.map(({ name }) => name)).toEqual(files.map(({ name }) => name).toSorted());
      for (const { name, content } of found) {
        const given = files.find((one) => one.name === name)?.content ?? new Uint8Array();
        expect(Buffer.compare(content, given)).toBe(0);
      }
    }),
  );
});

it('is the same in whichever order the files come', () => {
  const files = ['b.html', 'a.html', 'c/d.html'].map((name) => ({
    name,
    content: Buffer.from(name),
  }));
  expect(zip(files).equals(zip(files.toReversed()))).toBe(true);
});
