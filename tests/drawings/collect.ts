import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { prepareForExport } from '#dsl/export-json.ts';
import type { LayoutEngine } from '#layout/engine.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import { indexWorkspace } from '#model/index.ts';
import type { Workspace } from '#model/workspace.ts';
import { loadWorkspaceFile } from '#sources/workspace.ts';
import { renderDrawing } from '#svg/drawing.ts';
import { buildViewGraph } from '#views/build.ts';
import type { ViewGraph } from '#views/graph.ts';
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

/** A view of a workspace, to be drawn. */
export interface Graph {
  /** The file and the view. */
  readonly name: string;
  readonly graph: ViewGraph;
}

/**
 * The views of a workspace that are not images. One that cannot be read gives none, since corpora are
 * full of fragments and of mistakes made on purpose.
 */
export function* graphsOf(file: string, cwd: string): Generator<Graph, undefined, undefined> {
  const { workspace, diagnostics, isComplete } = loadWorkspaceFile(file, cwd);
  if (!workspace || hasErrors(diagnostics)) return;
  const shown = relative(cwd, file) || basename(file);
  for (const { key, graph } of graphsIn(isComplete ? workspace : prepareForExport(workspace))) {
    yield { name: `${shown} ${key}`, graph };
  }
}

/** The views of a workspace that are not images and not empty. */
export function graphsIn(workspace: Workspace): { key: string; graph: ViewGraph }[] {
  const index = indexWorkspace(workspace);
  const sheet = styleSheet(index, []);
  return index.workspace.views.flatMap((view) => {
    const graph = view.kind === 'Image' ? undefined : buildViewGraph(index, view, sheet);
    return graph && graph.nodes.length > 0 ? [{ key: view.key, graph }] : [];
  });
}

/** The drawings of a file: itself, or those of the views of a workspace. */
export function* drawingsOf(
  file: string,
  cwd: string,
  engine: LayoutEngine,
): Generator<Drawn, undefined, undefined> {
  if (extname(file) === '.svg') {
    yield { name: relative(cwd, file) || basename(file), svg: readFileSync(file, 'utf8') };
    return;
  }
  const measure = createTextMeasure();
  for (const { name, graph } of graphsOf(file, cwd)) {
    const started = performance.now();
    const placed = placeView(graph, { engine, measure });
    const took = performance.now() - started;
    yield {
      name,
      svg: renderDrawing(placed, { prefix: graph.key, theme: 'light', measure }),
      took,
    };
  }
}
