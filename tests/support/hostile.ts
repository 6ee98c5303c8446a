import fc from 'fast-check';

/** Texts that break what is put together carelessly: markup, quotes, controls, bidi, surrogates. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '&amp; &lt; &#x3c; &',
  ']]> <!-- --> <?xml ?>',
  '{expression} $\u007Btemplate} `tick`',
  '\u0000\u0007\u001B[31m\u009B',
  '\u202Eright to left\u2066\u200F',
  '\uD800 alone \uDFFF',
  '\uFFFE\uFFFF\u{1FFFF}',
  'a\tb\nc\r\nd',
  '../../etc/passwd',
  'javascript:alert(1)',
  '😀 漢字 ไทย עברית',
] as const;

/** Any text at all, hostile ones more often than chance would have it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
);

/** A text as XML can hold it: what it forbids is U+FFFD. */
export function inXml(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
