import { exportC4PlantUml } from '#export/c4plantuml/export.ts';
import type { Exporter } from '#export/diagram.ts';
import { exportDot } from '#export/dot/export.ts';
import { exportMermaid } from '#export/mermaid/export.ts';
import { exportPlantUml } from '#export/plantuml/export.ts';
import type { WorkspaceIndex } from '#model/index.ts';
import { knownThemes } from '#model/themes.ts';

/** A view in a notation of another tool, to be copied from its page. */
export interface ViewText {
  readonly notation: string;
  readonly text: string;
}

const NOTATIONS: readonly (readonly [string, Exporter])[] = [
  ['Mermaid', exportMermaid],
  ['PlantUML', exportPlantUml],
  ['C4-PlantUML', exportC4PlantUml],
  ['DOT', exportDot],
];

/** By view, or of one, its text in every notation that can show it; linear in the workspace. */
export function viewTexts(
  index: WorkspaceIndex,
  only?: string,
): ReadonlyMap<string, readonly ViewText[]> {
  const themes = knownThemes(index.workspace);
  const texts = new Map<string, ViewText[]>();
  for (const [notation, exporter] of NOTATIONS) {
    for (const { key, text } of exporter(index, { themes, ...(only !== undefined && { only }) }))
      texts.set(key, [...(texts.get(key) ?? []), { notation, text }]);
  }
  return texts;
}
