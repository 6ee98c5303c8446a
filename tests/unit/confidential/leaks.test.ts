import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { leakProblem, leaksIn } from '#confidential/leaks/search.ts';
import { lookAlikes } from '#confidential/letters.ts';
import { type HiddenName, nameFinder } from '#confidential/names.ts';
import { readFace } from '#sources/card-fonts.ts';
import { UNPACK } from '#sources/unpack.ts';
import { zip } from '#sources/zip.ts';

const NAMES: readonly HiddenName[] = [
  { name: 'Brightlane Shop', alias: 'Retail site', entry: 'systems[0]', isCommon: false },
  { name: 'Quellmark', alias: 'Relay', entry: 'products[0]', isCommon: false },
  { name: 'Orders', alias: 'Bookings', entry: 'systems[1]', isCommon: true },
  { name: 'Zoë Müller', alias: 'A person', entry: 'people[0]', isCommon: false },
];
const find = nameFinder(NAMES, lookAlikes());

type Bytes = string | Uint8Array;

function leaks(name: string, content: Bytes) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return [...leaksIn({ name, bytes }, find, UNPACK)];
}

const base64 = (text: Bytes) => Buffer.from(text).toString('base64');
const utf16 = (text: string, bom = true) =>
  Buffer.from(`${bom ? '\uFEFF' : ''}${text}`, 'utf16le').swap16();

/** A PDF of one stream, as a library writes it. */
function pdf(stream: Bytes, head = '', objects = ''): Buffer {
  const content = Buffer.from(stream);
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n${objects}\n4 0 obj\n<< /Length ${content.length} ${head} >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

/** A PDF with words in a part of our own font: numbers of glyphs, kerned. */
function typeset(words: string): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, font: '' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.addPage({ size: [600, 300], margin: 0 });
  document.registerFont('words', readFace('serif-400'));
  document.font('words').fontSize(20).text(words, 10, 10, { lineBreak: false });
  document.end();
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
}

/** A chunk of a PNG; nobody looks at its checksum. */
function png(kind: string, content: Bytes, behind = ''): Buffer {
  const body = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const end = Buffer.from('\0\0\0\0IEND\0\0\0\0', 'latin1');
  const head = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const chunk = [length, Buffer.from(kind), body, Buffer.alloc(4)];
  return Buffer.concat([head, ...chunk, end, Buffer.from(behind)]);
}

const each = (text: string, write: (code: number) => string) =>
  [...text].map((one) => write(one.codePointAt(0) ?? 0)).join('');
const hex = (code: number, digits = 2) => code.toString(16).padStart(digits, '0');

const SHOP = 'systems[0]';
const MARK = 'products[0]';
const PERSON = 'people[0]';
const NAME = 'Brightlane Shop';

/** What is planted: where, what, whose name it is, and how the finding calls the way in which it is written. */
const PLANTED: readonly (readonly [string, string, Bytes | Promise<Bytes>, string, string])[] = [
  ['as it is', 'a/index.html', `<p>${NAME}</p>`, SHOP, 'plain text'],
  ['in capitals', 'index.html', '<p>BRIGHTLANE SHOP</p>', SHOP, 'plain text'],
  ['in small letters', 'rss.xml', '<title>quellmark</title>', MARK, 'plain text'],
  ['with a dash', 'search.js', 'x="brightlane-shop"', SHOP, 'plain text'],
  ['with an underscore', 'portfolio.json', '{"id":"brightlane_shop"}', SHOP, 'plain text'],
  ['with a dot', 'portfolio.json', '{"id":"brightlane.shop.api"}', SHOP, 'plain text'],
  ['with a slash', 'index.html', '<a href="/brightlane/shop/">', SHOP, 'plain text'],
  ['with a space that does not break', 'index.html', 'Brightlane\u00A0Shop', SHOP, 'plain text'],
  ['with a thin space', 'index.html', 'Brightlane\u2009Shop', SHOP, 'plain text'],
  ['with an en dash', 'index.html', 'Brightlane\u2013Shop', SHOP, 'plain text'],
  ['over two lines', 'index.html', '<p>Brightlane\n        Shop</p>', SHOP, 'plain text'],
  ['in camel case', 'app.js', 'const myBrightlaneShopUrl = 1', SHOP, 'plain text'],
  ['in one word', 'x.txt', 'mail@brightlaneshops.example', SHOP, 'plain text'],
  ['before a number', 'x.css', '.quellmark2{}', MARK, 'plain text'],
  ['with a soft hyphen', 'index.html', 'Quell\u00ADmark', MARK, 'plain text'],
  ['with a space of no width', 'index.html', 'Q\u200Bu\u200Bellmark', MARK, 'plain text'],
  ['with a mark of direction', 'index.html', 'Bright\u202Elane Shop', SHOP, 'plain text'],
  ['in full width', 'index.html', 'Ｑｕｅｌｌｍａｒｋ', MARK, 'plain text'],
  ['in mathematical letters', 'index.html', '𝐐𝐮𝐞𝐥𝐥𝐦𝐚𝐫𝐤', MARK, 'plain text'],
  ['in Cyrillic letters', 'index.html', 'Quеllmаrк', MARK, 'plain text'],
  ['in Greek letters', 'index.html', 'Βrightlαne Shοp', SHOP, 'plain text'],
  ['without its accents', 'humans.txt', 'Zoe Muller', PERSON, 'plain text'],
  ['with accents of their own', 'humans.txt', 'Zoe\u0308 Mu\u0308ller', PERSON, 'plain text'],
  ['a common word as it is written', 'index.html', '<b>Orders</b>', 'systems[1]', 'plain text'],
  ['in a comment', 'index.html', '<!-- Quellmark -->', MARK, 'plain text'],
  [
    'in an attribute',
    'index.html',
    '<meta property="og:title" content="Quellmark">',
    MARK,
    'plain text',
  ],
  ['in the name of a file', 'views/brightlane-shop/index.html', '', SHOP, 'the name of the file'],
  ['in its name, as an address', 'views/%51uellmark.svg', '', MARK, 'its name in percent encoding'],
  ['as decimal entities', 'index.html', each(NAME, (code) => `&#${code};`), SHOP, 'HTML entities'],
  [
    'as hexadecimal entities',
    'a.svg',
    each('Quellmark', (code) => `&#x${hex(code)};`),
    MARK,
    'HTML entities',
  ],
  ['with an entity between', 'index.html', 'Brightlane&nbsp;Shop', SHOP, 'HTML entities'],
  ['with an entity in it', 'index.html', 'Quell&shy;mark', MARK, 'HTML entities'],
  [
    'over two elements',
    'a.svg',
    '<tspan>Brightlane</tspan><tspan x="1" dy="2">Shop</tspan>',
    SHOP,
    'text without its markup',
  ],
  ['with a tag in a word', 'index.html', '<b>Quell</b><wbr>mark', MARK, 'text without its markup'],
  ['as an address', 'index.html', '<a href="?q=Brightlane%20Shop">', SHOP, 'percent encoding'],
  [
    'all of it as an address',
    'index.html',
    each('Quellmark', (code) => `%${hex(code)}`),
    MARK,
    'percent encoding',
  ],
  [
    'as an address of an address',
    'index.html',
    '?to=%2525%2551uellmark',
    MARK,
    'several encodings',
  ],
  [
    'in JSON',
    'p.json',
    `"${each('Quellmark', (code) => `\\u${hex(code, 4)}`)}"`,
    MARK,
    'script escapes',
  ],
  ['in a script', 'a.js', each('Quellmark', (code) => `\\x${hex(code)}`), MARK, 'script escapes'],
  [
    'in a script, with braces',
    'a.js',
    each('Quellmark', (code) => `\\u{${hex(code)}}`),
    MARK,
    'script escapes',
  ],
  [
    'in a style sheet',
    'a.css',
    each('Quellmark', (code) => `\\${hex(code)} `),
    MARK,
    'style escapes',
  ],
  [
    'quoted for mail',
    'a.ics',
    each('Quellmark', (code) => `=${hex(code).toUpperCase()}`),
    MARK,
    'quoted-printable',
  ],
  ['broken for mail', 'a.ics', 'Quell=\r\nmark', MARK, 'quoted-printable'],
  ['folded', 'calendar.ics', 'SUMMARY:Quell\r\n mark', MARK, 'folded lines'],
  [
    'in base64',
    'index.html',
    `data:text/plain;base64,${base64(`x ${NAME} x`)}`,
    SHOP,
    'base64, plain text',
  ],
  ['in base64, one byte on', 'a.js', `k="${base64(`1 ${NAME}`)}"`, SHOP, 'base64, plain text'],
  ['in base64, two bytes on', 'a.js', `k="${base64(`12 ${NAME}`)}"`, SHOP, 'base64, plain text'],
  ['in base64 by itself', 'a.js', base64('Quellmark'), MARK, 'base64'],
  ['in base64 behind letters', 'a.js', `abc${base64('the Quellmark')}`, MARK, 'base64'],
  [
    'in base64 of base64',
    'a.txt',
    base64(`see ${base64('see the Quellmark there')}`),
    MARK,
    'base64, base64, plain text',
  ],
  ['in hexadecimal', 'a.txt', Buffer.from('Quellmark').toString('hex'), MARK, 'hexadecimal'],
  [
    'in an entity of an escape',
    'index.html',
    '&quot;\\u0051uellmark&#92;u0020&quot; &#92;u0051uellmark',
    MARK,
    'script escapes',
  ],
  ['in UTF-16', 'a.txt', utf16(NAME), SHOP, 'plain text'],
  ['in UTF-16 of the other end', 'a.txt', Buffer.from(NAME, 'utf16le'), SHOP, 'plain text'],
  ['in gzip', 'sitemap.xml.gz', gzipSync(`<loc>${NAME}</loc>`), SHOP, 'gzip, plain text'],
  ['in gzip, as entities', 'a.gz', gzipSync('Quell&#x6d;ark'), MARK, 'gzip, HTML entities'],
  [
    'in gzip in base64',
    'a.js',
    base64(gzipSync('the Quellmark')),
    MARK,
    'base64, gzip, plain text',
  ],
  ['in zlib', 'a.bin', deflateSync('the Quellmark'), MARK, 'zlib, plain text'],
  [
    'in an archive',
    'o.zip',
    zip([{ name: 'index.html', content: Buffer.from(NAME) }]),
    SHOP,
    'ZIP, plain text',
  ],
  [
    'packed in an archive',
    'o.zip',
    zip([{ name: 'index.html', content: Buffer.from(NAME.repeat(99)) }]),
    SHOP,
    'ZIP, plain text',
  ],
  [
    'in the name of an entry',
    'o.zip',
    zip([{ name: 'quellmark.html', content: Buffer.from('') }]),
    MARK,
    'ZIP, name of an entry, plain text',
  ],
  [
    'in an archive in an archive',
    'o.zip',
    zip([{ name: 'i.zip', content: zip([{ name: 'x', content: Buffer.from(NAME) }]) }]),
    SHOP,
    'ZIP, ZIP, plain text',
  ],
  [
    'in the head of a PDF',
    'a.pdf',
    pdf('', '', '1 0 obj << /Title (Quellmark) >> endobj'),
    MARK,
    'PDF objects, plain text',
  ],
  [
    'in UTF-16 in a PDF',
    'a.pdf',
    pdf('', '', `1 0 obj << /Title <${utf16(NAME).toString('hex')}> >> endobj`),
    SHOP,
    'PDF strings, plain text',
  ],
  [
    'in octal in a PDF',
    'a.pdf',
    pdf('BT (\\121uell\\\nmark) Tj ET'),
    MARK,
    'PDF strings, plain text',
  ],
  [
    'in a packed stream of a PDF',
    'a.pdf',
    pdf(deflateSync('BT (Quellmark) Tj ET'), '/Filter /FlateDecode'),
    MARK,
    'PDF stream, plain text',
  ],
  [
    'kerned in a PDF',
    'a.pdf',
    pdf(deflateSync('[(Quel) 20 (lma) -15 (rk)] TJ'), '/Filter /FlateDecode'),
    MARK,
    'PDF strings, plain text',
  ],
  [
    'as digits in a PDF',
    'a.pdf',
    pdf(`<${Buffer.from('Quellmark').toString('hex')}> Tj`),
    MARK,
    'PDF strings, plain text',
  ],
  [
    'as glyphs of a font in a PDF',
    'a.pdf',
    typeset('We sell in Quellmark every day'),
    MARK,
    'PDF glyphs, plain text',
  ],
  ['as glyphs, two words', 'a.pdf', typeset('The Brightlane Shop'), SHOP, 'PDF glyphs, plain text'],
  ['in the text of a picture', 'a.png', png('tEXt', 'Title\0Quellmark'), MARK, 'PNG, plain text'],
  [
    'packed in the text of a picture',
    'a.png',
    png('zTXt', Buffer.concat([Buffer.from('Title\0\0'), deflateSync('the Quellmark')])),
    MARK,
    'PNG, plain text',
  ],
  ['behind the end of a picture', 'a.png', png('IDAT', '', 'Quellmark'), MARK, 'PNG, plain text'],
];

describe('a name that can still be read', () => {
  it.each(PLANTED)('%s', async (_, name, content, entry, encoding) => {
    const found = leaks(name, await content);
    const said = found.map((leak) => [leak.found.name.entry, leak.encoding]);
    expect(said).toContainEqual([entry, encoding]);
    expect(new Set(said.map(([one]) => one))).toEqual(new Set([entry]));
  });

  it('is planted in more than fifty ways', () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(50);
  });

  it('is told with file, place, encoding and entry', () => {
    const [leak] = leaks('a/index.html', 'first\n<p>the Quell&shy;mark</p>');
    const { code, message, hint, span } = leakProblem(leak ?? expect.unreachable());
    expect([code, span?.source.name, span?.source.positionAt(span.start).line]).toEqual([
      'name-leak',
      'a/index.html',
      2,
    ]);
    expect(message).toContain('HTML entities');
    expect(hint).toContain('products[0]');
  });
});

describe('what is no leak', () => {
  it.each<[string, string, Bytes]>([
    ['other words', 'index.html', '<p>The retail site and its relay</p>'],
    ['a name within a word', 'index.html', 'quellmarking, unquellmark'],
    ['a common word', 'index.html', 'orders, ORDERS, reorders, Ordersome'],
    ['one word of two', 'index.html', 'Brightlane sells in a Shop'],
    ['words far apart', 'index.html', 'Brightlane, which has a Shop'],
    [
      'random bytes',
      'a.woff2',
      Uint8Array.from({ length: 50_000 }, (_, at) => (at * at * 31) >> 3),
    ],
    [
      'random base64',
      'a.js',
      base64(Uint8Array.from({ length: 9000 }, (_, at) => (at * 7919) >> 4)),
    ],
    ['a clean archive', 'o.zip', zip([{ name: 'a', content: Buffer.from('Relay'.repeat(50)) }])],
    ['packed bytes', 'a.gz', gzipSync(deflateRawSync('Relay'.repeat(50)))],
  ])('%s', (_, name, content) => {
    expect(leaks(name, content)).toEqual([]);
  });

  it('a clean PDF in our fonts', async () => {
    expect(leaks('a.pdf', await typeset('The Retail site and its Relay'))).toEqual([]);
  });
});
