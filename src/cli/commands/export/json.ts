import { workspaceToJson } from '#model/to-json.ts';
import type { Workspace } from '#model/workspace.ts';
import type { ExportedFile } from './exported-file.ts';

/** A workspace that is ready for export as Structurizr's JSON, indented by two. */
export function exportJson(stem: string, workspace: Workspace): ExportedFile[] {
  return [
    { name: `${stem}.json`, text: `${JSON.stringify(workspaceToJson(workspace), null, 2)}\n` },
  ];
}
