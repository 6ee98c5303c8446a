import { attributes, number } from './escape.ts';

/** A line of words as an outline: path data in pixels from the start of its baseline, and its advance. */
export interface Outline {
  readonly data: string;
  readonly width: number;
}

/** Sets words in the drawing's font; nothing where the font lacks one of the characters. */
export type Outliner = (
  text: string,
  font: { readonly size: number; readonly weight: 400 | 600 },
) => Outline | undefined;

/**
 * A drawing whose words are paths, so that it looks the same where no font can be loaded. Its title and
 * description stay text. A line with characters that the font lacks stays text as well, and then so do
 * the fonts that the file brings along.
 */
export function withOutlines(
  svg: string,
  outline: Outliner,
): { readonly svg: string; readonly left: readonly string[] } {
  const left: string[] = [];
  const drawn = svg.replace(/<text([^>]*)>([^<]*)<\/text>/g, (whole, tag: string, body: string) => {
    const given = attributesOf(tag);
    const { x = '0', y = '0', 'font-size': size = '12', 'font-weight': weight, ...rest } = given;
    const text = plain(body);
    const font = { size: Number(size), weight: weight === '600' ? 600 : 400 } as const;
    const line = outline(text, font);
    if (!line) {
      left.push(text);
      return whole;
    }
    const { 'text-anchor': anchor, ...look } = rest;
    const shift = anchor === 'middle' ? line.width / 2 : anchor === 'end' ? line.width : 0;
    const place = `translate(${number(Number(x) - shift)} ${number(Number(y))})`;
    return `<path class="words"${attributes({ d: line.data, transform: place, ...look })}/>`;
  });
  if (left.length > 0) return { svg: drawn, left };
  return { svg: drawn.replace(/<style>@font-face[^<]*<\/style>/, ''), left };
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      plain(value),
    ]),
  );
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** What `escapeXml` wrote, undone. */
function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity] ?? entity);
}
