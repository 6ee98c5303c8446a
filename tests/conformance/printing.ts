/**
 * `node tests/conformance/printing.ts DIR`: reads every workspace of a corpus, prints it, reads that, and
 * prints which come out as another workspace. `--show PATH` shows the text of one.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { byContent, firstDifference } from '#cli/commands/conformance-compare.ts';
import { type Entry, readManifest } from '#cli/commands/conformance-manifest.ts';
import { Source } from '#diagnostics/source.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { type Printed, printWorkspace } from '#dsl/print/print.ts';
import { readSource } from '#dsl/source.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { type Json, workspaceToJson } from '#model/to-json.ts';
import type { Workspace } from '#model/workspace.ts';
import { fileReader } from '#sources/file-reader.ts';

const [dir = '.', show, shown] = process.argv.slice(2);
const LOST = new Set([
  'documentation',
  'structurizr.dsl',
  'x',
  'y',
  'vertices',
  'paperSize',
  'dimensions',
  'structurizr.dsl.identifier',
  'lastSavedView',
  'routing',
  'position',
  'jump',
  'enterpriseBoundaryVisible',
  'externalSoftwareSystemBoundariesVisible',
  'externalContainerBoundariesVisible',
  'externalBoundariesVisible',
  'revision',
  'version',
  'lastModifiedDate',
  'lastModifiedAgent',
  'lastModifiedUser',
]);

const counts = { same: 0, renumbered: 0, differing: 0, unread: 0 };
for (const entry of readManifest(dir)) {
  if (entry.kind === 'fragment' || entry.expected !== 'ok' || entry.needs !== 'none') continue;
  if (show && entry.path !== shown) continue;
  const workspace = read(entry);
  if (workspace) compare(entry, workspace);
}
console.log(
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', '),
);

function compare({ path }: Entry, workspace: Workspace): void {
  const printed = printWorkspace(workspace);
  if (show) console.log(printed.text);
  const { workspace: again, diagnostics } = parseWorkspace(new Source('again.dsl', printed.text), {
    embedSource: false,
  });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (!again || error) {
    counts.unread++;
    tell(
      path,
      `unread: ${error?.message} ${error?.span?.source.lineText(error.span.source.positionAt(error.span.start).line)}`,
      printed,
    );
    return;
  }
  const [before, after] = [sayable(workspace), sayable(again)];
  if (!firstDifference(after, before)) {
    counts.same++;
    if (show) tell(path, 'same', printed);
    return;
  }
  const difference = firstDifference(byContent(after), byContent(before));
  if (difference) counts.differing++;
  else counts.renumbered++;
  tell(
    path,
    difference ? `differs: ${difference}` : `renumbered: ${firstDifference(after, before)}`,
    printed,
  );
}

function tell(path: string, what: string, { losses }: Printed): void {
  console.log(`${path}\n    ${what}${losses.length > 0 ? `\n    (${losses.join(' ')})` : ''}`);
}

function read({ path, kind }: Entry): Workspace | undefined {
  const [top = '', ...rest] = path.split('/');
  const [root, name] = [resolve(dir, top), rest.join('/')];
  const reader = fileReader(root);
  if (kind === 'json-workspace') {
    return workspaceFromJson(new Source(name, readFileSync(join(root, name), 'utf8'))).workspace;
  }
  const file = readSource(name, { reader });
  return 'source' in file
    ? parseWorkspace(file.source, { reader, embedSource: false }).workspace
    : undefined;
}

/** A workspace as JSON, without what a text can't say; views are counted anew. */
function sayable(workspace: Workspace): Json {
  const views = workspace.views.map((view, at) => ({ ...view, order: at + 1 }));
  return without(workspaceToJson({ ...workspace, id: 0, views }));
}

function without(json: Json): Json {
  if (Array.isArray(json)) return json.map(without);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).filter(([name]) => !LOST.has(name));
  const cleaned = entries.map(([name, value]) => [name, without(value)] as const);
  // A map with nothing left in it is not written.
  return Object.fromEntries(
    cleaned.filter(([name, value]) => name !== 'properties' || Object.keys(value ?? {}).length > 0),
  );
}
