import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { indexWorkspace } from '#model/index.ts';
import type { Workspace } from '#model/workspace.ts';
import { readDrawingFonts } from '#sources/drawing-fonts.ts';
import { renderDrawing } from '#svg/drawing.ts';
import type { Theme } from '#svg/palette.ts';
import { buildViewGraph } from '#views/build.ts';
import { styleSheet } from '#views/styles.ts';
import type { ExportedFile } from '../export.ts';

/** Every view of a workspace, or one, as SVG files that need nothing else; image views have none. */
export function exportSvg(
  workspace: Workspace,
  { view: only, theme }: { readonly view: string | undefined; readonly theme: Theme },
): ExportedFile[] {
  const index = indexWorkspace(workspace);
  const sheet = styleSheet(index, []);
  const measure = createTextMeasure();
  const engine = createRowsEngine();
  const fonts = readDrawingFonts();
  return workspace.views.flatMap((view): ExportedFile[] => {
    if (view.kind === 'Image' || (only !== undefined && view.key !== only)) return [];
    const graph = buildViewGraph(index, view, sheet);
    if (!graph) return [];
    const placed = placeView(graph, { engine, measure });
    const text = renderDrawing(placed, { prefix: view.key, theme, measure, fonts });
    return [{ name: `${view.key}${theme === 'dark' ? '-dark' : ''}.svg`, text }];
  });
}
