import type { Diagram, Exporter, ExportOptions } from '#export/diagram.ts';
import { dslOf, indexOf } from '../../support/workspaces.ts';

/** The diagram of the view `v` of a workspace of these parts. */
export function diagramOf(
  exporter: Exporter,
  [model, views, before = '']: readonly [model: string, views: string, before?: string],
  options?: ExportOptions,
): Diagram {
  const diagrams = exporter(indexOf(dslOf(model, views, before)), options);
  const found = diagrams.find(({ key }) => key === 'v');
  if (!found) throw new Error('The view v is not written.');
  return found;
}

/** The lines of that diagram that contain a text, without their indent. */
export function linesWith(text: string, part: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.includes(part))
    .map((line) => line.trim());
}
