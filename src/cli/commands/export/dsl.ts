import { printWorkspace } from '#dsl/print/print.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Ports } from '../../ports.ts';
import type { ExportedFile } from './exported-file.ts';

/** A workspace as a text of today's DSL; what the language has no words for is told. */
export function exportDsl(stem: string, workspace: Workspace, ports: Ports): ExportedFile[] {
  const { text, losses } = printWorkspace(workspace);
  for (const loss of losses) ports.stderr(`warning: ${loss}\n`);
  return [{ name: `${stem}.dsl`, text }];
}
