import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderInline, renderMarkdown, safeAddress } from '#portfolio/markdown.ts';
import { anyText } from '../../support/hostile.ts';

/** Records of the site; everything else leads nowhere. */
const resolve = (address: string) => (address === 'a.md' ? '/adrs/a/' : undefined);
const html = (markdown: string) => renderMarkdown(markdown, { resolve }).trim();

describe('quotation marks of a record', () => {
  it.each([
    ['the shop\'s "first" answer', '<p>the shop’s “first” answer</p>'],
    ["`it's` -- ... ", "<p><code>it's</code> -- ...</p>"],
  ])('are curly but in code, and dashes stay: %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe('HTML in a record', () => {
  it.each([
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a <b onclick="x">b</b> c', '<p>a &lt;b onclick="x"&gt;b&lt;/b&gt; c</p>'],
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['| a |\n| - |\n| <b> |', /<td>&lt;b&gt;<\/td>/],
    ['> <div>x</div>', /<blockquote>\s*&lt;div&gt;x&lt;\/div&gt;\s*<\/blockquote>/],
    ['- <i>x</i>', /<li>&lt;i&gt;x&lt;\/i&gt;<\/li>/],
    ['# <a>', '<h1>&lt;a&gt;</h1>'],
    ['a<br>b', '<p>a&lt;br&gt;b</p>'],
    ['&lt;b&gt; \\<i\\>', '<p>&lt;b&gt; &lt;i&gt;</p>'],
    ['`<b>`', '<p><code>&lt;b&gt;</code></p>'],
    [
      '```html\n<b>\n```',
      '<pre tabindex="0"><code class="language-html">&lt;<span class="code-key">b</span>&gt;\n</code></pre>',
    ],
  ])('is shown as text: %j', (markdown, expected) => {
    expect(html(markdown)).toEqual(
      expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    );
  });

  it.each([
    ['<!-- a hint -->', ''],
    ['a <!-- b --> c', '<p>a  c</p>'],
    ['<!--\nlong\n-->\n\ntext', '<p>text</p>'],
    ['- x\n  <!-- y -->', /<li>x\s*<\/li>/],
  ])('is not shown where it is a comment: %j', (markdown, expected) => {
    expect(html(markdown)).toEqual(
      expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    );
  });

  it('never gets out, whatever the text', () => {
    const piece = fc.oneof(
      anyText,
      fc.constantFrom(
        '<',
        '>',
        '"',
        '](',
        '![',
        '[x](',
        ')',
        '`',
        '|',
        '\n\n',
        '- ',
        '> ',
        '<!--',
        '-->',
        'javascript:',
        '\\',
        '&#106;',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const out = html(pieces.join(''));
        const tags = [...out.matchAll(/<\/?([a-z][\w-]*)([^>]*)>/gi)];
        for (const [, name = '', attributes = ''] of tags) {
          expect(name).toMatch(
            /^(a|blockquote|br|code|del|div|em|h[1-6]|hr|img|li|ol|p|pre|section|span|strong|sup|table|tbody|td|th|thead|tr|ul)$/,
          );
          expect(attributes).not.toMatch(/\son\w+=|style=|srcset=/);
          const [, address] = /(?:href|src)="([^"]*)"/.exec(attributes) ?? [];
          if (address !== undefined) expect(address).toMatch(/^(https?:|mailto:|#|\/adrs\/)/i);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('links of a record', () => {
  it.each([
    ['[x](https://example.org/a)', '<a href="https://example.org/a">x</a>'],
    ['[x](HTTP://example.org)', '<a href="HTTP://example.org">x</a>'],
    ['[x](mailto:a@example.org)', '<a href="mailto:a@example.org">x</a>'],
    ['[x](#section)', '<a href="#section">x</a>'],
    ['[x](a.md)', '<a href="/adrs/a/">x</a>'],
    ['[x](a.md "title")', '<a href="/adrs/a/" title="title">x</a>'],
    ['<https://example.org>', '<a href="https://example.org">https://example.org</a>'],
    ['[x](b.md)', '<a>x</a>'],
    ['[x](javascript:alert(1))', '<a>x</a>'],
    ['[x](JaVaScRiPt:alert)', '<a>x</a>'],
    ['[x](&#106;avascript:alert)', '<a>x</a>'],
    ['[x](<java\tscript:alert>)', '<a>x</a>'],
    ['[x](<java\u0001script:alert>)', '<a>x</a>'],
    ['[x](data:text/html,x)', '<a>x</a>'],
    ['[x](vbscript:x)', '<a>x</a>'],
    ['[x](ftp://example.org)', '<a>x</a>'],
    ['[x](//example.org)', '<a>x</a>'],
    ['[x](/\\example.org)', '<a>x</a>'],
    ['[x][1]\n\n[1]: javascript:x', '<a>x</a>'],
    ['<javascript:x>', '<a>javascript:x</a>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`);
  });

  it.each([
    ['https://example.org', 'https://example.org'],
    ['#a', '#a'],
    [' https://example.org', ' https://example.org'],
    ['\u0000https://example.org', '\u0000https://example.org'],
    ['\u0001javascript:x', undefined],
    ['java\nscript:x', undefined],
    ['a.md', '/adrs/a/'],
    ['', undefined],
    [':x', undefined],
  ])('safeAddress(%j) is %j', (address, expected) => {
    expect(safeAddress(address, resolve)).toBe(expected);
  });
});

describe('pictures of a record', () => {
  it.each([
    ['![plan](a.md)', '<p><img src="/adrs/a/" alt="plan" loading="lazy" decoding="async"></p>'],
    ['![plan](https://example.org/p.png)', '<p><a href="https://example.org/p.png">plan</a></p>'],
    [
      '![](https://example.org/p.png)',
      '<p><a href="https://example.org/p.png">https://example.org/p.png</a></p>',
    ],
    [
      '[![build](https://example.org/b.svg)](https://example.org)',
      '<p><a href="https://example.org">build</a></p>',
    ],
    [
      '[*![build](https://example.org/b.svg)*](https://example.org)',
      '<p><a href="https://example.org"><em>build</em></a></p>',
    ],
    ['![plan](plan.png)', '<p>plan</p>'],
    ['![plan](data:image/png;base64,AAAA)', '<p>plan</p>'],
    ['![x](javascript:x)', '<p>x</p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe('the rest of Markdown', () => {
  it('says the alignment of cells by a class: a strict policy allows no style', () => {
    const table = html('| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |');
    expect(table).not.toContain('style');
    expect(
      [...table.matchAll(/<(t[hd])(?: class="([\w-]+)")?>/g)].map(([, cell, side]) => [cell, side]),
    ).toEqual([
      ['th', 'align-left'],
      ['th', 'align-center'],
      ['th', 'align-right'],
      ['th', undefined],
      ['td', 'align-left'],
      ['td', 'align-center'],
      ['td', 'align-right'],
      ['td', undefined],
    ]);
  });

  it('shifts headings, down to the sixth level', () => {
    const shifted = renderMarkdown('# a\n\n## b\n\n##### c', { resolve, shiftHeadings: 2 });
    expect(shifted.trim()).toBe('<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>');
    expect(html('# a')).toBe('<h1>a</h1>');
  });

  it('loses nothing between rules at the top: a piece has no front matter', () => {
    expect(html('---\ntitle: x\n---\n\ntext')).toContain('title: x');
  });

  it('has signs for the boxes of a task list', () => {
    const list = html('- [x] done\n- [ ] open');
    expect(list).toMatch(/☑ done[\s\S]*☐ open/);
    expect(list).not.toContain('<input');
  });
});

describe('renderInline', () => {
  it.each([
    ['a *b* [c](a.md)', 'a <em>b</em> <a href="/adrs/a/">c</a>'],
    ['', ''],
    ['`x`', '<code>x</code>'],
    ['one\n\ntwo', '<p>one</p>\n<p>two</p>'],
    ['- x', '<ul>\n<li>x</li>\n</ul>'],
    ['</p><p>', '&lt;/p&gt;&lt;p&gt;'],
  ])('%j', (markdown, expected) => {
    expect(renderInline(markdown, { resolve })).toBe(expected);
  });
});
