import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { placeView } from '#layout/place.ts';
import { indexWorkspace } from '#model/index.ts';
import { knownThemes } from '#model/themes.ts';
import type { Workspace } from '#model/workspace.ts';
import { tooLarge } from '#portfolio/checks/sizes.ts';
import { formatDate } from '#portfolio/format.ts';
import { type Revision, revisionText } from '#portfolio/inputs.ts';
import { readDrawingFonts } from '#sources/drawing-fonts.ts';
import { createDrawingEngine } from '#sources/layout-cache.ts';
import { renderDrawing } from '#svg/drawing.ts';
import type { Theme } from '#svg/palette.ts';
import type { SheetBlock } from '#svg/title-block.ts';
import { buildViewGraph } from '#views/build.ts';
import { keyOf, wantsKey } from '#views/key.ts';
import { styleSheet } from '#views/styles.ts';
import { noteOf } from '#views/titles.ts';
import type { ExportedFile } from './exported-file.ts';

/** What drawings as files of their own are made with. */
export interface SvgOptions {
  readonly view: string | undefined;
  readonly theme: Theme;
  /** Whether a title block has a key; as the workspace says where the command line does not. */
  readonly key: boolean | undefined;
  readonly titleBlock: boolean;
  /** Where the files are in git. */
  readonly revision: Revision | undefined;
  /** Hears of views that are too large for a layout. */
  readonly report: (warning: Diagnostic) => void;
}

/** Every view of a workspace, or one, as SVG files that need nothing else; image views have none. */
export function exportSvg(
  workspace: Workspace,
  { view: only, theme, key, titleBlock, revision, report }: SvgOptions,
): ExportedFile[] {
  const index = indexWorkspace(workspace);
  const sheet = styleSheet(index, knownThemes(workspace));
  const measure = createTextMeasure();
  const engine = createDrawingEngine();
  const fonts = readDrawingFonts();
  return workspace.views.flatMap((view): ExportedFile[] => {
    if (view.kind === 'Image' || (only !== undefined && view.key !== only)) return [];
    const graph = buildViewGraph(index, view, sheet);
    if (!graph) return [];
    const placed = placeView(graph, { engine, measure });
    if (placed.layout === 'graph' && placed.grid) report(tooLarge(graph));
    const hasKey = key ?? wantsKey(index, view) ?? true;
    const block: SheetBlock = {
      title: graph.title,
      note: noteOf(graph),
      key: hasKey ? keyOf(graph, index, sheet) : [],
      facts: revision
        ? [
            { label: 'Date', value: formatDate(revision.date) },
            { label: 'Revision', value: revisionText(revision) },
          ]
        : [],
    };
    const text = renderDrawing(placed, {
      prefix: view.key,
      theme,
      measure,
      fonts,
      ...(titleBlock && { block }),
    });
    return [{ name: `${view.key}${theme === 'dark' ? '-dark' : ''}.svg`, text }];
  });
}
