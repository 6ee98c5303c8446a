/**
 * `npm run bench:drawings -- [options] [workspace …]`: faults, crossings, bends and sizes of every drawing
 * of these workspaces or folders of them (the project's own when none is named), and what they come to
 * beside the bars that were set. Exits 1 when a drawing has a fault, or without the `dot` it asks for.
 *
 * - `--dot` draws the same graphs with Graphviz's `dot`, and counts its crossings in the same way
 * - `--grow` tells what one more box moves
 * - `--synthetic` adds the workspace of `npm run bench`
 * - `--warm` times every drawing as the median of nine after the first
 */
import { parseArgs } from 'node:util';
import { Source } from '#diagnostics/source.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { crossingsOf, faultsOf, measuresOf } from '#layout/faults.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { sizeView } from '#layout/sized.ts';
import { filesOf, type Graph, graphsIn, graphsOf } from '../drawings/collect.ts';
import { barsTable, dotTable, type Judged } from './bars.ts';
import { dotVersion, drawWithDot } from './dot.ts';
import { growthOf } from './growth.ts';
import { syntheticWorkspace } from './workspace.ts';

const { values, positionals } = parseArgs({
  options: {
    dot: { type: 'boolean' },
    synthetic: { type: 'boolean' },
    warm: { type: 'boolean' },
    grow: { type: 'boolean' },
  },
  allowPositionals: true,
});
const cwd = process.cwd();
const options = { engine: createRowsEngine(), measure: createTextMeasure() };
const say = (text = '') => process.stdout.write(`${text}\n`);
const dot = values.dot ? dotVersion() : undefined;
if (values.dot && dot === undefined) {
  process.stderr.write(
    'THERE IS NO COMPARISON: `dot` is not on the path; install Graphviz (apt-get install graphviz).\n',
  );
  process.exitCode = 1;
}

/** A set is a folder or file that was named. */
function* sets(): Generator<readonly [set: string, graph: Graph]> {
  const named = positionals.length > 0 || values.synthetic ? positionals : ['workspace.dsl'];
  for (const name of named) {
    for (const file of filesOf(name, cwd)) {
      if (file.endsWith('.svg')) continue;
      for (const graph of graphsOf(file, cwd)) yield [name, graph];
    }
  }
  if (!values.synthetic) return;
  const { workspace } = parseWorkspace(new Source('synthetic', syntheticWorkspace(10)));
  for (const { key, graph } of workspace ? graphsIn(workspace) : []) {
    yield ['synthetic', { name: `synthetic ${key}`, graph }];
  }
}

/** What comes out, and how many milliseconds that takes. */
function timed<Placed>(place: () => Placed): { placed: Placed; took: number } {
  const times: number[] = [];
  for (;;) {
    const start = performance.now();
    const placed = place();
    times.push(performance.now() - start);
    if (values.warm && times.length < 10) continue;
    const took = times.slice(values.warm ? 1 : 0).toSorted((a, b) => a - b);
    return { placed, took: took[Math.floor(took.length / 2)] ?? 0 };
  }
}

const row = (name: string, cells: readonly (string | number)[]) =>
  say(`${name.slice(-60).padEnd(60)}${cells.map((cell) => `${cell}`.padStart(8)).join('')}`);
const heads = ['boxes', 'lines', 'faults', 'cross', 'bends', 'length', 'width', 'height', 'ms'];
row('view', dot ? [...heads, 'dot'] : heads);
const all: Judged[] = [];
for (const [set, { name, graph }] of sets()) {
  const { placed, took } = timed(() => placeView(graph, options));
  if (placed.layout !== 'graph') continue;
  const faults = faultsOf(placed);
  for (const { kind, of } of faults) say(`  ${kind}: ${of.join(', ')}`);
  if (faults.length > 0) process.exitCode = 1;
  const measures = measuresOf(placed);
  const growth = values.grow ? growthOf(sizeView(graph, options).graph, options.engine) : undefined;
  const judged: Judged = {
    set,
    name,
    placed,
    measures,
    took,
    faults: faults.length,
    growth,
    ...besideDot(),
  };
  all.push(judged);
  const { crossings, bends, length } = measures;
  row(name, [
    ...[placed.nodes.length, placed.edges.length, faults.length, crossings, bends],
    ...[length, placed.width, placed.height].map(Math.round),
    took.toFixed(1),
    ...(judged.dot ? [judged.dot.crossings] : dot ? ['failed'] : []),
  ]);

  function besideDot(): Pick<Judged, 'dot'> {
    if (dot === undefined) return {};
    const sized = sizeView(graph, options).graph;
    const curves = drawWithDot(sized, 'curves');
    const pieces = drawWithDot(sized, 'pieces');
    const labelled = drawWithDot(sized, 'labels as boxes');
    if (!curves || !pieces || !labelled) return {};
    return {
      dot: {
        crossings: crossingsOf(curves.lines),
        straight: crossingsOf(pieces.lines),
        length: labelled.length,
        area: labelled.area,
      },
    };
  }
}
if (dot !== undefined) {
  say();
  say(`Crossings beside ${dot}, without labels:`);
  for (const line of dotTable(all)) say(line);
}
say();
for (const line of barsTable(all, values.warm ?? false)) say(line);
