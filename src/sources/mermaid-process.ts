/**
 * The process that draws Mermaid diagrams: Mermaid wants the globals of a browser, keeps state of its
 * own and may not come back, so it lives apart and is stopped from outside. A request is a text and a
 * theme; the answer is a picture, or what went wrong.
 */
import { createTextMeasure } from '#layout/measure/text.ts';
import { type DrawnPicture, drawDiagram } from '#mermaid/draw/draw.ts';
import { createWindow } from '#mermaid/draw/window.ts';
import { placeInSource } from '#mermaid/places.ts';
import { type Problem, problemOf } from '#mermaid/problem.ts';
import type { Theme } from '#svg/palette.ts';
import { keepCompiled } from './compiled.ts';
import { readDrawingFonts } from './drawing-fonts.ts';

/** What is asked of the process. */
export interface DrawRequest {
  readonly text: string;
  readonly theme: Theme;
}

/** What it answers. */
export type DrawAnswer = { readonly picture: DrawnPicture } | { readonly problem: Problem };

keepCompiled();
const measure = createTextMeasure();
const { document, globals } = createWindow(measure);
for (const [name, value] of Object.entries(globals)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
const { default: mermaid } = await import('mermaid');
const tools = { mermaid, document, measure, fonts: readDrawingFonts() };

process.on('message', (message) => void answer(message as DrawRequest));
process.send?.('ready');

async function answer({ text, theme }: DrawRequest): Promise<void> {
  Math.random = seededRandom();
  try {
    reply({ picture: await drawDiagram(text, theme, tools) });
  } catch (error) {
    const { line, column, ...problem } = problemOf(error);
    const place = line === undefined ? {} : placeInSource(text, line, column);
    reply({ problem: { ...problem, ...place } });
  }
}

function reply(message: DrawAnswer): void {
  process.send?.(message);
}

/** The same numbers for every picture (mulberry32), so that a text is always drawn the same. */
function seededRandom(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
