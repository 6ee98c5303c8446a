/** A piece of a drawing, in its own pixels. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a drawing stands on the stage: its upper left corner there, and how much it is enlarged. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Area {
  readonly width: number;
  readonly height: number;
}

/** The smallest text of a drawing, in its pixels, and what it has to be on a stage. */
const SMALLEST_TEXT = 11;
const STAGE_TEXT = 15;
/** On a phone a drawing is held in the hand: nine tenths of its size will do. */
const PHONE = { width: 700, scale: 0.9 };
/** More does not help anybody to read; of a part less is better, since what is around it stays in sight. */
const MOST = 2;
const MOST_OF_PART = 1.5;
/** The share of a part that was in sight before it counts as shown. */
const SEEN = 0.9;
/** Between what is meant and the edge of the stage, in pixels of the drawing. */
const ROOM = 28;

/** The least that a drawing is enlarged on a stage. */
export function leastScale({ width }: Area): number {
  return width < PHONE.width ? PHONE.scale : STAGE_TEXT / SMALLEST_TEXT;
}

/** What a stop wants of its drawing. */
export interface Sights {
  /** What has to be in sight, in this order. */
  readonly sights: readonly Piece[];
  /** What is in sight where there is room for it. */
  readonly around?: Piece | undefined;
  /** Height of what stays at the upper edge: the participants of a sequence. */
  readonly head: number;
}

/**
 * The parts of a drawing that a stop passes through, one after the other. All of the drawing is one part
 * where it fits and can be read.
 */
export function partsOf(sheet: Area, stage: Area, { sights, around, head }: Sights): Piece[] {
  const whole = { x: 0, y: 0, ...sheet };
  const room = roomOn(stage);
  const below = { width: room.width, height: room.height - head };
  if (fits(whole, room)) return [whole];
  if (sights.length === 0) return [whole];
  if (around && fits(around, room)) return [around];
  const parts: Piece[] = [];
  for (const sight of sights) {
    const last = parts.at(-1);
    const both = last && union(last, sight);
    if (both && fits(both, below)) parts[parts.length - 1] = both;
    else parts.push(sight);
  }
  return withoutRepeats(
    sheet,
    stage,
    parts.map((part) => ({ ...part, y: part.y - head, height: part.height + head })),
  );
}

/**
 * Where a drawing stands so that a part of it is in the middle, and as little as possible is empty. All
 * `parts` of a stop are enlarged alike, so that going from one to the next is a move and no more.
 */
export function viewOf(
  sheet: Area,
  stage: Area,
  part: Piece,
  parts: readonly Piece[] = [part],
): View {
  const most = parts.some(({ width, height }) => width < sheet.width || height < sheet.height)
    ? MOST_OF_PART
    : MOST;
  const fits = parts.map(({ width, height }) =>
    Math.min(stage.width / (width + 2 * ROOM), stage.height / (height + 2 * ROOM)),
  );
  return placed(sheet, stage, part, Math.max(leastScale(stage), Math.min(most, ...fits)));
}

/** All of the drawing, however small its words become. */
export function wholeView(sheet: Area, stage: Area): View {
  const room = 2 * ROOM;
  const fit = Math.min(stage.width / (sheet.width + room), stage.height / (sheet.height + room));
  return placed(sheet, stage, { x: 0, y: 0, ...sheet }, Math.min(MOST, fit));
}

/** What a view shows, in the drawing's pixels. */
export function seenIn({ x, y, scale }: View, { width, height }: Area): Piece {
  return { x: -x / scale, y: -y / scale, width: width / scale, height: height / scale };
}

/** Leaves out what an earlier part has shown already, or nearly so: nobody would see the step. */
function withoutRepeats(sheet: Area, stage: Area, parts: readonly Piece[]): Piece[] {
  const seen: Piece[] = [];
  return parts.filter((part) => {
    const own = seenIn(viewOf(sheet, stage, part, parts), stage);
    const shown = common(part, own);
    const isNew = seen.every((earlier) => areaOf(common(shown, earlier)) < SEEN * areaOf(shown));
    if (isNew) seen.push(own);
    return isNew;
  });
}

function placed(sheet: Area, stage: Area, part: Piece, scale: number): View {
  return {
    x: along(stage.width, sheet.width * scale, (part.x + part.width / 2) * scale),
    y: along(stage.height, sheet.height * scale, (part.y + part.height / 2) * scale),
    scale,
  };
}

/** One side: in the middle where there is room, else its point in the middle, without going over the edge. */
function along(room: number, length: number, middle: number): number {
  if (length <= room) return (room - length) / 2;
  const margin = Math.min(ROOM, room / 10);
  return Math.min(margin, Math.max(room - length - margin, room / 2 - middle));
}

function roomOn(stage: Area): Area {
  const scale = leastScale(stage);
  return { width: stage.width / scale - ROOM, height: stage.height / scale - ROOM };
}

function fits({ width, height }: Area, room: Area): boolean {
  return width <= room.width && height <= room.height;
}

function union(a: Piece, b: Piece): Piece {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** What two pieces share; of no size where that is nothing. */
function common(a: Piece, b: Piece): Piece {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  return { x, y, width, height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y) };
}

function areaOf({ width, height }: Piece): number {
  return width * height;
}
