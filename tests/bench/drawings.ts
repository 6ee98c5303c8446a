/**
 * `npm run bench:drawings -- [workspace.dsl …]`: faults, crossings, bends and sizes of every drawing of
 * these workspaces (the project's own when none is named). Exits 1 when a drawing has a fault.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Source } from '#diagnostics/source.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { faultsOf, measuresOf } from '#layout/faults.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { indexWorkspace } from '#model/index.ts';
import { fileReader } from '#sources/file-reader.ts';
import { buildViewGraph } from '#views/build.ts';
import { styleSheet } from '#views/styles.ts';

const files = process.argv.slice(2);
const options = { engine: createRowsEngine(), measure: createTextMeasure() };
const line = (name: string, cells: readonly (string | number)[]) =>
  process.stdout.write(
    `${name.padEnd(44)}${cells.map((cell) => `${cell}`.padStart(8)).join('')}\n`,
  );
line('view', ['boxes', 'lines', 'faults', 'cross', 'bends', 'length', 'width', 'height', 'ms']);
for (const file of files.length > 0 ? files : ['workspace.dsl']) {
  const text = readFileSync(file, 'utf8');
  const { workspace } = parseWorkspace(new Source(file, text), {
    reader: fileReader(dirname(file)),
    warnings: false,
  });
  if (!workspace) {
    process.stderr.write(`${file} has errors; \`archfolio check\` tells them\n`);
    continue;
  }
  const index = indexWorkspace(workspace);
  const sheet = styleSheet(index, []);
  for (const view of workspace.views) {
    const graph = view.kind === 'Image' ? undefined : buildViewGraph(index, view, sheet);
    if (!graph) continue;
    const start = performance.now();
    const placed = placeView(graph, options);
    const took = performance.now() - start;
    if (placed.layout !== 'graph') continue;
    const faults = faultsOf(placed);
    for (const { kind, of } of faults) process.stdout.write(`  ${kind}: ${of.join(', ')}\n`);
    if (faults.length > 0) process.exitCode = 1;
    const { crossings, bends, length } = measuresOf(placed);
    line(view.key, [
      ...[placed.nodes.length, placed.edges.length, faults.length, crossings, bends],
      ...[length, placed.width, placed.height, took].map(Math.round),
    ]);
  }
}
