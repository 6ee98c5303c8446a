/**
 * `npm run bench`: medians of each stage and of whole processes at three sizes, then whole sites beside
 * their bars. `-- --quick` leaves out the two large site builds and the whole sites, `-- --sites` all
 * but these. Times are of this machine and noisy; compare runs, not machines.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Source } from '#diagnostics/source.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { indexWorkspace } from '#model/index.ts';
import type { GraphView } from '#model/views.ts';
import { renderDrawing } from '#svg/drawing.ts';
import { buildViewGraph } from '#views/build.ts';
import { styleSheet } from '#views/styles.ts';
import { quantilesTable } from './cost.ts';
import { sitesTable } from './sites.ts';
import { syntheticWorkspace } from './workspace.ts';

const SIZES = [10, 50, 100] as const;
const quick = process.argv.includes('--quick');
const onlySites = process.argv.includes('--sites');
const folder = mkdtempSync(join(tmpdir(), 'archfolio-bench-'));
const rows: string[][] = [];

try {
  for (const systems of onlySites ? [] : SIZES) {
    const text = syntheticWorkspace(systems);
    const root = join(folder, String(systems));
    mkdirSync(root);
    writeFileSync(join(root, 'workspace.dsl'), text);
    const stages = measureStages(text, systems >= 50 ? 9 : 25);
    const json = wholeProcess(
      ['export', join(root, 'workspace.dsl'), '--format', 'json', '--output', root],
      3,
    );
    const svg = wholeProcess(
      ['export', join(root, 'workspace.dsl'), '--format', 'svg', '--output', join(root, 'svg')],
      3,
    );
    const site =
      quick && systems > 10
        ? undefined
        : wholeProcess(['build', '--root', root], systems === 10 ? 3 : 1);
    rows.push([
      `${systems} systems, ${stages.elements} elements, ${stages.views} views`,
      milliseconds(stages.parse),
      milliseconds(stages.graphs),
      milliseconds(stages.layout),
      milliseconds(stages.svg),
      seconds(json),
      seconds(svg),
      site === undefined ? 'left out' : seconds(site),
    ]);
    process.stderr.write(`${rows.at(-1)?.join('  ')}\n`);
  }
  if (!quick) for await (const row of sitesTable(folder)) console.log(row);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const heads = [
  'size',
  'parse',
  'views',
  'layout',
  'svg',
  'export json',
  'export svg',
  'site build',
];
const widths = heads.map((head, column) =>
  Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
);
const line = (cells: readonly string[]) =>
  cells
    .map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    .join('  ');
if (!onlySites) {
  console.log(['', line(heads), ...rows.map(line), '', ...quantilesTable(), ''].join('\n'));
  console.log(
    'Stages: median of warm runs in one process. Exports and site: median of whole processes.',
  );
}

interface Stages {
  readonly elements: number;
  readonly views: number;
  readonly parse: number;
  readonly graphs: number;
  readonly layout: number;
  readonly svg: number;
}

function measureStages(text: string, runs: number): Stages {
  const source = new Source('workspace.dsl', text);
  const measure = createTextMeasure();
  const engine = createRowsEngine();
  const { workspace } = parseWorkspace(source);
  if (!workspace) throw new Error('The synthetic workspace does not parse.');
  const index = indexWorkspace(workspace);
  const sheet = styleSheet(index, []);
  const views = workspace.views as readonly GraphView[];
  const graphs = views.flatMap((view) => buildViewGraph(index, view, sheet) ?? []);
  const placed = graphs.map((graph) => placeView(graph, { engine, measure }));
  return {
    elements: workspace.elements.length,
    views: views.length,
    parse: median(runs, () => parseWorkspace(source)),
    graphs: median(runs, () => views.map((view) => buildViewGraph(index, view, sheet))),
    layout: median(runs, () => graphs.map((graph) => placeView(graph, { engine, measure }))),
    svg: median(runs, () =>
      placed.map((view) => renderDrawing(view, { prefix: 'b', theme: 'auto', measure })),
    ),
  };
}

function wholeProcess(args: readonly string[], runs: number): number {
  const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
  return median(runs, () => {
    const { status, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${args[0]} failed: ${stderr}`);
  });
}

/** The middle of so many runs, in milliseconds. */
function median(runs: number, run: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(2)} s`;
}
