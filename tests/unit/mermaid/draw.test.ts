import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { createTextMeasure } from '#layout/measure/text.ts';
import { boxInDrawing, boxOf } from '#mermaid/draw/boxes.ts';
import { isPresentation, markupOf } from '#mermaid/draw/markup.ts';
import { readStyles } from '#mermaid/draw/styles.ts';
import { textBoxes } from '#mermaid/draw/text-boxes.ts';

/** An SVG of a text, in a document of its own. */
function svgOf(body: string): Element {
  const { document } = new Window();
  document.body.innerHTML = `<svg id="m">${body}</svg>`;
  return document.querySelector('svg') as unknown as Element;
}

function at(root: Element, selector: string): Element {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`The fixture has no ${selector}.`);
  return element;
}

const measure = createTextMeasure();
const plain = readStyles('', isPresentation);
const texts = textBoxes(() => plain, measure);
const rounded = (box: object) =>
  Object.values(box).map((value) => Math.round((value as number) * 10) / 10);

describe('the box around', () => {
  it.each([
    ['a rectangle', '<rect x="1" y="2" width="3" height="4"/>', [1, 2, 3, 4]],
    ['a circle', '<circle cx="10" cy="10" r="4"/>', [6, 6, 8, 8]],
    ['a polygon', '<polygon points="0,0 10,-5 4,9"/>', [0, -5, 10, 14]],
    ['lines of a path', '<path d="M1 1h9v5H4z"/>', [1, 1, 9, 5]],
    ['a curve, not its handles', '<path d="M0,0C0,40,100,40,100,0"/>', [0, 0, 100, 30]],
    ['an arc', '<path d="M0 0a10 10 0 0 1 20 0"/>', [0, -10, 20, 10]],
    ['an arc written without gaps', '<path d="M0 0a10 10 0 0120 0"/>', [0, -10, 20, 10]],
    ['a mirrored curve', '<path d="M0 0Q5 10 10 0T20 0"/>', [0, -5, 20, 10]],
    ['nothing', '', [0, 0, 0, 0]],
    [
      'what is shifted',
      '<g transform="translate(5, 6) scale(2)"><rect width="2" height="1"/></g>',
      [5, 6, 4, 2],
    ],
    ['what is turned', '<g transform="rotate(90)"><rect width="4" height="2"/></g>', [-2, 0, 2, 4]],
    [
      'what is drawn, not what is defined',
      '<defs><rect width="99" height="99"/></defs><rect width="1" height="1"/>',
      [0, 0, 1, 1],
    ],
  ])('%s', (_, body, expected) => {
    expect(rounded(boxOf(svgOf(body), texts))).toEqual(expected);
  });

  it('an element, in its own place and in that of the drawing', () => {
    const root = svgOf('<g transform="translate(10,20)"><rect x="1" width="2" height="2"/></g>');
    expect(rounded(boxOf(at(root, 'rect'), texts))).toEqual([1, 0, 2, 2]);
    expect(rounded(boxInDrawing(at(root, 'rect'), texts))).toEqual([11, 20, 2, 2]);
  });

  it('words, by the metrics of our font and where they are anchored', () => {
    const width = measure.width('Orders', { size: 14, weight: 400 });
    const root = svgOf('<text x="100" y="50" font-size="14" text-anchor="middle">Orders</text>');
    const box = boxOf(at(root, 'text'), texts);
    expect(box.width).toBe(width);
    expect(box.x).toBe(100 - width / 2);
    expect(box.y + box.height).toBeCloseTo(50 + 14 * 0.21);
    expect(texts.length(at(root, 'text'))).toBe(width);
  });

  it('lines of words below one another', () => {
    const line = '<tspan x="0" dy="1em">Orders</tspan>';
    const root = svgOf(`<text font-size="10">${line}${line}</text>`);
    expect(boxOf(at(root, 'text'), texts).height).toBeCloseTo(10 + 10 * (0.878 + 0.21));
  });
});

describe('the styles of an element', () => {
  const css =
    '#m .a{fill:red;stroke:blue!important;}#m rect{fill:green;}#m .a:hover{fill:pink;}@keyframes k{from{fill:black;}}#m .b text,#m .c>text{font-size:12px;}';
  const styles = readStyles(css, isPresentation);

  it('are by rank, then by place; an important one stands above the attribute', () => {
    const root = svgOf('<rect class="a" style="stroke: none" fill="white"/><rect fill="white"/>');
    expect(Object.fromEntries(styles.own(at(root, '.a')))).toEqual({ fill: 'red', stroke: 'blue' });
    expect(styles.own(at(root, 'rect:not(.a)')).get('fill')).toBe('green');
  });

  it('are inherited', () => {
    const root = svgOf('<g class="b"><g><text><tspan>x</tspan></text></g></g>');
    expect(styles.inherited(at(root, 'tspan'), 'font-size')).toBe('12px');
    expect(styles.inherited(at(root, 'tspan'), 'opacity')).toBeUndefined();
  });
});

describe('markup', () => {
  const write = (body: string, css = '') => markupOf(svgOf(body), readStyles(css, isPresentation));

  it.each([
    ['a script', '<rect width="1"/><script>alert(1)</script>'],
    ['a handler', '<rect width="1" onclick="alert(1)"/>'],
    ['a link', '<a href="javascript:alert(1)"><rect width="1"/></a>'],
    ['HTML', '<foreignObject><img src="x" onerror="alert(1)"></foreignObject><rect width="1"/>'],
    ['a picture', '<image href="https://example.org/x.png"/><rect width="1"/>'],
    ['a use of another file', '<use href="https://example.org/x.svg#a"/><rect width="1"/>'],
    ['a style that fetches', '<rect width="1" style="fill: url(https://example.org/x)"/>'],
    ['a style that hides it', '<rect width="1" style="fill: u\\72l(https://example.org/x)"/>'],
    ['an animation', '<rect width="1"/><animate attributeName="href" to="javascript:1"/>'],
  ])('leaves out %s', (_, body) => {
    const written = write(body);
    expect(written).not.toMatch(/alert|javascript|example\.org|on\w+=|72l/);
    expect(written).toContain('<rect width="1"');
  });

  it('keeps pointers into the picture, and ids that are pointed to', () => {
    const body =
      '<defs><marker id="h"><path d="M0 0"/></marker></defs><path id="p" d="M0 0" marker-end="url(https://x/y#h)"/>';
    expect(write(body)).toBe(
      '<svg><defs><marker id="h"><path d="M0 0"/></marker></defs><path d="M0 0" marker-end="url(#h)"/></svg>',
    );
  });

  it('writes styles as attributes, and leaves out what is not shown', () => {
    const css = '#m .x{fill:currentColor;color:#123456;stroke-width:2px;}#m .y{display:none;}';
    expect(write('<rect class="x" width="1.23456"/><rect class="y"/>', css)).toBe(
      '<svg><rect width="1.23" fill="#123456" stroke-width="2"/></svg>',
    );
  });

  it('turns around the origin that a style names', () => {
    const css = '#m .t{transform:rotate(45deg) scale(0.8);}';
    expect(write('<rect class="t" width="1" transform-origin="5px 6px"/>', css)).toContain(
      'transform="translate(5,6) rotate(45) scale(0.8) translate(-5,-6)"',
    );
  });
});
