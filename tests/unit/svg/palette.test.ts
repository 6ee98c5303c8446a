import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, darker, readable, visible } from '#svg/contrast.ts';
import { inks, PALETTES, paletteProperties } from '#svg/palette.ts';

const THEMES = ['light', 'dark'] as const;

/** `--name: light-dark(a, b)` and `--name: a` of the style sheet, by theme. */
function tokens(theme: (typeof THEMES)[number]): Record<string, string> {
  const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
    const colour = (theme === 'light' ? light : dark) ?? value;
    if (name.startsWith('--d-')) {
      if (name in found) throw new Error(`${name} is set twice.`);
      found[name] = colour;
    }
  }
  return found;
}

describe.each(THEMES)('the %s palette', (theme) => {
  it('is that of the style sheet, property by property', () => {
    expect(tokens(theme)).toEqual(paletteProperties(theme));
  });

  it('agrees with the colours of pages that mean the same', () => {
    const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
    const { furniture } = PALETTES[theme];
    const page = (name: string) =>
      new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css)?.[
        theme === 'light' ? 1 : 2
      ];
    expect({
      paper: page('paper'),
      plate: page('plate'),
      plate2: page('plate-2'),
      ink: page('ink'),
      ink2: page('ink-2'),
      ink3: page('ink-3'),
      money: page('money'),
      moneyFill: page('money-fill'),
      alarm: page('alarm'),
    }).toEqual({
      paper: furniture.paper,
      plate: furniture.plate,
      plate2: furniture.plate2,
      ink: furniture.ink,
      ink2: furniture.ink2,
      ink3: furniture.ink3,
      money: furniture.money,
      moneyFill: furniture.moneyFill,
      alarm: furniture.alarm,
    });
  });

  const { tones, furniture, tints } = PALETTES[theme];
  const grounds = [...tints.cost, ...Object.values(tints.risk), ...tints.owner, tints.other];
  const { plate, plate2, paper } = furniture;

  it.each(Object.entries(tones))('lets a %s be read, at 84 %% too', (_, { fill, text }) => {
    expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(mixed(text, fill, 0.84), fill)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)('lets a box be read on the tint %s, at 84 %% too', (ground) => {
    expect(contrast(furniture.ink, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(mixed(furniture.ink, ground, 0.84), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('gives no tint twice, and deepens what is more', () => {
    expect(new Set(grounds).size).toBe(grounds.length);
    for (const steps of [tints.cost, [tints.risk.low, tints.risk.medium, tints.risk.high]]) {
      const depths = steps.map((ground) => contrast(ground, furniture.plate));
      expect(depths).toEqual(depths.toSorted((a, b) => a - b));
      expect(new Set(depths.map((depth) => depth.toFixed(2))).size).toBe(steps.length);
    }
  });

  it.each(Object.entries(tones))('sets a %s off from every ground', (_, { line }) => {
    for (const ground of [plate, paper]) expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(['ink', 'ink2', 'ink3', 'money', 'alarm'] as const)('lets %s be read', (part) => {
    for (const ground of [plate, plate2, paper])
      expect(contrast(furniture[part], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['line', 'boundary', 'outline', 'moneyFill'] as const)('lets a %s be seen', (part) => {
    for (const ground of [plate, paper])
      expect(contrast(furniture[part], ground)).toBeGreaterThanOrEqual(3);
  });
});

/** A colour over a ground, partly transparent. */
function mixed(over: string, ground: string, opacity: number): string {
  const channel = (at: number) => {
    const [a = 0, b = 0] = [over, ground].map((color) =>
      Number.parseInt(color.slice(at, at + 2), 16),
    );
    return Math.round(a * opacity + b * (1 - opacity))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
    ['#1168bd', '#ffffff', 5.62],
    ['#123456', '#123456', 1],
  ])('of %s and %s is %d', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
  });
});

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('readable', () => {
  it('keeps an author’s colour that can be read, and always gives one that can', () => {
    fc.assert(
      fc.property(colour, colour, (text, ground) => {
        const chosen = readable(text, ground);
        expect(contrast(chosen, ground)).toBeGreaterThanOrEqual(4.5);
        if (contrast(text, ground) >= 4.5) expect(chosen).toBe(text);
        else expect(['#15202b', '#ffffff', '#000000']).toContain(chosen);
      }),
      { numRuns: 1000, examples: [['#808080', '#7a7a7a']] },
    );
  });

  it.each([
    ['#ffffff', '#eeeeee', '#15202b'],
    ['#000000', '#111111', '#ffffff'],
    ['#888888', '#7a7a7a', '#000000'],
  ])('%s on %s becomes %s', (text, ground, chosen) => {
    expect(readable(text, ground)).toBe(chosen);
  });
});

describe('darker', () => {
  it.each([
    ['#ffffff', '#b2b2b2'],
    ['#000000', '#000000'],
    ['#102030', '#0b1621'],
  ])('%s becomes %s', (color, expected) => {
    expect(darker(color)).toBe(expected);
  });
});

describe('inks', () => {
  it.each([
    [
      'auto',
      'var(--d-ink, #15202b)',
      'var(--d-store-line, #13735d)',
      'light-dark(#111111, #222222)',
    ],
    ['light', '#15202b', '#13735d', '#111111'],
    ['dark', '#e7ecf0', '#8ae0c6', '#222222'],
  ] as const)('for %s', (theme, ink, store, given) => {
    const of = inks(theme);
    expect([of.of('ink'), of.tone('store', 'line'), of.given('#111111', '#222222')]).toEqual([
      ink,
      store,
      given,
    ]);
  });

  it('writes one colour for both themes once', () => {
    expect(inks('auto').given('#111111', '#111111')).toBe('#111111');
  });

  it.each([
    ['auto', undefined, undefined, 'var(--d-line, #3d4a56)'],
    ['auto', '#111111', undefined, 'light-dark(#111111, #a5b1bc)'],
    ['auto', undefined, '#222222', 'light-dark(#3d4a56, #222222)'],
    ['light', undefined, '#222222', '#3d4a56'],
    ['dark', '#111111', undefined, '#a5b1bc'],
    ['dark', '#111111', '#222222', '#222222'],
  ] as const)('for %s, given %s and %s: %s', (theme, light, dark, expected) => {
    expect(inks(theme).either('line', light, dark)).toBe(expected);
  });
});

describe('a line that its author painted for both themes', () => {
  it.each([
    ['dark red is lightened until it can be seen', '#8a1538', 'light-dark(#8a1538, '],
    ['orange is left alone', '#ff8800', '#ff8800'],
  ])('%s', (_, color, start) => {
    expect(inks('auto').either('line', color, color)).toMatch(
      new RegExp(`^${start.replace('(', '\\(')}`),
    );
    expect(inks('light').either('line', color, color)).toBe(color);
    expect(
      contrast(inks('dark').either('line', color, color), PALETTES.dark.furniture.plate),
    ).toBeGreaterThanOrEqual(3);
  });

  it('stays as it is where the author chose a colour for the dark', () => {
    expect(inks('dark').either('line', '#ff8800', '#202020')).toBe('#202020');
  });

  it('can be seen on any dark ground, whatever it was', () => {
    const channel = fc.nat(255).map((value) => value.toString(16).padStart(2, '0'));
    const color = fc.tuple(channel, channel, channel).map((parts) => `#${parts.join('')}`);
    fc.assert(
      fc.property(color, (line) => {
        expect(contrast(visible(line, '#161e26'), '#161e26')).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
