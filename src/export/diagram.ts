import type { WorkspaceIndex } from '#model/index.ts';
import type { Theme } from '#model/styles.ts';

/** What one view comes to in a notation. Texts do not end with a line break. */
export interface Diagram {
  /** The key of the view. */
  readonly key: string;
  readonly text: string;
  /** A second diagram that explains the styles of the first, in notations that have one. */
  readonly legend?: string;
  /** The steps of an animated view, in order, where the author asks for them. */
  readonly frames: readonly string[];
}

/** What an export needs to know besides the workspace. */
export interface ExportOptions {
  /** The themes that the workspace names and that are at hand, in the workspace's order. */
  readonly themes?: readonly Theme[];
  /** One view alone, by its key; what the reference counts over all views then begins with it. */
  readonly only?: string;
  /**
   * The longer side in pixels of an icon that is an `http` address, where somebody knows it: PlantUML
   * is told a scale. Other icons are drawn at half their size, as by the reference without a network.
   */
  readonly iconSize?: (address: string) => number | undefined;
}

/** Writes every view of a workspace that the notation can show, in the order of the reference. */
export type Exporter = (index: WorkspaceIndex, options?: ExportOptions) => Diagram[];
