import { type InspectionSeverity, inspect } from '#model/inspections.ts';
import type { Workspace } from '#model/workspace.ts';
import { addDefaultViews } from './default-views.ts';

const SEVERITIES: readonly InspectionSeverity[] = ['ERROR', 'WARNING', 'INFO', 'IGNORE'];

/**
 * The workspace as the official `export -format json` writes it: with the counts of its inspections
 * as properties, and with default views when it has none.
 */
export function prepareForExport(workspace: Workspace): Workspace {
  const inspections = inspect(workspace);
  const counts = SEVERITIES.map((severity) => [
    `structurizr.inspection.${severity.toLowerCase()}`,
    String(inspections.filter((inspection) => inspection.severity === severity).length),
  ]);
  const properties = { ...workspace.properties, ...Object.fromEntries(counts) };
  return addDefaultViews({ ...workspace, properties });
}
