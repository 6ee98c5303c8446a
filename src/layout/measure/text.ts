import metrics from './archivo-90.json' with { type: 'json' };

/** Weights of the drawing's font: names and steps are 600, all else 400. */
export type Weight = 400 | 600;

/** A font of a drawing: Archivo at width 90. */
export interface Font {
  /** Pixels. */
  readonly size: number;
  readonly weight: Weight;
}

/** The fonts of drawings, by what they set. */
export const FONTS = {
  name: { size: 15, weight: 600 },
  subtitle: { size: 11.5, weight: 400 },
  description: { size: 12.5, weight: 400 },
  label: { size: 12, weight: 400 },
  labelTechnology: { size: 11, weight: 400 },
  step: { size: 11, weight: 600 },
  boundary: { size: 14, weight: 600 },
  boundaryKind: { size: 11.5, weight: 400 },
} as const satisfies Record<string, Font>;

/** Distance between baselines of a font's lines, as a factor of its size. */
export const LINE_HEIGHT = 1.24;

/**
 * Advances where the font has no glyph, in em, by what the code point is. The font that stands in is not
 * known, so they are those of wide ones: an arrow of Arial is 1, Noto's emoji are up to 1.25.
 */
const FALLBACK = {
  wide: 1,
  pictograph: 1.25,
  symbol: 1.25,
  mathematical: 1,
  capital: 0.95,
  other: 0.7,
};
/** Kerning and shaping may differ by this much from summed advances, in pixels. */
const SLACK = 1;

/** Measures text with the real advances of the drawing's font. */
export interface TextMeasure {
  /** Width in pixels, rounded up. */
  width(text: string, font: Font): number;
}

/** Code points below this have their advances in an array. */
const DENSE = 0x250;

/** Makes a measure; it looks nothing up anew for a code point that it has seen. */
export function createTextMeasure(): TextMeasure {
  const tables = { 400: advancesOf(400), 600: advancesOf(600) };
  return {
    width(text, { size, weight }) {
      const { dense, sparse } = tables[weight];
      let em = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (unit < DENSE) {
          em += dense[unit] ?? 0;
          continue;
        }
        const codePoint = text.codePointAt(i) ?? 0;
        if (codePoint > 0xffff) i += 1;
        em += sparse.get(codePoint) ?? fallbackAdvance(codePoint);
      }
      return text === '' ? 0 : Math.ceil(em * size + SLACK);
    },
  };
}

/** Advances of a weight in em, those of the first code points with their fallbacks. */
function advancesOf(weight: Weight) {
  const sparse = new Map(
    Object.entries(metrics.advances[weight]).map(([codePoint, advance]) => [
      Number(codePoint),
      advance / metrics.unitsPerEm,
    ]),
  );
  const dense = Float64Array.from(
    { length: DENSE },
    (_, codePoint) => sparse.get(codePoint) ?? fallbackAdvance(codePoint),
  );
  return { dense, sparse };
}

function fallbackAdvance(codePoint: number): number {
  if (isCombining(codePoint)) return 0;
  if (isWide(codePoint)) return codePoint >> 12 === 0x1f ? FALLBACK.pictograph : FALLBACK.wide;
  const character = String.fromCodePoint(codePoint);
  if (/\p{Sm}/u.test(character)) return FALLBACK.mathematical;
  if (/[\p{So}\p{No}]/u.test(character)) return FALLBACK.symbol;
  return /\p{Lu}/u.test(character) ? FALLBACK.capital : FALLBACK.other;
}

/** Marks that stand on the character before, and joiners. */
function isCombining(codePoint: number): boolean {
  return (
    (codePoint >= 0x300 && codePoint <= 0x36f) ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
  );
}

/** East Asian wide characters and pictographs, by block. */
export function isWide(codePoint: number): boolean {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x115f) ||
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
    (codePoint >= 0xff00 && codePoint <= 0xff60) ||
    (codePoint >= 0x1f000 && codePoint <= 0x3fffd)
  );
}
