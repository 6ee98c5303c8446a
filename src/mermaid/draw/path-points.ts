interface Point {
  readonly x: number;
  readonly y: number;
}

/** How many points stand for a curve: enough for a box that is right to a fraction of a pixel. */
const STEPS = 16;

/** Points on a path, enough of them that the box around them is the path's. */
export function pathPoints(data: string): Point[] {
  const points: Point[] = [];
  let [at, start, handle]: [Point, Point, Point | undefined] = [O, O, undefined];
  for (const [, letter = '', list = ''] of data.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const numbers = numbersOf(list, letter);
    const kind = letter.toUpperCase();
    const base = () => (letter === kind ? O : at);
    const size = SIZES[kind] ?? 0;
    if (kind === 'Z') {
      at = start;
      handle = undefined;
      continue;
    }
    for (let i = 0; size > 0 && i + size <= numbers.length; i += size) {
      const n = (k: number) => numbers[i + k] ?? 0;
      const point = (k: number): Point => ({ x: base().x + n(k), y: base().y + n(k + 1) });
      const from = at;
      let to: Point;
      let curve: readonly Point[] = [];
      if (kind === 'H') to = { x: base().x + n(0), y: at.y };
      else if (kind === 'V') to = { x: at.x, y: base().y + n(0) };
      else to = point(size - 2);
      if (kind === 'C') curve = [from, point(0), point(2), to];
      if (kind === 'S') curve = [from, mirrored(handle, from), point(0), to];
      if (kind === 'Q') curve = [from, point(0), to];
      if (kind === 'T') curve = [from, mirrored(handle, from), to];
      if (kind === 'A') points.push(...arc(from, n(0), n(1), n(2), n(3) !== 0, n(4) !== 0, to));
      else if (curve.length > 0) points.push(...sampled(curve));
      points.push(to);
      handle = curve.at(-2);
      at = to;
      if (kind === 'M' && i === 0) start = to;
    }
  }
  return points;
}

const O: Point = { x: 0, y: 0 };
const SIZES: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
};

/** The two flags of an arc may be written without a gap. */
function numbersOf(list: string, letter: string): number[] {
  const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
  if (letter.toUpperCase() !== 'A') return list.match(number)?.map(Number) ?? [];
  const arcs =
    /([-+.\de]+)[\s,]+([-+.\de]+)[\s,]+([-+.\de]+)[\s,]*([01])[\s,]*([01])[\s,]*([-+.\de]+)[\s,]*(-?[.\de]+)/gi;
  return [...list.matchAll(arcs)].flatMap((found) => found.slice(1).map(Number));
}

function mirrored(handle: Point | undefined, at: Point): Point {
  return handle ? { x: 2 * at.x - handle.x, y: 2 * at.y - handle.y } : at;
}

/** Points of a Bézier curve of any degree, by de Casteljau's construction. */
function sampled(curve: readonly Point[]): Point[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const t = step / STEPS;
    let row = curve;
    while (row.length > 1) {
      row = row.slice(1).map((b, index) => {
        const a = row[index] ?? b;
        return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
      });
    }
    return row[0] ?? O;
  });
}

/** Points of an arc, by the conversion in SVG 1.1, appendix F.6.5. */
function arc(
  from: Point,
  rx: number,
  ry: number,
  degrees: number,
  large: boolean,
  sweep: boolean,
  to: Point,
): Point[] {
  if (rx === 0 || ry === 0) return [];
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [dx, dy] = [(from.x - to.x) / 2, (from.y - to.y) / 2];
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const grown = Math.sqrt(Math.max(1, (x / rx) ** 2 + (y / ry) ** 2));
  const [a, b] = [Math.abs(rx) * grown, Math.abs(ry) * grown];
  const rest = (a * b) ** 2 - (a * y) ** 2 - (b * x) ** 2;
  const scale =
    Math.sqrt(Math.max(0, rest / ((a * y) ** 2 + (b * x) ** 2 || 1))) * (large === sweep ? -1 : 1);
  const [cx, cy] = [(scale * a * y) / b, (-scale * b * x) / a];
  const first = Math.atan2((y - cy) / b, (x - cx) / a);
  let angle = Math.atan2((-y - cy) / b, (-x - cx) / a) - first;
  if (sweep && angle < 0) angle += 2 * Math.PI;
  if (!sweep && angle > 0) angle -= 2 * Math.PI;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return Array.from({ length: 2 * STEPS }, (_, step) => {
    const at = first + (angle * step) / (2 * STEPS);
    const [u, v] = [cx + a * Math.cos(at), cy + b * Math.sin(at)];
    return { x: middle.x + cos * u - sin * v, y: middle.y + sin * u + cos * v };
  });
}
