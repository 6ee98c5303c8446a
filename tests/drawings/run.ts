import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { readDrawingFonts } from '#sources/drawing-fonts.ts';
import { fontFaces } from '#svg/drawing.ts';
import { measureDrawing } from '../browser/measure-drawing.ts';
import { launchBrowser } from '../support/chromium.ts';
import { drawingsOf, filesOf } from './collect.ts';
import { faultsOf, gallery, type Result, table, withoutFonts } from './report.ts';

/** What the command line asks for. */
export interface DrawingsRun {
  readonly files: readonly string[];
  readonly cwd: string;
  /** The folder of the gallery. */
  readonly output: string;
  /** How many drawings the gallery shows. */
  readonly most: number;
  readonly out: (text: string) => void;
}

/** Draws and measures; prints a table and writes the gallery. Whether no drawing of ours has a fault. */
export async function runDrawings({
  files,
  cwd,
  output,
  most,
  out,
}: DrawingsRun): Promise<boolean> {
  const fonts = readDrawingFonts();
  const engine = createRowsEngine();
  const browser = await launchBrowser();
  const results: Result[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 2000, height: 1400 } });
    await page.setContent(`<body>${fontFaces(fonts)}<main></main></body>`);
    await page.evaluate(() =>
      Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 12px 'Archivo 90'`))),
    );
    for (const file of files.flatMap((name) => filesOf(name, cwd))) {
      for (const { name, svg, took } of drawingsOf(file, cwd, engine)) {
        await page.evaluate((markup) => {
          const main = document.querySelector('main');
          if (main) main.innerHTML = markup;
        }, withoutFonts(svg));
        results.push({ name, svg, measured: await page.evaluate(measureDrawing), took });
      }
    }
  } finally {
    await browser.close();
  }
  for (const line of table(results)) out(`${line}\n`);
  mkdirSync(output, { recursive: true });
  const place = join(output, 'index.html');
  writeFileSync(place, gallery(results, most, fonts));
  out(`${place}\n`);
  return results.every((result) => faultsOf(result).length === 0);
}
