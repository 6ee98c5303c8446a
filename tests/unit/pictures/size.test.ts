import { describe, expect, it } from 'vitest';
import { pictureSize } from '#pictures/size.ts';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const riff = (kind: string, body: string) =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, 'latin1'), bytes(body)]);

describe('pictureSize', () => {
  it.each([
    ['PNG', bytes('89504e470d0a1a0a 0000000d 49484452 00000007 00000005'), [7, 5]],
    ['GIF', bytes('474946383961 0700 0500'), [7, 5]],
    ['JPEG', bytes('ffd8 ffe0 0004 0000 ffc0 0011 08 0005 0007 03'), [7, 5]],
    ['JPEG with its frame cut off', bytes('ffd8 ffe0 0004 0000 ffc0 00'), undefined],
    ['WebP, extended', riff('VP8X', '00000000 060000 040000'), [7, 5]],
    ['WebP, lossless', riff('VP8L', '2f 06000100 0000000000'), [7, 5]],
    ['WebP, lossy', riff('VP8 ', '000000 9d012a 0700 0500'), [7, 5]],
    ['SVG', Buffer.from('<?xml?><svg width="7px" height="5" viewBox="0 0 1 1">'), [7, 5]],
    ['SVG by its box', Buffer.from("<svg viewBox='0 0 7.2 5'>"), [7, 5]],
    ['SVG of any size', Buffer.from('<svg width="100%">'), undefined],
    ['PDF', Buffer.from('%PDF-1.7 and so on, much longer than a header'), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('%s', (_, file, size) => {
    const [width, height] = size ?? [];
    expect(pictureSize(file)).toEqual(size && { width, height });
  });
});
