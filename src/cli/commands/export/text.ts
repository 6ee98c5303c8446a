import { exportC4PlantUml } from '#export/c4plantuml/export.ts';
import type { Exporter, ExportOptions } from '#export/diagram.ts';
import { exportDot } from '#export/dot/export.ts';
import { exportMermaid } from '#export/mermaid/export.ts';
import { exportPlantUml } from '#export/plantuml/export.ts';
import { exportWebSequenceDiagrams } from '#export/websequencediagrams/export.ts';
import { indexWorkspace } from '#model/index.ts';
import type { Workspace } from '#model/workspace.ts';
import type { ExportedFile } from './exported-file.ts';
import { TEXT_EXTENSIONS, type TextFormat } from './formats.ts';

const EXPORTERS: Readonly<Record<TextFormat, Exporter>> = {
  mermaid: exportMermaid,
  plantuml: exportPlantUml,
  c4plantuml: exportC4PlantUml,
  websequencediagrams: exportWebSequenceDiagrams,
  dot: exportDot,
};

/**
 * The views of a workspace in a text notation, or one of them: `key.mmd`, its legend `key-key.mmd`,
 * and the frames of its animation `key-1.mmd` and so on. Texts are as the reference writes them,
 * without a line break at the end.
 */
export function exportText(
  format: TextFormat,
  workspace: Workspace,
  { view, ...options }: ExportOptions & { readonly view?: string | undefined } = {},
): ExportedFile[] {
  const extension = TEXT_EXTENSIONS[format];
  return EXPORTERS[format](indexWorkspace(workspace), options).flatMap((diagram) => {
    const { key, text, legend, frames } = diagram;
    if (view !== undefined && key !== view) return [];
    const extra = (suffix: string | number, more: string): ExportedFile => ({
      name: `${key}-${suffix}.${extension}`,
      text: more,
      isExtra: true,
    });
    return [
      { name: `${key}.${extension}`, text },
      ...(legend === undefined ? [] : [extra('key', legend)]),
      ...frames.map((frame, place) => extra(place + 1, frame)),
    ];
  });
}
