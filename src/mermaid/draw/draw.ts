import type { Mermaid } from 'mermaid';
import type { TextMeasure } from '#layout/measure/text.ts';
import { type EmbeddedFonts, fontFaces } from '#svg/drawing.ts';
import { attributes, escapeXml } from '#svg/escape.ts';
import type { Theme } from '#svg/palette.ts';
import { boxOf } from './boxes.ts';
import { isPresentation, markupOf } from './markup.ts';
import { settingsFor, withoutHtmlLabels } from './settings.ts';
import { readStyles } from './styles.ts';
import { textBoxes } from './text-boxes.ts';

/** What a diagram is drawn with. */
export interface DrawingTools {
  readonly mermaid: Mermaid;
  readonly document: Document;
  readonly measure: TextMeasure;
  readonly fonts: EmbeddedFonts;
}

/** A picture of a diagram in one theme, a file of its own. */
export interface DrawnPicture {
  readonly svg: string;
  /** Natural size in pixels. */
  readonly width: number;
  readonly height: number;
  /** What the diagram says of itself (`accTitle`, `accDescr`, a title), for who cannot see it. */
  readonly title: string;
  readonly description: string;
}

/** Room around what is drawn, so that strokes and heads are not cut off. */
const MARGIN = 8;

/** Draws a diagram. Throws what Mermaid throws. */
export async function drawDiagram(
  text: string,
  theme: Theme,
  { mermaid, document, measure, fonts }: DrawingTools,
): Promise<DrawnPicture> {
  mermaid.initialize(settingsFor(theme));
  document.body.innerHTML = '';
  const { svg, diagramType } = await mermaid.render('m', withoutHtmlLabels(text));
  const sheets: string[] = [];
  const plain = svg.replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, css: string) => {
    sheets.push(css);
    return '';
  });
  document.body.innerHTML = plain;
  const root = document.body.querySelector('svg');
  if (!root) throw new Error('The diagram came out empty.');
  const styles = readStyles(sheets.join('\n'), isPresentation);
  const texts = textBoxes(() => styles, measure);
  centreLabels(root, (element) => boxOf(element, texts));
  const title = textOf(root, 'title');
  const description = textOf(root, 'desc');
  for (const element of root.querySelectorAll('title, desc')) element.remove();

  const box = boxOf(root, texts);
  const view = {
    x: Math.floor(box.x - MARGIN),
    y: Math.floor(box.y - MARGIN),
    width: Math.ceil(box.width + 2 * MARGIN),
    height: Math.ceil(box.height + 2 * MARGIN),
  };
  return {
    svg: file(markupOf(root, styles), view, title || nameOf(diagramType), fonts),
    width: view.width,
    height: view.height,
    title: title || titleText(root),
    description,
  };
}

/** The root is written anew: what Mermaid says there of width and style is for a page of its own. */
function file(
  markup: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  title: string,
  fonts: EmbeddedFonts,
): string {
  const body = markup.replace(/^<svg[^>]*>|<\/svg>$/g, '');
  const [, inherited = ''] = /^<svg([^>]*)>/.exec(markup) ?? [];
  const [fill = ''] = / fill="[^"]*"/.exec(inherited) ?? [];
  const [size = ''] = / font-size="[^"]*"/.exec(inherited) ?? [];
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    viewBox: `${x} ${y} ${width} ${height}`,
    width,
    height,
    'font-family': "'Archivo 90', Archivo, 'Helvetica Neue', Arial, sans-serif",
  });
  const used = body.includes('font-weight="') ? fonts : { regular: fonts.regular };
  return `<svg${root}${fill}${size}><title>${escapeXml(title)}</title>${fontFaces(used)}${body}</svg>\n`;
}

/** Words of a box that was given a least width stand at its left; they belong in its middle. */
function centreLabels(
  root: Element,
  box: (element: Element) => { x: number; width: number },
): void {
  for (const label of root.querySelectorAll('g.node > g.label')) {
    const among = [...(label.parentElement?.children ?? [])].filter(
      ({ localName }) => localName === 'g',
    );
    if (among.length > 1) continue;
    const transform = label.getAttribute('transform') ?? '';
    const [, across = '0', down = '0'] =
      /translate\(\s*([-\d.e]+)[\s,]+([-\d.e]+)/.exec(transform) ?? [];
    const { x, width } = box(label);
    const off = Number(across) + x + width / 2;
    if (Number(across) >= 0 || width === 0 || Math.abs(off) < 1) continue;
    label.setAttribute('transform', `translate(${Number(across) - off}, ${down})`);
  }
}

function textOf(root: Element, name: string): string {
  return [...root.children].find(({ localName }) => localName === name)?.textContent?.trim() ?? '';
}

/** The title that stands in the picture. */
function titleText(root: Element): string {
  const title = root.querySelector(
    '[class~="titleText"], [class$="TitleText"], [class~="pieTitleText"]',
  );
  return title?.textContent?.trim() ?? '';
}

/** `flowchart-v2` is a flowchart. */
function nameOf(type: string): string {
  return type.replace(/-v\d+$|-elk$|Diagram$/g, '');
}
