import { describe, expect, it } from 'vitest';
import { cleanDataUri, cleanFile } from '#pictures/clean.ts';
import { type Format, formatOf } from '#pictures/raster.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const PNG = `\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x07\0\0\0\x05`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';

describe('the kind of a file', () => {
  it.each<[string, Format | undefined]>([
    [PNG, 'png'],
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['GIF89a', 'gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'webp'],
    ['\0\0\0\x1cftypavif', 'avif'],
    ['%PDF-1.7', 'pdf'],
    [`\xef\xbb\xbf\n ${SVG}`, 'svg'],
    ['<html>', 'svg'],
    ['MZ\x90', undefined],
    ['', undefined],
  ])('%j', (text, format) => {
    expect(formatOf(bytes(text))).toBe(format);
  });
});

describe('a file', () => {
  it.each<[string, Uint8Array, Format, RegExp]>([
    ['of another kind', bytes(SVG), 'png', /says that it is a PNG, and is an SVG/],
    ['of no kind', bytes('MZ'), 'jpeg', /is no picture or document/],
    ['with a page in it', bytes('<html><script>1</script></html>'), 'svg', /root is `<html>`/],
    ['with no text in it', bytes('<svg>\xff</svg>'), 'svg', /no UTF-8/],
    [
      'of too many pixels',
      bytes(PNG.replace('\0\0\0\x07', '\0\0\xff\xff')),
      'png',
      /65535 × 5 pixels/,
    ],
    [
      'of too many bytes',
      new Uint8Array([...bytes(SVG), ...new Uint8Array(5_000_001)]),
      'svg',
      /5 MB/,
    ],
  ])('%s is refused', (_, file, claimed, fault) => {
    expect(cleanFile(file, claimed)).toMatchObject({ fault: expect.stringMatching(fault) });
  });

  it('that is what it says stays; an SVG is written anew', () => {
    expect(cleanFile(bytes(PNG), 'png')).toEqual({ left: [] });
    expect(cleanFile(bytes('%PDF-1.7'), 'pdf')).toEqual({ left: [] });
    expect(cleanFile(bytes(SVG.replace('<path', '<script/><path')), 'svg')).toEqual({
      svg: SVG,
      left: ['`<script>`'],
    });
  });
});

describe('an address with a picture in it', () => {
  const anew = `data:image/svg+xml;base64,${btoa(SVG)}`;
  it.each([
    ['in Base64', `data:image/svg+xml;base64,${btoa(SVG)}`],
    ['as text', `data:image/svg+xml;utf8,${SVG}`],
    ['percent-encoded', `data:image/svg+xml,${encodeURIComponent(SVG)}`],
  ])('%s', (_, uri) => {
    expect(cleanDataUri(uri)).toEqual({ uri: anew, left: [] });
  });

  it('that holds something else is refused', () => {
    for (const uri of [
      'data:text/html,<script>alert(1)</script>',
      'data:image/bmp;base64,Qk0=',
      `data:image/png;base64,${btoa(SVG)}`,
      'data:image/svg+xml;base64,!',
      'data:,',
    ])
      expect(cleanDataUri(uri), uri).toHaveProperty('fault');
  });
});
