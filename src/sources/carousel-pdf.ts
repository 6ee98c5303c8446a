import PDFDocument from 'pdfkit';
import type { Item, Setter, Sheet } from '#portfolio/cards/sheet.ts';
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
 * pages give the same bytes.
 */
export function sheetsPdf(
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
    for (const item of items) paint(document, item, setter, known);
  }
  document.end();
  return done;
}

type Document = InstanceType<typeof PDFDocument>;

function paint(document: Document, item: Item, setter: Setter, known: Set<string>): void {
  if (item.kind === 'group') {
    const { clip, x, y, scale, items } = item;
    document.save();
    document.rect(clip.x, clip.y, clip.width, clip.height).clip();
    document.translate(x, y).scale(scale);
    for (const part of items) paint(document, part, setter, known);
    document.restore();
    return;
  }
  document.save();
  document.opacity(item.opacity ?? 1);
  if (item.kind === 'text') {
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

/** PDFKit's own takes two lengths; a chain line has four. */
function dashed(document: Document, dash: string): void {
  document.addContent(`[${dash.split(/[ ,]+/).map(Number).join(' ')}] 0 d`);
}
