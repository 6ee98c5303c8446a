import type { Tone } from '#views/graph.ts';
import { visible } from './contrast.ts';

export type Theme = 'light' | 'dark';

/** A tone's colours: ground of the box, its line, its text. */
interface ToneColors {
  readonly fill: string;
  readonly line: string;
  readonly text: string;
}

/** What is not a box: lines, boundaries, grounds, labels, money and marks. */
interface Furniture {
  readonly plate: string;
  readonly plate2: string;
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly boundary: string;
  readonly outline: string;
  readonly money: string;
  readonly moneyFill: string;
  readonly alarm: string;
}

/** Grounds of boxes that an overlay gives, one hue from pale to deep or one for each owner, and their edges. */
interface Tints {
  /** By share of the whole spend, least first. */
  readonly cost: readonly [string, string, string, string];
  /** By severity. */
  readonly risk: Readonly<Record<'low' | 'medium' | 'high', string>>;
  readonly owner: readonly [string, string, string, string, string, string];
  /** Owners that are more than there are hues for. */
  readonly other: string;
}

export interface Palette {
  readonly tones: Readonly<Record<Tone, ToneColors>>;
  readonly furniture: Furniture;
  readonly tints: Tints;
}

const light: Palette = {
  tones: {
    person: { fill: '#15202b', line: '#15202b', text: '#ffffff' },
    system: { fill: '#1d4f80', line: '#1d4f80', text: '#ffffff' },
    container: { fill: '#d5e4f2', line: '#1d4f80', text: '#15202b' },
    component: { fill: '#ffffff', line: '#1d4f80', text: '#15202b' },
    store: { fill: '#d3efe6', line: '#13735d', text: '#15202b' },
    external: { fill: '#d5dade', line: '#5f6b76', text: '#15202b' },
    outline: { fill: '#ffffff', line: '#76828c', text: '#15202b' },
  },
  furniture: {
    plate: '#f3f5f7',
    plate2: '#e6eaee',
    paper: '#ffffff',
    ink: '#15202b',
    ink2: '#44515d',
    ink3: '#5f6b76',
    line: '#3d4a56',
    boundary: '#5f6b76',
    outline: '#76828c',
    money: '#7f4d00',
    moneyFill: '#c08006',
    alarm: '#ad1457',
  },
  tints: {
    cost: ['#fdf4de', '#f7dfa8', '#eec56c', '#e0a63a'],
    risk: { low: '#fbe6ee', medium: '#f1b9ce', high: '#e58bae' },
    owner: ['#cbdcf7', '#cdebc6', '#e0d3f5', '#c2ebea', '#e3e6b4', '#ecd6ca'],
    other: '#dfe4e8',
  },
};

const dark: Palette = {
  tones: {
    person: { fill: '#bcc8d2', line: '#bcc8d2', text: '#0f151b' },
    system: { fill: '#2b659e', line: '#86b8ea', text: '#ffffff' },
    container: { fill: '#1b3855', line: '#86b8ea', text: '#eef3f7' },
    component: { fill: '#111a22', line: '#86b8ea', text: '#eef3f7' },
    store: { fill: '#133f38', line: '#8ae0c6', text: '#eef3f7' },
    external: { fill: '#29323a', line: '#939fa9', text: '#e7ecf0' },
    outline: { fill: '#10171e', line: '#6a7782', text: '#e7ecf0' },
  },
  furniture: {
    plate: '#161e26',
    plate2: '#222c36',
    paper: '#0f151b',
    ink: '#e7ecf0',
    ink2: '#b3bec8',
    ink3: '#8e9ba7',
    line: '#a5b1bc',
    boundary: '#8e9ba7',
    outline: '#6a7782',
    money: '#f0bd4b',
    moneyFill: '#d99f1e',
    alarm: '#ff84ac',
  },
  tints: {
    cost: ['#261f0c', '#3b2f0d', '#53410d', '#6c540d'],
    risk: { low: '#2f141e', medium: '#551d35', high: '#80234b' },
    owner: ['#1c3b63', '#1d4a28', '#432f70', '#0f4a50', '#45480f', '#57352a'],
    other: '#2a343d',
  },
};

/** What a shape draws on its ground (a lid, a window's bar), where the line's colour is the ground's. */
export const DETAILS: Readonly<Partial<Record<Tone, Readonly<Record<Theme, string>>>>> = {
  person: { light: '#94a3b0', dark: '#44515d' },
  system: { light: '#a9c8e6', dark: dark.tones.system.line },
};

/** The palette of drawings. Contrasts with plate and fill are at least 3 for lines, 4.5 for text. */
export const PALETTES: Readonly<Record<Theme, Palette>> = { light, dark };

/** The custom properties of a theme: what a page sets so that a drawing follows its theme. */
export function paletteProperties(theme: Theme): Record<string, string> {
  const { tones, furniture, tints } = PALETTES[theme];
  const properties: Record<string, string> = {};
  for (const [tone, colors] of Object.entries(tones)) {
    for (const [part, color] of Object.entries(colors)) properties[`--d-${tone}-${part}`] = color;
  }
  for (const [part, color] of Object.entries(furniture)) properties[`--d-${part}`] = color;
  for (const [place, color] of tints.cost.entries())
    properties[`--d-tint-cost-${place + 1}`] = color;
  for (const [severity, color] of Object.entries(tints.risk))
    properties[`--d-tint-risk-${severity}`] = color;
  for (const [place, color] of tints.owner.entries())
    properties[`--d-tint-owner-${place + 1}`] = color;
  properties['--d-tint-owner-other'] = tints.other;
  return properties;
}

/** How a drawing names its colours: by custom property with a fallback, or as plain values. */
export interface Inks {
  tone(tone: Tone, part: keyof ToneColors): string;
  of(part: keyof Furniture): string;
  /** A colour that an author gave, one for each theme. */
  given(lightColor: string, darkColor: string): string;
  /**
   * A line's colour that an author may have given for one theme, for both or for none. One that is
   * for both was chosen on white: in the dark it is made visible.
   */
  either(part: keyof Furniture, lightColor?: string, darkColor?: string): string;
}

/** For a page (`auto`) the colours follow the page's theme; a file for one theme has plain values. */
export function inks(theme: Theme | 'auto'): Inks {
  const fallback = PALETTES[theme === 'auto' ? 'light' : theme];
  const write = (property: string, value: string) =>
    theme === 'auto' ? `var(${property}, ${value})` : value;
  const of = (part: keyof Furniture) => write(`--d-${part}`, fallback.furniture[part]);
  const given = (lightColor: string, darkColor: string) => {
    if (theme === 'dark') return darkColor;
    if (theme === 'light' || lightColor === darkColor) return lightColor;
    return `light-dark(${lightColor}, ${darkColor})`;
  };
  return {
    tone: (tone, part) => write(`--d-${tone}-${part}`, fallback.tones[tone][part]),
    of,
    given,
    either(part, lightColor, darkColor) {
      if (lightColor === undefined && darkColor === undefined) return of(part);
      const inDark = darkColor ?? dark.furniture[part];
      return given(
        lightColor ?? light.furniture[part],
        inDark === lightColor ? visible(inDark, dark.furniture.plate) : inDark,
      );
    },
  };
}
