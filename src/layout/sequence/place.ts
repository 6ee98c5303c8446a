import type { GraphEdge, ViewGraph } from '#views/graph.ts';
import { type Point, type Rect, union } from '../geometry.ts';
import { sizeHead, sizeStep, type TextBlock } from '../measure/blocks.ts';
import { FONTS, type TextMeasure } from '../measure/text.ts';
import type { PlacedEdge, PlacedFrame, PlacedNode, PlacedSequenceView } from '../placed.ts';
import { activationsOf, type Message } from './activations.ts';
import { type Spacing, spaceColumns } from './columns.ts';
import { labelMiddle } from './label-place.ts';

const MARGIN = 8;
/** Between two participants' boxes, at least. */
const COLUMN_GAP = 24;
const ACTIVATION_WIDTH = 10;
/** Free line on both sides of a label, arrow head included. */
const LABEL_SIDE = ACTIVATION_WIDTH / 2 + 14;
const SELF_LOOP = { width: 40, height: 18 };
const LABEL_ABOVE = 5;
const ROW_GAP = 14;
const FIRST_ROW = 26;
const LAST_ROW = 24;
/** Room for a frame around steps: for its tab above, below, at the sides, and outside it. */
const FRAME = { above: 34, below: 14, left: 66, right: 22, outside: 6 };

/**
 * A dynamic view as a sequence diagram: participants in the order of their first step, as close as
 * the labels between them allow; steps from top to bottom. Linear in the number of steps.
 */
export function placeSequence(graph: ViewGraph, measure: TextMeasure): PlacedSequenceView {
  const nodes = participants(graph);
  const column = new Map(nodes.map(({ id }, index) => [id as string, index]));
  const steps = graph.edges.flatMap((edge) => {
    const [from, to] = [column.get(edge.source), column.get(edge.target)];
    return from === undefined || to === undefined
      ? []
      : [{ edge, from, to, text: sizeStep(edge, measure) }];
  });
  const sizes = nodes.map((node) => sizeHead(node, measure));
  const isFramed = steps.some(({ edge }) => inParallel(edge));
  const first = Math.max((sizes[0]?.width ?? 0) / 2, isFramed ? FRAME.left + ACTIVATION_WIDTH : 0);
  const middles = spaceColumns(nodes.length, MARGIN + first, [
    ...sizes.slice(1).map((size, index) => ({
      from: index,
      to: index + 1,
      distance: ((sizes[index]?.width ?? 0) + size.width) / 2 + COLUMN_GAP,
    })),
    ...steps.flatMap(({ from, to, text }) => spacingOf(from, to, text, nodes.length)),
  ]);
  const headHeight = Math.max(0, ...sizes.map(({ height }) => height));
  const placed: PlacedNode[] = nodes.flatMap((node, index) => {
    const size = sizes[index];
    if (!size) return [];
    const x = (middles[index] ?? 0) - size.width / 2;
    const y = MARGIN + headHeight - size.height;
    return [{ node, text: size.text, box: { x, y, width: size.width, height: size.height } }];
  });

  let y = MARGIN + headHeight + FIRST_ROW;
  const rows = steps.map((step, place) => {
    const isParallel = inParallel(step.edge);
    const [before, after] = [steps[place - 1]?.edge, steps[place + 1]?.edge];
    if (isParallel && !(before && inParallel(before))) y += FRAME.above;
    const top = y;
    y += step.text.height;
    const at = y + LABEL_ABOVE;
    y = at + ROW_GAP + (step.from === step.to ? SELF_LOOP.height : 0);
    const low = y;
    if (isParallel && !(after && inParallel(after))) y += FRAME.below;
    return { ...step, y: at, top, low };
  });
  const messages: Message[] = rows.map(({ edge, from, to, y: at }) => ({
    from,
    to,
    y: at,
    response: edge.response,
  }));
  const people = new Set(nodes.flatMap(({ kind }, index) => (kind === 'Person' ? [index] : [])));
  const stretches = activationsOf(messages, people);
  const busy = (index: number, at: number) =>
    stretches.some(({ column: c, from, to }) => c === index && at >= from - 1 && at <= to + 1);
  /** The bars between two columns beside a label over a line. */
  const passed = (from: number, to: number, low: number, { height }: TextBlock) =>
    stretches.flatMap((stretch) => {
      const between = Math.min(from, to) < stretch.column && stretch.column < Math.max(from, to);
      const x = middles[stretch.column] ?? 0;
      return between && stretch.from < low && stretch.to > low - LABEL_ABOVE - height
        ? [{ from: x - ACTIVATION_WIDTH / 2, to: x + ACTIVATION_WIDTH / 2 }]
        : [];
    });
  const edges = rows.map(({ edge, from, to, y: at, text }) => {
    const ends = [
      { x: middles[from] ?? 0, busy: busy(from, at) },
      { x: middles[to] ?? 0, busy: busy(to, at) },
    ] as const;
    return placeStep(edge, text, at, ends, passed(from, to, at, text));
  });
  const frames = framesAround(
    rows.map(({ top, low }, place) => ({ top, low, edge: edges[place] })),
    measure,
  );
  const end = y - ROW_GAP + LAST_ROW;
  const labelsRight = Math.max(
    0,
    ...edges.map(({ label }) => (label ? label.box.x + label.box.width : 0)),
  );
  const framesRight = Math.max(0, ...frames.map(({ box }) => box.x + box.width));
  const boxesRight = Math.max(0, ...placed.map(({ box }) => box.x + box.width));
  return {
    layout: 'sequence',
    graph,
    width: Math.max(labelsRight, boxesRight, framesRight) + MARGIN,
    height: end + MARGIN,
    nodes: placed,
    lifelines: middles.map((x) => ({ x, from: MARGIN + headHeight, to: end })),
    activations: stretches.map(({ column: index, from, to }) => ({
      box: {
        x: (middles[index] ?? 0) - ACTIVATION_WIDTH / 2,
        y: from,
        width: ACTIVATION_WIDTH,
        height: to - from,
      },
      lines: rows
        .filter((row) => row.y >= from && row.y <= to && (row.from === index || row.to === index))
        .map(({ edge }) => edge.key),
    })),
    frames,
    edges,
  };
}

/** Whether a step shares its number with others, so that they happen at the same time. */
function inParallel({ step }: GraphEdge): boolean {
  return step !== undefined;
}

/** A frame around each run of steps in parallel, as wide as they are. */
function framesAround(
  rows: readonly {
    readonly top: number;
    readonly low: number;
    readonly edge?: PlacedEdge | undefined;
  }[],
  measure: TextMeasure,
): PlacedFrame[] {
  const frames: PlacedFrame[] = [];
  let run: (typeof rows)[number][] = [];
  for (const row of [...rows, undefined]) {
    if (row?.edge && inParallel(row.edge.edge)) {
      run.push(row);
      continue;
    }
    const [first, last] = [run[0], run.at(-1)];
    const spread = union(run.flatMap(({ edge }) => (edge ? extentOf(edge) : [])));
    if (first && last && spread) {
      const y = first.top - FRAME.above + FRAME.outside;
      const box = {
        x: spread.x - FRAME.left,
        y,
        width: spread.width + FRAME.left + FRAME.right,
        height: last.low + FRAME.below - FRAME.outside - y,
      };
      const title = 'parallel';
      frames.push({ box, title, titleWidth: measure.width(title, FONTS.step) });
    }
    run = [];
  }
  return frames;
}

function extentOf({ points, label }: PlacedEdge): Rect[] {
  const ends = points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }));
  return label ? [...ends, label.box] : ends;
}

/** Participants in the order of their first step, those without one at the end, in model order. */
function participants(graph: ViewGraph): ViewGraph['nodes'] {
  const order = new Map<string, number>();
  for (const { source, target } of graph.edges) {
    for (const id of [source, target]) if (!order.has(id)) order.set(id, order.size);
  }
  return graph.nodes.toSorted(
    (a, b) => (order.get(a.id) ?? order.size) - (order.get(b.id) ?? order.size),
  );
}

function spacingOf(from: number, to: number, text: TextBlock, columns: number): Spacing[] {
  if (from !== to) {
    return [
      { from: Math.min(from, to), to: Math.max(from, to), distance: text.width + 2 * LABEL_SIDE },
    ];
  }
  const distance = SELF_LOOP.width + text.width + COLUMN_GAP;
  return from + 1 < columns ? [{ from, to: from + 1, distance }] : [];
}

/** One end of a step's line: the middle of its lifeline, and whether its participant is at work. */
interface End {
  readonly x: number;
  readonly busy: boolean;
}

function placeStep(
  edge: GraphEdge,
  text: TextBlock,
  y: number,
  [from, to]: readonly [End, End],
  passed: Parameters<typeof labelMiddle>[2],
): PlacedEdge {
  const side = Math.sign(to.x - from.x);
  const edgeOf = ({ x, busy }: End, direction: number) =>
    x + (busy ? (direction * ACTIVATION_WIDTH) / 2 : 0);
  if (side === 0) {
    const x = edgeOf(from, 1);
    const points: Point[] = [
      { x, y },
      { x: x + SELF_LOOP.width, y },
      { x: x + SELF_LOOP.width, y: y + SELF_LOOP.height },
      { x, y: y + SELF_LOOP.height },
    ];
    const at = { x: x + SELF_LOOP.width + 6, y: y + (SELF_LOOP.height - text.height) / 2 };
    return {
      edge,
      points,
      label: { box: { ...at, width: text.width, height: text.height }, text },
    };
  }
  const points = [
    { x: edgeOf(from, side), y },
    { x: edgeOf(to, -side), y },
  ];
  const line = {
    from: Math.min(from.x, to.x) + LABEL_SIDE,
    to: Math.max(from.x, to.x) - LABEL_SIDE,
  };
  const label = {
    box: {
      x: labelMiddle(line, text.width, passed) - text.width / 2,
      y: y - LABEL_ABOVE - text.height,
      width: text.width,
      height: text.height,
    },
    text,
  };
  return { edge, points, ...(text.lines.length > 0 && { label }) };
}
