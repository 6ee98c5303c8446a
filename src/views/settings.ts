import type { WorkspaceIndex } from '#model/index.ts';
import type { View } from '#model/views.ts';

/** A property `archfolio.…` of a view, else of all views, else of the workspace. */
export function settingOf(
  { workspace }: WorkspaceIndex,
  view: Pick<View, 'properties'>,
  name: string,
): string | undefined {
  return (
    view.properties[name] ??
    workspace.viewConfiguration.properties[name] ??
    workspace.properties[name]
  );
}
