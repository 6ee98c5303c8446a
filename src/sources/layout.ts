import { posix } from 'node:path';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { type MergedView, mergeLayout } from '#model/merge-layout.ts';
import type { Workspace } from '#model/workspace.ts';
import { sourceProblem } from './codes.ts';
import { fileReader } from './file-reader.ts';

/** The workspace property that names the file with the author's own arrangement of views. */
const LAYOUT_PROPERTY = 'archfolio.layout';

/** A workspace with its layout, or what keeps it from having one. */
export interface LaidOut {
  readonly workspace: Workspace;
  readonly diagnostics: readonly Diagnostic[];
  /** The layout file from the root, where one is named. */
  readonly file?: string;
}

/**
 * The workspace with the layout that its property `archfolio.layout` names: a Structurizr JSON, by its
 * path from the workspace's own file. What changed since it was made is told.
 */
export function withOwnLayout(workspace: Workspace, root: string, main: string): LaidOut {
  const named = workspace.properties[LAYOUT_PROPERTY];
  if (named === undefined || named === '') return { workspace, diagnostics: [] };
  const file = posix.join(posix.dirname(main), named);
  const bytes = fileReader(root).readBytes(file);
  if (!bytes) {
    const message = `The property \`${LAYOUT_PROPERTY}\` names \`${named}\`, and there is no such file.`;
    const hint =
      'It is taken from the folder of the workspace. Structurizr writes it as `workspace.json`.';
    const missing = sourceProblem('layout-unreadable', message, undefined, { file, hint });
    return { workspace, diagnostics: [missing], file };
  }
  const read = workspaceFromJson(new Source(file, new TextDecoder().decode(bytes)));
  if (!read.workspace || hasErrors(read.diagnostics)) {
    return { workspace, diagnostics: read.diagnostics, file };
  }
  const merged = mergeLayout(workspace, read.workspace, { once: true });
  return {
    workspace: merged.workspace,
    diagnostics: merged.views.flatMap((view) => changeIn(view, file)),
    file,
  };
}

/** What an author should hear of: nothing when a view is as its layout knows it. */
function changeIn({ key, kept, added, gone }: MergedView, file: string): Diagnostic[] {
  if (added.length + gone.length === 0) return [];
  const parts = [
    `${count(kept.length, 'element')} of the view \`${key}\` kept ${kept.length === 1 ? 'its place' : 'their places'}`,
    ...(added.length > 0
      ? [
          `${list(added)} ${added.length === 1 ? 'is' : 'are'} new and ${added.length === 1 ? 'was' : 'were'} placed beside what ${added.length === 1 ? 'it is' : 'they are'} joined to`,
        ]
      : []),
    ...(gone.length > 0
      ? [`${list(gone)} ${gone.length === 1 ? 'is' : 'are'} no longer in it`]
      : []),
  ];
  const hint = 'Arrange the view anew in Structurizr, or leave it: what has a place keeps it.';
  return [sourceProblem('layout-changed', `${parts.join('; ')}.`, undefined, { file, hint })];
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}

function list(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
