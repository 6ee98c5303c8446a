import { spawnSync } from 'node:child_process';
import type { SizedCluster, SizedEdge, SizedGraph } from '#layout/engine.ts';
import type { Point } from '#layout/geometry.ts';
import { TITLE_INSET } from '#layout/sized.ts';

/** What Graphviz made of a graph. */
export interface DotDrawing {
  /** Every line, sampled closely enough that a curve crosses what its samples cross. */
  readonly lines: readonly (readonly Point[])[];
  /** Of all lines, in pixels. */
  readonly length: number;
  /** Square pixels. */
  readonly area: number;
}

/**
 * How Graphviz is asked: without words and with curves, as it is by default; the same with straight pieces,
 * which cross less often since they do not swing; or with each label as a box of its own, and the room
 * of boundaries' titles kept, as ours do.
 */
export type DotMode = 'curves' | 'pieces' | 'labels as boxes';

/** The first line that `dot -V` says; nothing where there is none on the path. */
export function dotVersion(): string | undefined {
  const { status, stderr } = spawnSync('dot', ['-V'], { encoding: 'utf8' });
  return status === 0 ? stderr.trim() : undefined;
}

/** Draws a graph of ours with `dot`: the same sizes, nesting and direction. Nothing when it fails. */
export function drawWithDot(graph: SizedGraph, mode: DotMode): DotDrawing | undefined {
  const { status, stdout } = spawnSync('dot', ['-Tplain'], {
    input: dotText(graph, mode),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 120_000,
  });
  return status === 0 ? drawingOf(stdout) : undefined;
}

const INCH = 72;
/** Between boxes in a row, and between rows; pixels, much as in our drawings. */
const APART = { nodes: 28, rows: 60 };

/** A graph in Graphviz's language, its parts numbered. */
export function dotText(graph: SizedGraph, mode: DotMode): string {
  const { nodes, clusters, edges, direction } = graph;
  const lines: string[] = [];
  const inches = (pixels: number) => (pixels / INCH).toFixed(4);
  const box = (name: string, { width, height }: { width: number; height: number }) =>
    lines.push(`${name} [width=${inches(width)} height=${inches(height)}];`);
  const clusterAt = new Map(clusters.map(({ id }, place) => [id, place]));
  const parents = new Map([...clusters, ...nodes].map(({ id, parent }) => [id, parent] as const));
  const around = (id: string): string[] => {
    const parent = parents.get(id);
    return parent === undefined ? [] : [parent, ...around(parent)];
  };
  const labelled = mode === 'labels as boxes' ? edges.filter(({ label }) => label) : [];
  /** The innermost boundary that holds both ends of a line; at the root a label tears the drawing apart. */
  const home = ({ source, target }: SizedEdge) => {
    const outer = new Set(around(target));
    return around(source).find((id) => outer.has(id));
  };
  const inside = (parent: string | undefined) => {
    for (const [place, node] of nodes.entries()) if (node.parent === parent) box(`n${place}`, node);
    for (const edge of labelled) {
      if (edge.label && home(edge) === parent) box(`l${edges.indexOf(edge)}`, edge.label);
    }
    for (const [place, cluster] of clusters.entries()) {
      if (cluster.parent !== parent) continue;
      lines.push(`subgraph cluster${place} { margin=20;`);
      if (mode === 'labels as boxes') lines.push(titleText(cluster));
      inside(cluster.id);
      // A line to a boundary needs something in it.
      if (!nodes.some(({ id }) => around(id).includes(cluster.id))) {
        lines.push(`e${place} [style=invis width=0.1 height=0.1];`);
      }
      lines.push('}');
    }
  };
  const end = (id: string): string => {
    const place = clusterAt.get(id);
    if (place === undefined) return `n${nodes.findIndex((node) => node.id === id)}`;
    const first = nodes.findIndex((node) => around(node.id).includes(id));
    return first < 0 ? `e${place}` : `n${first}`;
  };
  const clip = (name: 'ltail' | 'lhead', id: string, other: string) => {
    const place = clusterAt.get(id);
    return place === undefined || around(other).includes(id) ? '' : ` ${name}=cluster${place}`;
  };
  const splines = mode === 'curves' ? 'true' : 'polyline';
  lines.push(
    `digraph { compound=true; splines=${splines}; rankdir=${direction};`,
    `nodesep=${inches(APART.nodes)}; ranksep=${inches(mode === 'labels as boxes' ? APART.rows / 2 : APART.rows)};`,
    'node [shape=box fixedsize=true label=""]; edge [dir=none];',
  );
  inside(undefined);
  for (const [place, edge] of edges.entries()) {
    const { source, target } = edge;
    const [tail, head] = [clip('ltail', source, target), clip('lhead', target, source)];
    if (labelled.includes(edge)) {
      lines.push(`${end(source)} -> l${place} [${tail}]; l${place} -> ${end(target)} [${head}];`);
    } else {
      lines.push(`${end(source)} -> ${end(target)} [${tail}${head}];`);
    }
  }
  return `${lines.join('\n')}\n}\n`;
}

/** A title without words at a boundary's upper left corner: a table of its size. */
function titleText({ title }: SizedCluster): string {
  const width = Math.max(1, Math.round(title.width - TITLE_INSET.x));
  const height = Math.max(1, Math.round(title.height - TITLE_INSET.y));
  return `labeljust=l; label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${height}"><TR><TD></TD></TR></TABLE>>;`;
}

/** Samples of each Bézier piece. */
const SAMPLES = 12;

function drawingOf(plain: string): DotDrawing {
  const lines: Point[][] = [];
  let area = 0;
  for (const row of plain.split('\n')) {
    const [kind, ...cells] = row.split(' ');
    if (kind === 'graph') area = Number(cells[1]) * INCH * Number(cells[2]) * INCH;
    if (kind !== 'edge') continue;
    const count = Number(cells[2]);
    const points = Array.from({ length: count }, (_, at) => ({
      x: Number(cells[3 + 2 * at]) * INCH,
      y: Number(cells[4 + 2 * at]) * INCH,
    }));
    lines.push(sampled(points));
  }
  const length = lines.flatMap((line) =>
    line
      .slice(1)
      .map((b, at) => Math.hypot(b.x - (line[at]?.x ?? b.x), b.y - (line[at]?.y ?? b.y))),
  );
  return { lines, length: length.reduce((total, piece) => total + piece, 0), area };
}

function sampled(points: readonly Point[]): Point[] {
  const [start] = points;
  const line = start ? [start] : [];
  for (let at = 3; at < points.length; at += 3) {
    const [a, b, c, d] = points.slice(at - 3, at + 1);
    if (!a || !b || !c || !d) break;
    for (let step = 1; step <= SAMPLES; step++) {
      const t = step / SAMPLES;
      const [wa, wb, wc, wd] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
      line.push({
        x: wa * a.x + wb * b.x + wc * c.x + wd * d.x,
        y: wa * a.y + wb * b.y + wc * c.y + wd * d.y,
      });
    }
  }
  return line;
}
