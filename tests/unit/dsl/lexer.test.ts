import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from '#diagnostics/source.ts';
import { parseInteger, split, trim } from '#dsl/lexer/characters.ts';
import { isComment, type LogicalLine, logicalLines, spanIn } from '#dsl/lexer/lines.ts';
import { tokenize, valueOfToken } from '#dsl/lexer/tokens.ts';
import { toBase64 } from '#dsl/resolve/base64.ts';
import { deflateZlib } from '#dsl/resolve/deflate.ts';
import { toHexColor } from '#model/colors.ts';

function lines(text: string): LogicalLine[] {
  let keys = 0;
  return [...logicalLines(new Source('a.dsl', text), '', () => `key${++keys}`)];
}

describe('logical lines', () => {
  it.each([
    ['a\nb\r\nc\rd', ['1 a', '2 b', '3 c', '4 d']],
    ['a \\\n   b\nc', ['2 a b', '3 c']],
    ['a \\\n b \\\n c', ['3 a b \\c'.replace('\\', '')]],
    ['// a \\\nb', ['1 // a \\', '2 b']],
    ['a """\n  x\n    y\n  """\nb', [`4 a "\${key1}"`, '5 b']],
  ])('%j', (text, expected) => {
    expect(
      lines(text).map(({ number, text }) => `${number} ${text.replaceAll(/ +/g, ' ')}`),
    ).toEqual(expected.map((line) => line.replaceAll(/ +/g, ' ')));
  });

  it('keep the indent of a text block beyond that of its first line', () => {
    expect(lines('a """\n  x\n    y\n\n  """')[0]?.textBlock?.value).toBe('x\n  y\n');
  });

  it('know where their characters came from', () => {
    const source = new Source('a.dsl', 'one \\\n   two three');
    const [line] = [...logicalLines(source, '', () => '')];
    const at = line?.text.indexOf('two') ?? 0;
    const span = line && spanIn(line, at, at + 3);
    expect(span && source.text.slice(span.start, span.end)).toBe('two');
  });
});

describe('tokens', () => {
  it.each([
    ['a b\tc', ['a', 'b', 'c']],
    ['a "b c" d', ['a', 'b c', 'd']],
    ['"" x', ['', 'x']],
    ['a "b \\"c\\" d"', ['a', 'b "c" d']],
    ['a "b\\nc"', ['a', 'b\nc']],
    ['a{ }', ['a{', '}']],
    ['  {', ['{']],
    ['"open to the end', ['open to the end']],
  ])('%j', (text, expected) => {
    expect(tokenize(text).map(({ raw }) => valueOfToken(raw))).toEqual(expected);
  });
});

describe('words of the platform that the language was made on', () => {
  it('trim what is at or below a blank, and nothing else', () => {
    expect(trim('\u0000\t a \u0001')).toBe('a');
    expect(trim('\u00A0a\u00A0')).toBe('\u00A0a\u00A0');
  });

  it('split without empty parts at the end', () => {
    expect(split('a,,b,,', ',')).toEqual(['a', '', 'b']);
  });

  it.each([
    ['12', 12],
    ['-3', -3],
    ['+4', 4],
    ['1.5', undefined],
    ['', undefined],
    ['2147483648', undefined],
  ])('integers: %j', (text, expected) => {
    expect(parseInteger(text)).toBe(expected);
  });

  it.each([
    ['// a', true],
    ['  # a', true],
    ['a // b', false],
    ['', false],
  ])('comments: %j', (text, expected) => {
    expect(isComment(text)).toBe(expected);
  });

  it.each([
    ['#ABCDEF', '#abcdef'],
    ['red', '#ff0000'],
    ['Red', '#ff0000'],
    ['#abc', undefined],
    ['nothing', undefined],
  ])('colours: %j', (text, expected) => {
    expect(toHexColor(text)).toBe(expected);
  });
});

describe('encodings of drawings', () => {
  const encode = (text: string) =>
    Buffer.from(deflateZlib(new TextEncoder().encode(text), 9)).toString('hex');

  it.each([
    ['', '78da030000000001'],
    ['a', '78da4b040000620062'],
    ['abcabcabcabcabc', '78da4b4c4a4e4442002df505bf'],
    ['a'.repeat(1_000), '78da4b4c1c05a360140c770000f9d87af8'],
  ])('zlib gives the known bytes (%#)', (text, expected) => {
    expect(encode(text)).toBe(expected);
  });

  it('zlib and base64 can be read by others', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 5_000 }),
        fc.constantFrom(6 as const, 9 as const),
        (bytes, level) => {
          expect(new Uint8Array(inflateSync(deflateZlib(bytes, level)))).toEqual(bytes);
          expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        },
      ),
    );
  });
});
