import type { EmbeddedFonts } from '#svg/drawing.ts';
import { fontFaces } from '#svg/drawing.ts';
import { escapeXml } from '#svg/escape.ts';
import type { Measured, MeasuredFault } from '../browser/measure-drawing.ts';

/** A drawing with what a browser says of it. */
export interface Result {
  readonly name: string;
  readonly svg: string;
  readonly measured: Measured;
  readonly took?: number | undefined;
}

const KINDS: readonly MeasuredFault['kind'][] = [
  'elements overlap',
  'labels overlap',
  'label on a box',
  'text outside its box',
  'text outside the drawing',
  'line through a box',
];

/** Faults of a drawing that we arranged; what an author placed by hand is for the author to judge. */
export function faultsOf({ measured }: Result): readonly MeasuredFault[] {
  return measured.layout === 'manual' ? [] : measured.faults;
}

/** Worst first: by faults, then by crossings for each line, then by how far from a sheet's shape. */
export function worstFirst(results: readonly Result[]): Result[] {
  const shape = ({ width, height }: Measured) =>
    Math.abs(Math.log(width / Math.max(1, height) / 1.4));
  const tangle = ({ crossings, lines }: Measured) => crossings / Math.max(1, lines);
  return results.toSorted(
    (a, b) =>
      b.measured.faults.length - a.measured.faults.length ||
      tangle(b.measured) - tangle(a.measured) ||
      shape(b.measured) - shape(a.measured),
  );
}

/** A row for each drawing, every fault in words, and the sums, in lines. */
export function* table(results: readonly Result[]): Generator<string> {
  const heads = ['boxes', 'lines', 'faults', 'cross', 'length', 'aspect', 'empty', 'ms'];
  const row = (name: string, cells: readonly (string | number)[]) =>
    `${name.slice(-70).padEnd(70)}${cells.map((cell) => `${cell}`.padStart(8)).join('')}`;
  yield row('drawing', heads);
  for (const result of results) {
    const { measured, took } = result;
    const { elements, lines, faults, crossings, length, width, height, empty } = measured;
    yield row(result.name, [
      ...[elements, lines, faults.length, crossings, length],
      (width / Math.max(1, height)).toFixed(2),
      `${Math.round(empty * 100)} %`,
      took === undefined ? '' : took.toFixed(1),
    ]);
    for (const { kind, of } of faults) yield `  ${kind}: ${of}`;
  }
  yield '';
  const sum = (of: (one: Measured) => number) =>
    results.reduce((total, { measured }) => total + of(measured), 0);
  const manual = results.filter(({ measured }) => measured.layout === 'manual');
  yield `${results.length} drawings (${manual.length} arranged by hand), ${sum(({ elements }) => elements)} boxes, ${sum(({ lines }) => lines)} lines, ${sum(({ crossings }) => crossings)} crossings, ${sum(({ length }) => length)} px of lines`;
  for (const kind of KINDS) {
    const found = results.flatMap(faultsOf).filter((fault) => fault.kind === kind);
    yield `${kind.padEnd(26)}${String(found.length).padStart(6)}`;
  }
}

/** A page with the worst drawings, the worst first. */
export function gallery(results: readonly Result[], most: number, fonts: EmbeddedFonts): string {
  const shown = worstFirst(results).slice(0, most);
  const figures = shown.map(({ name, svg, measured }) => {
    const { faults, crossings, lines, empty } = measured;
    const words = faults.map(({ kind, of }) => `<li>${escapeXml(`${kind}: ${of}`)}</li>`).join('');
    const facts = `${faults.length} faults, ${crossings} crossings of ${lines} lines, ${Math.round(empty * 100)} % empty, ${measured.layout}`;
    return `<figure><figcaption><b>${escapeXml(name)}</b> ${facts}<ul>${words}</ul></figcaption>${withoutFonts(svg)}</figure>`;
  });
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Drawings, worst first</title>',
    fontFaces(fonts),
    '<style>body{font:14px/1.4 sans-serif;margin:24px}figure{margin:0 0 40px}svg{max-width:100%;height:auto}li{color:#ad1457}</style>',
    `<h1>The worst ${shown.length} of ${results.length} drawings</h1>`,
    ...figures,
    '</html>\n',
  ].join('\n');
}

/** The page brings the fonts once. */
export function withoutFonts(svg: string): string {
  return svg.replace(/<style>@font-face[^<]*<\/style>/, '');
}
