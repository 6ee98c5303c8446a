import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import type { Element } from '#model/elements.ts';
import { Identifier } from '#model/ids.ts';
import { indexWorkspace } from '#model/index.ts';
import type { Workspace } from '#model/workspace.ts';
import { systemOf } from '#portfolio/levels.ts';
import { fileReader } from '#sources/file-reader.ts';
import { schemaLine } from '#sources/list-schema.ts';
import { loadStudies } from '#sources/studies.ts';
import { loadWorkspace } from '#sources/workspace.ts';
import { UsageError } from '../../program.ts';
import {
  indexText,
  LIST_TEXTS,
  modelText,
  runbookText,
  type StudyFacts,
  viewsText,
} from './case-study-texts.ts';
import { type Request, type Scaffold, slugOf, writeNew } from './scaffold.ts';
import { includeIn, workspaceWith } from './workspace-includes.ts';

const WORKSPACE = 'workspace.dsl';

/**
 * Begins a study: a folder with its pages and lists and, unless its system is drawn already and named,
 * a system with two views, which the workspace includes from then on. Nothing that is there is written
 * over; of the workspace only two lines are new.
 */
export function newCaseStudy({ root, name, system: wanted }: Request): Scaffold {
  const title = name.trim();
  const slug = slugOf(title, 'A study');
  const folder = `case-studies/${slug}`;
  if (existsSync(join(root, folder))) {
    throw new UsageError(`There is a study \`${slug}\` already.`);
  }
  const { workspace } = loadWorkspace(root, { hosts: [] });
  const order = 1 + Math.max(0, ...loadStudies(root).studies.map(({ meta }) => meta.order));
  const facts = { slug, title, order };
  const drawn = wanted === undefined ? undefined : drawnAlready(workspace, wanted);
  const model = drawn ? undefined : beginModel(root, workspace, folder, facts);
  const { context, containers, system } = drawn ?? model ?? {};
  const study: StudyFacts = { ...facts, system: system ?? '', context, containers };
  const lists = Object.entries(LIST_TEXTS).map(([list, text]) => {
    const path = `${folder}/${list}.yaml`;
    return [path, schemaLine(root, join(root, path), list as keyof typeof LIST_TEXTS) + text];
  });
  const files = {
    [`${folder}/index.mdx`]: indexText(study),
    [`${folder}/runbook.mdx`]: runbookText(title),
    ...Object.fromEntries(lists),
    ...model?.files,
  };
  writeNew(root, files, model && { path: WORKSPACE, text: model.workspaceText });
  return { files: [...Object.keys(files), ...(model ? [WORKSPACE] : [])] };
}

/** What a study needs to know of its system. */
type Drawn = Pick<StudyFacts, 'system' | 'context' | 'containers'>;

/** A system of the workspace by its identifier, with the views that it has. */
function drawnAlready(workspace: Workspace, wanted: string): Drawn {
  const index = indexWorkspace(workspace);
  const element = index.byIdentifier(Identifier(wanted));
  const systems = workspace.elements.filter(({ kind }) => kind === 'SoftwareSystem');
  if (element?.kind !== 'SoftwareSystem') {
    const names = systems.flatMap(({ identifier }) => identifier ?? []);
    throw new UsageError(
      `The workspace has no software system \`${wanted}\`. It has ${names.join(', ') || 'none'}.`,
    );
  }
  const first = (kind: string) =>
    workspace.views.find((view) => view.kind === kind && systemOf(index, view) === element)?.key;
  return { system: wanted, context: first('SystemContext'), containers: first('Container') };
}

/** A new system: its files, and the workspace that includes them, read once to see that it holds. */
function beginModel(
  root: string,
  workspace: Workspace,
  folder: string,
  { slug, title }: Pick<StudyFacts, 'slug' | 'title'>,
): Drawn & { readonly files: Readonly<Record<string, string>>; readonly workspaceText: string } {
  const system = slug.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase());
  const before = readWorkspaceText(root);
  const isTaken = workspace.elements.some((one) => names(one, title, system));
  if (isTaken) {
    throw new UsageError(
      `The workspace has \`${system}\`, or “${title}”, already. With --system IDENTIFIER the study is about that.`,
    );
  }
  const isHierarchical = before === undefined || /^\s*!identifiers\s+hierarchical\b/im.test(before);
  const [context, containers] = [`${slug}-context`, `${slug}-containers`];
  const includes = { model: `${folder}/model.dsl`, views: `${folder}/views.dsl` };
  const files = {
    [includes.model]: modelText(title, { system, isHierarchical }),
    [includes.views]: viewsText({ system, title, context, containers }),
  };
  const workspaceText =
    before === undefined ? workspaceWith(includes) : includeIn(before, includes);
  if (
    workspaceText === undefined ||
    isBroken(root, [before ?? '', workspaceText].filter(Boolean), files)
  ) {
    throw new UsageError(
      `${WORKSPACE} has errors, or no place for a new system. See \`npm run check\`; a system that it has can be named: --system IDENTIFIER.`,
    );
  }
  return { system, context, containers, files, workspaceText };
}

function names(element: Element, title: string, system: string): boolean {
  const identifier = element.identifier?.toLowerCase();
  return (
    identifier === system.toLowerCase() ||
    identifier === `${system}User`.toLowerCase() ||
    (element.kind === 'SoftwareSystem' && element.name === title)
  );
}

function readWorkspaceText(root: string): string | undefined {
  if (existsSync(join(root, WORKSPACE))) return readFileSync(join(root, WORKSPACE), 'utf8');
  if (!existsSync(join(root, 'workspace.json'))) return undefined;
  throw new UsageError(
    'The workspace is a .json file, which is not written into. Name a system of it: --system IDENTIFIER.',
  );
}

/** Whether the workspace has errors, or would have some then. */
function isBroken(
  root: string,
  texts: readonly string[],
  files: Readonly<Record<string, string>>,
): boolean {
  const disk = fileReader(root);
  const reader: typeof disk = {
    ...disk,
    stat: (path) => (path in files ? { kind: 'file', modified: 0 } : disk.stat(path)),
    readBytes: (path) => {
      const text = files[path];
      return text === undefined ? disk.readBytes(path) : new TextEncoder().encode(text);
    },
  };
  return texts.some((text) => {
    const source = new Source(WORKSPACE, text);
    return hasErrors(parseWorkspace(source, { reader, embedSource: false }).diagnostics);
  });
}
