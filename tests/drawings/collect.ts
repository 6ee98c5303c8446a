import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { prepareForExport } from '#dsl/export-json.ts';
import type { LayoutEngine } from '#layout/engine.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import { indexWorkspace } from '#model/index.ts';
import { loadWorkspaceFile } from '#sources/workspace.ts';
import { renderDrawing } from '#svg/drawing.ts';
import { buildViewGraph } from '#views/build.ts';
import { styleSheet } from '#views/styles.ts';

/** A drawing to be measured. */
export interface Drawn {
  /** The file, and the view of a workspace. */
  readonly name: string;
  readonly svg: string;
  /** Of the layout, in milliseconds; nothing for a file that was an SVG. */
  readonly took?: number;
}

/** The files that a name stands for: a folder stands for the workspaces and drawings in it. */
export function filesOf(name: string, cwd: string): string[] {
  const path = resolve(cwd, name);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:dsl|svg)$/.test(file) && !/(?:^|\/)node_modules\//.test(file))
    .sort()
    .map((file) => join(path, file))
    .filter((file) => statSync(file).isFile());
}

/**
 * The drawings of a file. A workspace gives each of its views that is not an image; one that cannot be
 * read gives none, since corpora are full of fragments and of mistakes made on purpose.
 */
export function* drawingsOf(
  file: string,
  cwd: string,
  engine: LayoutEngine,
): Generator<Drawn, undefined, undefined> {
  const shown = relative(cwd, file) || basename(file);
  if (extname(file) === '.svg') {
    yield { name: shown, svg: readFileSync(file, 'utf8') };
    return;
  }
  const { workspace, diagnostics, isComplete } = loadWorkspaceFile(file, cwd);
  if (!workspace || hasErrors(diagnostics)) return;
  const index = indexWorkspace(isComplete ? workspace : prepareForExport(workspace));
  const sheet = styleSheet(index, []);
  const measure = createTextMeasure();
  for (const view of index.workspace.views) {
    const graph = view.kind === 'Image' ? undefined : buildViewGraph(index, view, sheet);
    if (!graph || graph.nodes.length === 0) continue;
    const started = performance.now();
    const placed = placeView(graph, { engine, measure });
    const took = performance.now() - started;
    const svg = renderDrawing(placed, { prefix: view.key, theme: 'light', measure });
    yield { name: `${shown} ${view.key}`, svg, took };
  }
}
