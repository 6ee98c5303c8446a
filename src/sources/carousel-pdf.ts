import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { sheetMarkup } from '#portfolio/cards/markup.ts';
import type { Item, Setter, Sheet, TextItem } from '#portfolio/cards/sheet.ts';
import { readFace } from './card-fonts.ts';

/** What a PDF says about itself. */
export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  /** A language tag. */
  readonly language: string;
}

/** Of which day files say that they are; none: the same input gives the same bytes. */
const NO_DAY = new Date(0);

/**
 * Pages as a PDF without a browser: words are text in parts of our fonts, drawings are lines. The same
 * pages give the same bytes; but lines in scripts that our fonts do not have are pictures of what the
 * machine makes of them, as on a card.
 */
export async function sheetsPdf(
  sheets: readonly Sheet[],
  info: PdfInfo,
  setter: Setter,
): Promise<Buffer> {
  const { title, author, language } = info;
  const document = new PDFDocument({
    autoFirstPage: false,
    // Its own first font would be looked up and never used.
    font: '',
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: author, CreationDate: NO_DAY },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const known = new Set<string>();
  for (const { width, height, items } of sheets) {
    document.addPage({ size: [width, height], margin: 0 });
    for (const item of items) await paint(document, item, setter, known);
  }
  document.end();
  return await done;
}

type Document = InstanceType<typeof PDFDocument>;

async function paint(
  document: Document,
  item: Item,
  setter: Setter,
  known: Set<string>,
): Promise<void> {
  if (item.kind === 'group') {
    const { clip, x, y, scale, items } = item;
    document.save();
    document.rect(clip.x, clip.y, clip.width, clip.height).clip();
    document.translate(x, y).scale(scale);
    for (const part of items) await paint(document, part, setter, known);
    document.restore();
    return;
  }
  document.save();
  document.opacity(item.opacity ?? 1);
  if (item.kind === 'text' && setter.lacks(item.text)) await paintForeign(document, item, setter);
  else if (item.kind === 'text') {
    const { text, face, size, fill, anchor = 'start' } = item;
    if (!known.has(face)) document.registerFont(face, readFace(face));
    known.add(face);
    const words = setter.known(text);
    const width = anchor === 'start' ? 0 : setter.width(words, face, size);
    const left = item.x - (anchor === 'middle' ? width / 2 : width);
    document.font(face).fontSize(size).fillColor(fill);
    document.text(words, left, item.y, { lineBreak: false, baseline: 'alphabetic' });
  } else {
    if (item.kind === 'path') document.path(item.d);
    else if (item.radius === undefined) document.rect(item.x, item.y, item.width, item.height);
    else document.roundedRect(item.x, item.y, item.width, item.height, item.radius);
    const { fill, stroke, strokeWidth = 1, dash } = item;
    if (stroke !== undefined) {
      document.lineWidth(strokeWidth);
      if (dash !== undefined) dashed(document, dash);
    }
    if (fill !== undefined && stroke !== undefined) document.fillAndStroke(fill, stroke);
    else if (fill !== undefined) document.fill(fill);
    else if (stroke !== undefined) document.stroke(stroke);
  }
  document.restore();
}

/** How many points of a picture stand for a pixel, and what a line may be wider than was reckoned. */
const SHARP = 3;
const WIDER = 1.3;

/** A line that our fonts cannot set, as a picture. */
async function paintForeign(document: Document, item: TextItem, setter: Setter): Promise<void> {
  const { text, face, size, anchor = 'start' } = item;
  const width = Math.ceil(setter.width(text, face, size) * WIDER + size);
  const [height, baseline] = [Math.ceil(size * 1.8), size * 1.3];
  const x = { start: 0, middle: width / 2, end: width }[anchor];
  const line = { width, height, items: [{ ...item, x, y: baseline, opacity: undefined }] };
  const markup = Buffer.from(sheetMarkup(line, setter));
  const picture = await sharp(markup, { density: 72 * SHARP })
    .png()
    .toBuffer();
  document.image(picture, item.x - x, item.y - baseline, { width, height });
}

/** PDFKit's own takes two lengths; a chain line has four. */
function dashed(document: Document, dash: string): void {
  document.addContent(`[${dash.split(/[ ,]+/).map(Number).join(' ')}] 0 d`);
}
