import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LANGUAGES } from '#portfolio/code-languages.ts';
import { codePieces } from '#portfolio/highlight.ts';
import { anyText } from '../../support/hostile.ts';

/** Only what is told apart: `kind text`. */
const marked = (code: string, language: string) =>
  (codePieces(code, language) ?? []).flatMap(({ text, kind }) => (kind ? [`${kind} ${text}`] : []));

describe('a piece of code', () => {
  it.each<[string, string, string[]]>([
    ['ts', "const a = 'x'; // y", ['key const', "string 'x'", 'comment // y']],
    ['TypeScript', 'returned', []],
    ['js', '`a\n$b` /* c\nd', ['string `a\n$b`', 'comment /* c\nd']],
    ['java', '"a \\" b" final', ['string "a \\" b"', 'key final']],
    ['rust', "fn f<'a>(x: &'a str) { 'c' }", ['key fn', "string 'c'"]],
    ['python', '"""a\n# b"""\n# c', ['string """a\n# b"""', 'comment # c']],
    ['bash', 'echo $# "# a" a#b # c', ['string "# a"', 'comment # c']],
    ['sql', "SELECT 'it''s' -- x", ['key SELECT', "string 'it''s'", 'comment -- x']],
    [
      'yaml',
      'a: 1\n- b-c: "x" # y\nurl: http://z',
      ['key a', 'key b-c', 'string "x"', 'comment # y', 'key url'],
    ],
    ['toml', '[a.b]\nc = "d" # e', ['key [a.b]', 'key c', 'string "d"', 'comment # e']],
    ['json', '{"a": "b", "c": true}', ['key "a"', 'string "b"', 'key "c"', 'key true']],
    ['xml', '<!-- x --><a b="c">if</a>', ['comment <!-- x -->', 'key a', 'string "c"', 'key a']],
    ['css', '@media x { color: red; }', ['key @media', 'key color']],
    ['diff', '--- a\n+++ b\n@@ 1 @@\n-c\n+d\n e', ['comment @@ 1 @@', 'comment -c', 'key +d']],
    ['dockerfile', 'FROM node # x\nRUN npm ci', ['key FROM', 'comment # x', 'key RUN']],
    [
      'dsl',
      'shop = softwareSystem "Shop" // x',
      ['key softwareSystem', 'string "Shop"', 'comment // x'],
    ],
  ])('in %s: %j', (language, code, pieces) => {
    expect(marked(code, language)).toEqual(pieces);
  });

  it('is left alone where its language is not known', () => {
    expect(codePieces('a', 'text')).toBeUndefined();
    expect(codePieces('a', '')).toBeUndefined();
  });

  it('is whole whatever it holds', () => {
    const languages = [...CODE_LANGUAGES.keys()];
    fc.assert(
      fc.property(anyText, fc.constantFrom(...languages), (code, language) => {
        const pieces = codePieces(code, language) ?? [];
        expect(pieces.map(({ text }) => text).join('')).toBe(code);
        expect(pieces.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });
});
