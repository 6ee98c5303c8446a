import type { Point, Rect } from '#layout/geometry.ts';

/** How many points of a curve are looked at, quarter turns of an arc included. */
const SAMPLES = 60;

/** The smallest box around what path data draws: lines, quadratic curves and arcs, as drawings have. */
export function pathBounds(data: string): Rect {
  const points = pathPoints(data);
  if (points.length === 0) throw new Error(`The path draws nothing: ${data}`);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Points along path data, close enough together that their bounds are those of the path. */
export function pathPoints(data: string): Point[] {
  const tokens = data.match(/[a-z]|-?\d+(?:\.\d+)?/gi) ?? [];
  if (tokens.join('') !== data.replace(/[\s,]/g, '')) throw new Error(`No path data: ${data}`);
  const points: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  let start = at;
  let place = 0;
  let command = '';
  const next = () => {
    const value = Number(tokens[place++]);
    if (Number.isNaN(value)) throw new Error(`A number is missing in ${data}`);
    return value;
  };
  const to = (point: Point) => {
    at = point;
    points.push(point);
  };
  while (place < tokens.length) {
    if (/[a-z]/i.test(tokens[place] ?? '')) command = tokens[place++] ?? '';
    const relative = command === command.toLowerCase();
    const from = at;
    const x = () => next() + (relative ? from.x : 0);
    const y = () => next() + (relative ? from.y : 0);
    switch (command.toUpperCase()) {
      case 'M':
        to({ x: x(), y: y() });
        start = at;
        command = relative ? 'l' : 'L';
        break;
      case 'L':
        to({ x: x(), y: y() });
        break;
      case 'H':
        to({ x: x(), y: from.y });
        break;
      case 'V':
        to({ x: from.x, y: y() });
        break;
      case 'Q': {
        const control = { x: x(), y: y() };
        const end = { x: x(), y: y() };
        for (let step = 1; step <= SAMPLES; step++) to(onCurve(from, control, end, step / SAMPLES));
        break;
      }
      case 'A': {
        const [rx, ry, turn, large, sweep] = [next(), next(), next(), next(), next()];
        if (turn !== 0) throw new Error(`A turned arc: ${data}`);
        const end = { x: x(), y: y() };
        for (const point of arc(from, end, rx, ry, large === 1, sweep === 1)) to(point);
        break;
      }
      case 'Z':
        at = start;
        break;
      default:
        throw new Error(`${command} in ${data}`);
    }
  }
  return points;
}

function onCurve(from: Point, control: Point, end: Point, t: number): Point {
  const mix = (a: number, b: number, c: number) =>
    (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c;
  return { x: mix(from.x, control.x, end.x), y: mix(from.y, control.y, end.y) };
}

/** Points of an elliptical arc, by the rules of SVG's implementation notes (radii grow when short). */
function arc(
  from: Point,
  end: Point,
  radiusX: number,
  radiusY: number,
  large: boolean,
  sweep: boolean,
): Point[] {
  const half = { x: (from.x - end.x) / 2, y: (from.y - end.y) / 2 };
  const reach = (half.x / radiusX) ** 2 + (half.y / radiusY) ** 2;
  const scale = Math.max(1, Math.sqrt(reach));
  const [rx, ry] = [radiusX * scale, radiusY * scale];
  const off = Math.sqrt(Math.max(0, (scale * scale) / reach - 1)) * (large === sweep ? -1 : 1);
  const centre = {
    x: (off * rx * half.y) / ry + (from.x + end.x) / 2,
    y: (-off * ry * half.x) / rx + (from.y + end.y) / 2,
  };
  const angle = (point: Point) => Math.atan2((point.y - centre.y) / ry, (point.x - centre.x) / rx);
  const begin = angle(from);
  let span = angle(end) - begin;
  if (sweep && span < 0) span += 2 * Math.PI;
  if (!sweep && span > 0) span -= 2 * Math.PI;
  const on = (at: number) => ({ x: centre.x + rx * Math.cos(at), y: centre.y + ry * Math.sin(at) });
  const quarters = Array.from({ length: 17 }, (_, n) => ((n - 8) * Math.PI) / 2).filter(
    (at) => (at - begin) * Math.sign(span) > 0 && (at - begin - span) * Math.sign(span) < 0,
  );
  const steps = Array.from({ length: SAMPLES }, (_, n) => begin + (span * (n + 1)) / SAMPLES);
  return [...quarters, ...steps].toSorted((a, b) => (a - b) * Math.sign(span)).map(on);
}
