import type { Face, PathItem, RectItem, TextItem } from './sheet.ts';

/** A drawing in the parts that a sheet takes, in its own pixels. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly items: readonly (RectItem | PathItem | TextItem)[];
  /** What stays in sight where the whole cannot be read; its middle unless it is said. */
  readonly focus?: { readonly x: number; readonly y: number } | undefined;
}

type Attributes = Readonly<Record<string, string>>;

/** What a part has from the groups around it. */
const INHERITED = ['fill', 'font-size', 'font-weight', 'opacity'] as const;

/**
 * Reads a drawing that `renderDrawing` wrote: groups, rectangles, paths and lines of text, which is all
 * that it has besides icons. Custom properties stand for their fallbacks, the light theme's colours.
 */
export function drawnOf(svg: string, width: number, height: number): Drawn {
  const items: (RectItem | PathItem | TextItem)[] = [];
  const around: Attributes[] = [{}];
  const tags = /<(\/?)(g|rect|path|text)\b([^>]*?)(\/?)>([^<]*)/g;
  for (const [, close, name, written = '', alone, body = ''] of svg.matchAll(tags)) {
    if (close === '/') {
      if (name === 'g') around.pop();
      continue;
    }
    const own = attributesOf(written);
    const given: Attributes = { ...around.at(-1), ...own };
    if (name === 'g') {
      if (alone !== '/') around.push(inherited(given));
    } else if (own.class !== 'ground') items.push(itemOf(name ?? '', given, plain(body)));
  }
  return { width, height, items };
}

function inherited(given: Attributes): Attributes {
  return Object.fromEntries(
    INHERITED.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])),
  );
}

function itemOf(name: string, given: Attributes, text: string): RectItem | PathItem | TextItem {
  const at = (key: string, otherwise = 0) => Number(given[key] ?? otherwise);
  const opacity = given.opacity === undefined ? undefined : Number(given.opacity);
  if (name === 'text') {
    const face: Face = given['font-weight'] === '600' ? 'archivo-90-600' : 'archivo-90-400';
    const isTurned = given.direction === 'rtl';
    const anchor =
      given['text-anchor'] === 'middle'
        ? 'middle'
        : (given['text-anchor'] === 'end') !== isTurned
          ? 'end'
          : 'start';
    const fill = given.fill ?? '#15202b';
    return {
      kind: 'text',
      x: at('x'),
      y: at('y'),
      text,
      face,
      size: at('font-size', 12),
      fill,
      anchor,
      opacity,
    };
  }
  const paint = {
    fill: given.fill === 'none' ? undefined : (given.fill ?? '#000000'),
    stroke: given.stroke === 'none' ? undefined : given.stroke,
    strokeWidth: at('stroke-width', 1),
    dash: given['stroke-dasharray'],
    opacity,
  };
  if (name === 'path') return { kind: 'path', d: given.d ?? '', ...paint };
  const box = { x: at('x'), y: at('y'), width: at('width'), height: at('height') };
  return { kind: 'rect', ...box, radius: given.rx === undefined ? undefined : at('rx'), ...paint };
}

function attributesOf(written: string): Attributes {
  return Object.fromEntries(
    [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      plain(value).replace(/^var\(--[\w-]+,\s*([^)]*)\)$/, '$1'),
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

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity] ?? entity);
}
