import type { Measures } from '#layout/faults.ts';
import { bottom, type Point, type Rect, right } from '#layout/geometry.ts';
import type { PlacedGraphView } from '#layout/placed.ts';
import { type Growth, median } from './growth.ts';

/** A drawing, what it was measured at, and what Graphviz made of the same graph. */
export interface Judged {
  readonly set: string;
  readonly name: string;
  readonly placed: PlacedGraphView;
  readonly measures: Measures;
  readonly faults: number;
  /** Milliseconds that the layout took. */
  readonly took: number;
  readonly growth?: Growth | undefined;
  readonly dot?: {
    /** Without labels, in curves. */
    readonly crossings: number;
    /** The same, in straight pieces. */
    readonly straight: number;
    /** Pixels, with labels as boxes. */
    readonly length: number;
    /** Square pixels, with labels as boxes. */
    readonly area: number;
  };
}

const WORST = 15;

/** Crossings by set, in total, and the views that Graphviz draws with fewer. */
export function* dotTable(all: readonly Judged[]): Generator<string> {
  const row = (name: string, cells: readonly (string | number)[]) =>
    `${name.slice(-60).padEnd(60)}${cells.map((cell) => `${cell}`.padStart(9)).join('')}`;
  yield row('set', ['views', 'ours', 'dot', 'ratio', 'pieces', 'ratio']);
  const compared = all.filter(({ dot }) => dot);
  const line = (name: string, some: readonly Judged[]) => {
    const [ours, theirs] = [crossings(some), dotCrossings(some)];
    const straight = sum(some, ({ dot }) => dot?.straight ?? 0);
    const cells = [ours, theirs, ratio(ours, theirs), straight, ratio(ours, straight)];
    return row(name, [some.length, ...cells]);
  };
  for (const set of new Set(compared.map((one) => one.set))) {
    yield line(
      set,
      compared.filter((one) => one.set === set),
    );
  }
  yield line('all', compared);
  const failed = all.length - compared.length;
  if (failed > 0) yield `dot failed for ${failed} views; they are not counted.`;
  const worse = compared
    .map((one) => ({ ...one, by: one.measures.crossings - (one.dot?.crossings ?? 0) }))
    .filter(({ by }) => by > 0)
    .toSorted((a, b) => b.by - a.by);
  yield '';
  yield `${worse.length} views are worse than dot's; the worst ${Math.min(WORST, worse.length)}:`;
  yield row('view', ['boxes', 'lines', 'ours', 'dot', 'pieces']);
  for (const { name, placed, measures, dot } of worse.slice(0, WORST)) {
    const { nodes, edges } = placed;
    yield row(name, [
      nodes.length,
      edges.length,
      measures.crossings,
      dot?.crossings ?? '',
      dot?.straight ?? '',
    ]);
  }
}

/** The bars of the layout's acceptance, what all drawings come to, and whether that is enough. */
export function* barsTable(all: readonly Judged[], warm: boolean): Generator<string> {
  const row = (measure: string, bar: string, ours: string, met: boolean | undefined) =>
    `${measure.padEnd(58)}${bar.padStart(18)}${ours.padStart(22)}  ${met === undefined ? '' : met ? 'met' : 'NOT MET'}`;
  yield `${'measure'.padEnd(58)}${'bar'.padStart(18)}${'ours'.padStart(22)}`;
  const most = (name: string, bar: number, ours: number, digits = 2) =>
    row(name, `≤ ${bar}`, ours.toFixed(digits), ours <= bar);
  const least = (name: string, bar: number, ours: number, digits = 2) =>
    row(name, `≥ ${bar}`, ours.toFixed(digits), ours >= bar);
  yield most(
    'faults',
    0,
    sum(all, ({ faults }) => faults),
    0,
  );
  const compared = all.filter(({ dot }) => dot);
  if (compared.length > 0) {
    yield most(
      'crossings, against dot',
      0.8,
      crossings(compared) / Math.max(1, dotCrossings(compared)),
    );
    const beyond = compared.filter(({ measures, dot }) => {
      const theirs = dot?.crossings ?? 0;
      return measures.crossings > theirs + Math.max(5, theirs / 2);
    });
    yield most('views with more than dot + max(5, 50 %)', 0, beyond.length, 0);
    const length = sum(compared, ({ measures }) => measures.length);
    yield most(
      'length, against dot with labels as boxes',
      1.25,
      length / sum(compared, ({ dot }) => dot?.length ?? 0),
    );
    const area = sum(compared, ({ measures }) => measures.area);
    yield most(
      'area, against dot with labels as boxes',
      1.05,
      area / sum(compared, ({ dot }) => dot?.area ?? 0),
    );
  }
  const bends = (some: readonly Judged[]) =>
    sum(some, ({ measures }) => measures.bends) /
    Math.max(
      1,
      sum(some, ({ placed }) => placed.edges.length),
    );
  const small = all.filter(({ placed }) => placed.nodes.length <= 20);
  yield most('bends a line', 2.2, bends(all));
  yield most('bends a line, views up to 20 boxes', 1.5, bends(small));
  const shaped = small.filter(({ placed }) => placed.nodes.length >= 5);
  const good = shaped.filter(({ measures: { aspect } }) => aspect >= 1 && aspect <= 2.2);
  yield least(
    'share with aspect 1 to 2.2, 5 to 20 boxes',
    0.8,
    good.length / Math.max(1, shaped.length),
  );
  const middling = small.filter(({ placed }) => placed.nodes.length >= 10);
  const flat = middling.filter(({ placed }) => depth(placed) < 3);
  const deep = middling.filter(({ placed }) => depth(placed) >= 3);
  const filled = (some: readonly Judged[]) => median(some.map(({ measures }) => measures.filled));
  if (flat.length > 0) yield least('filled, 10 to 20 boxes, median', 0.15, filled(flat));
  if (deep.length > 0) yield least('filled, nested three deep or more, median', 0.05, filled(deep));
  yield least('least way from box to box, pixels', 24, Math.min(...all.map(closestBoxes)), 1);
  yield least('least way from line to label, pixels', 4, Math.min(...all.map(closestToLabel)), 1);
  yield least(
    'least way between lines that run side by side, pixels',
    12,
    Math.min(...all.map(closestLines)),
    1,
  );
  yield least(
    'shortest last piece of a line with a head, pixels',
    14,
    Math.min(...all.map(shortestHead)),
    1,
  );
  const grown = all.flatMap(({ growth }) => growth ?? []);
  if (grown.length > 0) {
    const mean = (of: (one: Growth) => number) =>
      grown.reduce((total, one) => total + of(one), 0) / grown.length;
    yield most(
      'one box more: pairs that change sides, mean',
      0.05,
      mean((one) => one.inverted),
      3,
    );
    yield most(
      'one box more: boxes that move over 40 px, mean',
      0.4,
      mean((one) => one.moved),
    );
  }
  if (!warm) return;
  for (const [boxes, from, to, bar] of [
    [8, 6, 10, 2],
    [30, 25, 35, 15],
    [60, 50, 70, 30],
  ] as const) {
    const some = all.filter(({ placed: { nodes } }) => nodes.length >= from && nodes.length <= to);
    const name = `warm, median of ${some.length} views of ${from} to ${to} boxes, ms`;
    if (some.length > 0) yield most(name, bar, median(some.map(({ took }) => took)), 1);
    else yield row(name, `≤ ${bar} for ${boxes}`, '', undefined);
  }
}

function sum(all: readonly Judged[], of: (one: Judged) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}

function crossings(all: readonly Judged[]): number {
  return sum(all, ({ measures }) => measures.crossings);
}

function dotCrossings(all: readonly Judged[]): number {
  return sum(all, ({ dot }) => dot?.crossings ?? 0);
}

function ratio(ours: number, theirs: number): string {
  return theirs === 0 ? (ours === 0 ? '–' : '∞') : (ours / theirs).toFixed(2);
}

function depth({ clusters }: PlacedGraphView): number {
  const parents = new Map(clusters.map(({ cluster }) => [cluster.id, cluster.parent]));
  const of = (id: (typeof clusters)[number]['cluster']['parent']): number =>
    id === undefined ? 0 : 1 + of(parents.get(id));
  return Math.max(0, ...clusters.map(({ cluster }) => of(cluster.id)));
}

/** Between two rectangles, the wider of the ways across and down; below 0 where they overlap. */
function apart(a: Rect, b: Rect): number {
  return Math.max(a.x - right(b), b.x - right(a), a.y - bottom(b), b.y - bottom(a));
}

function closestBoxes({ placed: { nodes } }: Judged): number {
  return least(nodes.flatMap((a, at) => nodes.slice(at + 1).map((b) => apart(a.box, b.box))));
}

function closestToLabel({ placed: { edges } }: Judged): number {
  return least(
    edges.flatMap(({ label }, own) =>
      label
        ? edges.flatMap(({ points }, other) =>
            own === other ? [] : pieces(points).map((piece) => apart(label.box, piece)),
          )
        : [],
    ),
  );
}

function closestLines({ placed: { edges } }: Judged): number {
  const own = edges.map(({ points, edge }) => ({ edge, pieces: pieces(points) }));
  return least(
    own.flatMap((a, at) =>
      own
        .slice(at + 1)
        .flatMap((b) => a.pieces.flatMap((p) => b.pieces.flatMap((q) => sideBySide(p, q) ?? []))),
    ),
  );
}

/** How far two level or two upright pieces are apart that pass one another for more than a corner. */
function sideBySide(a: Rect, b: Rect): number | undefined {
  const along = (from: number, to: number, other: number, end: number) =>
    Math.min(to, end) - Math.max(from, other);
  if (a.height === 0 && b.height === 0 && along(a.x, right(a), b.x, right(b)) > 8)
    return Math.abs(a.y - b.y);
  if (a.width === 0 && b.width === 0 && along(a.y, bottom(a), b.y, bottom(b)) > 8)
    return Math.abs(a.x - b.x);
  return undefined;
}

function shortestHead({ placed: { edges } }: Judged): number {
  return least(
    edges.flatMap(({ points }) => {
      const last = pieces(points).at(-1);
      return last ? [Math.max(last.width, last.height)] : [];
    }),
  );
}

function pieces(points: readonly Point[]): Rect[] {
  return points.slice(1).map((b, at) => {
    const a = points[at] ?? b;
    const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
    return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
  });
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}
