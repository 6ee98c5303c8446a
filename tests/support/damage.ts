import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What may befall a file of a cache; `other` is one beside it. */
export const DAMAGES: Readonly<
  Record<string, (path: string, random: () => number, other: string) => void>
> = {
  'a bit that turned': (path, random) =>
    change(path, (bytes) => {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return bytes;
    }),
  'some bytes that turned': (path, random) =>
    change(path, (bytes) => {
      for (let count = 0; count < 9; count++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      return bytes;
    }),
  'a torn end': (path, random) =>
    change(path, (bytes) => bytes.subarray(0, Math.floor(random() * bytes.length))),
  'more at its end': (path) => change(path, (bytes) => Buffer.concat([bytes, bytes])),
  'nothing in it': (path) => writeFileSync(path, ''),
  'only zeros': (path) => change(path, (bytes) => bytes.fill(0)),
  'text of somebody else': (path) => writeFileSync(path, '{"version":0,"value":[]}\n'),
  'another one in its place': (path, _random, other) => {
    if (path === other) return;
    renameSync(path, `${path}-aside`);
    renameSync(other, path);
    renameSync(`${path}-aside`, other);
  },
  'a folder in its place': (path) => {
    rmSync(path);
    mkdirSync(path);
  },
  'no file': (path) => rmSync(path),
};

function change(path: string, make: (bytes: Buffer) => Uint8Array): void {
  writeFileSync(path, make(readFileSync(path)));
}
