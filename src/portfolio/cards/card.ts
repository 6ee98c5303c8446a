import { PALETTES } from '#svg/palette.ts';
import type { Drawn } from './drawn.ts';
import { fitting, oneLine, setAt, sizes } from './lines.ts';
import { panel } from './panel.ts';
import type { Face, Item, Setter, Sheet } from './sheet.ts';

/** A figure of a card: what it is, how much, and whether it is money. */
export interface CardFigure {
  readonly label: string;
  readonly value: string;
  readonly isMoney: boolean;
}

/** What a card says. */
export interface CardContent {
  /** What it belongs to: `Mobile commerce`. */
  readonly label: string;
  readonly title: string;
  /** At most two beside a drawing, four without. */
  readonly figures: readonly CardFigure[];
  readonly author: string;
  /** What stands behind the author's name. */
  readonly site: string;
  readonly drawing?: Drawn | undefined;
}

/** As large as LinkedIn and Open Graph show a picture beside a link. */
export const CARD = { width: 1200, height: 627 } as const;

const { furniture } = PALETTES.light;
const BAR = 10;
const LEFT = 52;
/** More than a card has room for. */
const TITLE = 300;
/** Where the drawing's ground begins. */
const PANEL = 500;

/** A card of 1200 × 627: what, in a sentence; two figures; the drawing where there is one. */
export function cardSheet(content: CardContent, setter: Setter): Sheet {
  const { label, title, author, site, drawing } = content;
  const width = (drawing ? PANEL - 52 : CARD.width - 2 * LEFT - 60) - LEFT * (drawing ? 1 : 0);
  const figures = content.figures.slice(0, drawing ? 2 : 4);
  const text = { face: 'serif-400', width, fill: furniture.ink } as const;
  const blocks = drawing
    ? sizes(text, 1.06, 54, 47, 40, 34, 29)
    : sizes(text, 1.06, 84, 72, 62, 52, 44);
  const bottom = figures.length > 0 ? 420 : 530;
  const { block, lines } = fitting(title.slice(0, TITLE), blocks, bottom - 92, setter);
  const small = { face: 'archivo-100-400', size: 18.5 } as const;
  const room = drawing ? PANEL - 2 * LEFT + 20 : CARD.width - 2 * LEFT;
  const line = (words: string, most: number, face: Face = small.face) =>
    oneLine(words, face, small.size, most, setter);
  const name = line(author, room, 'archivo-100-600');
  const after = LEFT + setter.width(name, 'archivo-100-600', small.size) + 6;
  const left = LEFT + room - after;
  const items: Item[] = [
    { kind: 'rect', x: 0, y: 0, width: CARD.width, height: CARD.height, fill: furniture.paper },
    ...(drawing
      ? panel(drawing, { x: PANEL, y: 0, width: CARD.width - PANEL, height: CARD.height }, 24)
      : []),
    { kind: 'rect', x: 0, y: 0, width: CARD.width, height: BAR, fill: furniture.ink },
    { kind: 'text', x: LEFT, y: 67, text: line(label, room), ...small, fill: furniture.ink2 },
    ...setAt(lines, block, LEFT - block.size * 0.03, 78 + block.size),
    ...figures.flatMap((figure, place) => figureItems(figure, LEFT + place * 210, setter)),
    {
      ...{ kind: 'text', x: LEFT, y: 590, text: name, face: 'archivo-100-600' },
      ...{ size: small.size, fill: furniture.ink },
    },
    ...(setter.width(site, small.face, small.size) <= left
      ? [
          {
            ...({ kind: 'text', x: after, y: 590, text: line(site, left) } as const),
            ...small,
            fill: furniture.ink2,
          },
        ]
      : []),
  ];
  return { ...CARD, items };
}

/** A rule, what it is, how much. */
function figureItems({ label, value, isMoney }: CardFigure, x: number, setter: Setter): Item[] {
  const width = 170;
  const natural = setter.width(value, 'archivo-80-500', 56);
  const size = natural > width ? (56 * width) / natural : 56;
  return [
    { kind: 'rect', x, y: 442, width, height: 2, fill: furniture.ink },
    {
      ...{
        kind: 'text',
        x,
        y: 474,
        text: oneLine(label, 'archivo-100-400', 18.5, width + 20, setter),
        face: 'archivo-100-400',
      },
      ...{ size: 18.5, fill: furniture.ink2 },
    },
    {
      ...{ kind: 'text', x, y: 533, text: setter.known(value), face: 'archivo-80-500', size },
      fill: isMoney ? furniture.money : furniture.ink,
    },
  ];
}
