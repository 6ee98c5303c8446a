import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSvg } from '#pictures/svg.ts';
import { anyText } from '../../support/hostile.ts';

const NS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inner: string, more = '') => `<svg ${NS}${more}>${inner}</svg>`;

function clean(text: string) {
  const found = cleanSvg(text);
  if ('fault' in found) throw new Error(found.fault);
  return found;
}

function faultOf(text: string): string | undefined {
  const found = cleanSvg(text);
  return 'fault' in found ? found.fault : undefined;
}

/** What a clean picture never has, whatever it was made of. */
const NEVER =
  /<(?:script|foreignObject|iframe|a|set|animate|handler|feImage|!|\?)|\son\w+=|(?:java|vb)script:|https?:(?!\/\/www\.w3\.org\/2000\/svg")|@import|expression\(|data:(?!image\/(?:png|jpe?g|gif|webp)|font\/)/i;

describe('what a picture is without', () => {
  it.each<[string, string, string]>([
    ['a script', '<script>alert(1)</script>', '`<script>`'],
    [
      'a script of another prefix',
      `<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>`,
      '`<script>`',
    ],
    ['an event handler', '<g onload="alert(1)"><path d="M0 0"/></g>', '`onload`'],
    ['a handler in capitals', '<g ONCLICK="alert(1)"/>', '`ONCLICK`'],
    ['a foreign object', '<foreignObject><p>x</p></foreignObject>', '`<foreignObject>`'],
    [
      'markup of HTML',
      '<g><h:script xmlns:h="http://www.w3.org/1999/xhtml">x</h:script></g>',
      'markup of HTML',
    ],
    [
      'a picture from elsewhere',
      '<image href="https://evil.example/x.png"/>',
      '`href` of `<image>`',
    ],
    ['one by the old name', '<image xlink:href="//evil.example/x"/>', '`href` of `<image>`'],
    [
      'one of another prefix',
      '<image xmlns:k="http://www.w3.org/1999/xlink" k:href="http://e.x/"/>',
      '`href` of `<image>`',
    ],
    [
      'an SVG in an SVG',
      '<image href="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4="/>',
      '`href` of `<image>`',
    ],
    [
      'a picture that is none',
      '<image href="data:image/png;base64,PHN2Zz4="/>',
      '`href` of `<image>`',
    ],
    ['a copy from elsewhere', '<use href="other.svg#x"/>', '`href` of `<use>`'],
    ['a copy from data', '<use href="data:image/svg+xml,x#x"/>', '`href` of `<use>`'],
    ['an animation of a link', '<set attributeName="href" to="javascript:alert(1)"/>', '`<set>`'],
    ['a filter that fetches', '<filter><feImage href="https://e.x/"/></filter>', '`<feImage>`'],
    ['a fill from elsewhere', '<rect fill="url(https://e.x/#a)"/>', '`fill` of `<rect>`'],
    ['a fill from elsewhere in a style', '<rect style="fill:url(//e.x/#a)"/>', '`fill` of a style'],
    ['an escape in a style', '<rect style="fill:u\\72l(//e.x)"/>', '`fill` of a style'],
    ['an imported style', '<style>@import "https://e.x/";</style>', '`@import`'],
    ['an imported style by name', '<style>@import url(//e.x);</style>', '`@import`'],
    [
      'a font from elsewhere',
      '<style>@font-face{src:url(https://e.x/f)}</style>',
      'a font from elsewhere',
    ],
    [
      'a picture in a style sheet',
      '<style>rect{fill:url(https://e.x/#a)}</style>',
      '`fill` of a style',
    ],
    ['a set of pictures', '<rect style="mask:image-set(&quot;x&quot; 1x)"/>', '`mask` of a style'],
    ['a hidden style', '<style>/**/@imp/**/ort "x";rect{fill:red}</style>', '`@imp`'],
    ['a frame', '<iframe src="https://e.x"/>', '`<iframe>`'],
  ])('%s', (_, inner, left) => {
    const found = clean(svg(inner));
    expect(found.left).toContain(left);
    expect(found.svg).not.toMatch(NEVER);
  });

  it('a link, whose words and shapes stay', () => {
    const { svg: made, left } = clean(svg('<a href="javascript:alert(1)"><text>x</text></a>'));
    expect(made).toBe(svg('<text>x</text>'));
    expect(left).toEqual([]);
  });

  it('what editors leave behind, without a word', () => {
    const text = `<?xml version="1.0"?><!-- made by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg ${NS} xmlns:ink="http://ink.example" viewBox="0 0 4 4" ink:version="1"><metadata><x/></metadata><ink:page/><path d="M0 0h4"/></svg>`;
    expect(clean(text)).toEqual({
      svg: `<svg ${NS} viewBox="0 0 4 4"><path d="M0 0h4"/></svg>`,
      left: [],
    });
  });
});

describe('what a picture keeps', () => {
  it.each([
    [
      'gradients',
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect fill="url(#g)" width="1"/>',
    ],
    ['words', '<text x="1" font-family="Arial, &quot;Any Sans&quot;">a &lt; b &amp; c</text>'],
    ['copies', '<defs><path id="p" d="M0 0"/></defs><use href="#p" x="2"/>'],
    [
      'filters',
      '<filter id="f"><feGaussianBlur in="SourceAlpha" stdDeviation="2"/></filter><g filter="url(#f)"/>',
    ],
    ['styles', '<style>.a{fill:red;stroke:var(--x, #fff)}</style><path class="a" d="M0 0"/>'],
    ['dark mode', '<style>@media (prefers-color-scheme: dark){.a{fill:#fff}}</style>'],
    [
      'a font of its own',
      "<style>@font-face{font-family:'A';src:url(data:font/woff2;base64,d09G)}</style>".replaceAll(
        "'",
        "'",
      ),
    ],
    ['transforms', '<g transform="translate(1 2) rotate(45)"/>'],
    ['names', '<title>A</title><desc>B</desc><g role="img" aria-label="x" data-id="1"/>'],
  ])('%s', (_, inner) => {
    expect(clean(svg(inner))).toEqual({ svg: svg(inner), left: [] });
  });

  it('links within it by their old name', () => {
    const text = svg(
      '<path id="p" d="M0 0"/><use xlink:href="#p"/>',
      ' xmlns:xlink="http://www.w3.org/1999/xlink"',
    );
    expect(clean(text).svg).toBe(svg('<path id="p" d="M0 0"/><use href="#p"/>'));
  });
});

describe('what is no picture', () => {
  const bomb = Array.from(
    { length: 9 },
    (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`,
  );
  it.each<[string, string, RegExp]>([
    ['HTML', '<html><body/></html>', /root is `<html>`/],
    [
      'HTML that calls itself SVG',
      '<svg xmlns="http://www.w3.org/1999/xhtml"><script/></svg>',
      /\broot\b/,
    ],
    ['nothing', '', /nothing in it/],
    ['words', 'picture', /words stand outside/],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<text>&a;</text>')}`, /document type/],
    [
      'an entity from elsewhere',
      `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('&a;')}`,
      /document type/,
    ],
    ['an unknown entity', svg('<text>&nbsp;</text>'), /entity/],
    ['an attribute twice', svg('<rect x="1" x="2"/>'), /attributes/],
    ['an attribute without quotes', svg('<rect x=1/>'), /well-formed/],
    ['an element without an end', `<svg ${NS}><g></svg>`, /closes nothing/],
    ['two roots', svg('') + svg(''), /two roots/],
    ['a comment without an end', `${svg('')}<!--`, /no end/],
    ['a NUL', svg('<text>\0</text>'), /forbids/],
    [
      'copies without end',
      svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
      /without end/,
    ],
    [
      'a bomb of copies',
      svg(`<path id="l0" d="M0 0"/>${bomb.join('')}<use href="#l9"/>`),
      /without end/,
    ],
    ['a pit', svg('<g>'.repeat(5_000) + '</g>'.repeat(5_000)), /too deep/],
  ])('%s', (_, text, fault) => {
    expect(faultOf(text)).toMatch(fault);
  });
});

describe('whatever is in it', () => {
  it('gives a clean picture or a fault, and a clean picture stays as it is', () => {
    const part = fc.oneof(
      anyText,
      fc.constantFrom(
        '<g>',
        '</g>',
        '<script>',
        '<style>',
        '</style>',
        '<![CDATA[',
        ']]>',
        '<use href="',
        '"/>',
        ' onload="',
        'url(',
        '@import',
        '&#x3c;',
        '&lt;',
        "<a xlink:href='",
        "'>",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const found = cleanSvg(svg(parts.join('')));
        if ('fault' in found) return;
        const tags = found.svg.replace(/>[^<]*</g, '><').replace(/"[^"]*"/g, '""');
        expect(tags).not.toMatch(/<(?:script|foreignObject|a|!|\?)|\son\w+=/i);
        expect(clean(found.svg)).toEqual({ svg: found.svg, left: [] });
      }),
    );
  });
});
