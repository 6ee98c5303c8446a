/**
 * Makes what drawings measure with and what exported drawings embed, Archivo at width 90, weights
 * 400 and 600; and what cards and carousels are set in. Run it (`npm run make:fonts`) after the font package was updated, and commit the result.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

const root = new URL('../../', import.meta.url);
const files = new URL('node_modules/@fontsource-variable/archivo/', root);
const WEIGHTS = [400, 600] as const;
const WIDTH = 90;
/** Scripts that are measured; the first is the one that exported drawings embed. */
const SCRIPTS = ['latin', 'latin-ext', 'vietnamese'] as const;

interface Metrics {
  family: string;
  width: number;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  /** Advance of each code point in font units, by weight; code points as decimal keys. */
  advances: Record<string, Record<string, number>>;
}

const ranges: Record<string, string> = JSON.parse(
  await readFile(new URL('unicode.json', files), 'utf8'),
);
const metrics: Metrics = {
  family: 'Archivo',
  width: WIDTH,
  unitsPerEm: 0,
  ascent: 0,
  descent: 0,
  advances: {},
};

for (const weight of WEIGHTS) {
  const advances: Record<string, number> = {};
  for (const script of SCRIPTS) {
    const variable = await readFile(
      new URL(`files/archivo-${script}-standard-normal.woff2`, files),
    );
    const text = String.fromCodePoint(...codePoints(ranges[script] ?? ''));
    const axes = { variationAxes: { wdth: WIDTH, wght: weight } };
    const font = create(
      Buffer.from(await subsetFont(variable, text, { targetFormat: 'sfnt', ...axes })),
    );
    if (!('characterSet' in font)) throw new Error(`${script} is a collection of fonts`);
    Object.assign(metrics, {
      unitsPerEm: font.unitsPerEm,
      ascent: font.ascent,
      descent: font.descent,
    });
    for (const codePoint of font.characterSet) {
      advances[codePoint] ??= Math.round(font.glyphForCodePoint(codePoint).advanceWidth);
    }
    if (script === 'latin') {
      const woff2 = await subsetFont(variable, text, { targetFormat: 'woff2', ...axes });
      await writeFile(new URL(`src/svg/fonts/archivo-${WIDTH}-${weight}.woff2`, root), woff2);
    }
  }
  metrics.advances[weight] = advances;
}

/** What cards and carousels are set in, as TrueType: a PDF embeds parts of it. */
const FACES = [
  ['serif-400', 'source-serif-4', 'source-serif-4-latin-opsz-normal', { opsz: 48, wght: 400 }],
  ['archivo-100-400', 'archivo', 'archivo-latin-standard-normal', { wdth: 100, wght: 400 }],
  ['archivo-100-600', 'archivo', 'archivo-latin-standard-normal', { wdth: 100, wght: 600 }],
  ['archivo-80-500', 'archivo', 'archivo-latin-standard-normal', { wdth: 80, wght: 500 }],
  ['archivo-90-400', 'archivo', 'archivo-latin-standard-normal', { wdth: 90, wght: 400 }],
  ['archivo-90-600', 'archivo', 'archivo-latin-standard-normal', { wdth: 90, wght: 600 }],
] as const;
const latin = String.fromCodePoint(...codePoints(ranges.latin ?? ''));
for (const [name, family, file, variationAxes] of FACES) {
  const place = new URL(`node_modules/@fontsource-variable/${family}/files/${file}.woff2`, root);
  const face = await subsetFont(await readFile(place), latin, {
    targetFormat: 'sfnt',
    variationAxes,
  });
  await writeFile(new URL(`src/svg/fonts/${name}.ttf`, root), face);
}

const target = fileURLToPath(new URL('src/layout/measure/archivo-90.json', root));
await writeFile(target, `${JSON.stringify(metrics)}\n`);

/** `U+0000-00FF,U+0131` to code points. */
function codePoints(list: string): number[] {
  return list.split(',').flatMap((range) => {
    const [from = '', to = from] = range.trim().replace('U+', '').split('-');
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
