import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { unknownThemes } from '#model/themes.ts';
import type { Workspace } from '#model/workspace.ts';
import { sourceProblem } from './codes.ts';

/** What an author should know of the themes that a workspace names: which of them show nothing. */
export function themeFindings(workspace: Workspace, file: string): Diagnostic[] {
  return unknownThemes(workspace).map((name) => {
    const message = `The theme \`${name}\` is not applied: nothing is fetched while drawing.`;
    const hint = 'Keep its theme.json beside the workspace, and write `theme <file>` in `styles`.';
    return sourceProblem('theme-not-loaded', message, undefined, { file, hint });
  });
}
