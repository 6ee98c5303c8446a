import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import type { ParseOptions } from '#dsl/options.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { readSource } from '#dsl/source.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { scopeViolation } from '#model/scope.ts';
import type { Workspace } from '#model/workspace.ts';
import { EMPTY_WORKSPACE } from '#portfolio/beginnings.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import { sourceProblem } from './codes.ts';
import { isFile } from './entries.ts';
import { fileReader } from './file-reader.ts';
import { withOwnLayout } from './layout.ts';
import { type Engine, loadWithStructurizr } from './structurizr-cli.ts';
import { themeFindings } from './themes.ts';

export interface LoadedWorkspace {
  /** Empty when there is none, so that what else is wrong can still be found. */
  readonly workspace: Workspace;
  readonly diagnostics: readonly Diagnostic[];
  /** Relative to the root. */
  readonly files: readonly string[];
}

const FILE = 'workspace.dsl';
/** What stands for it where an author has no DSL. */
const JSON_FILE = 'workspace.json';

/** Reads the workspace of a content folder. */
export function loadWorkspace(
  root: string,
  { hosts, engine = 'native' }: Pick<PortfolioConfig, 'hosts'> & Partial<PortfolioConfig>,
): LoadedWorkspace {
  const path = `${root}/${FILE}`;
  if (!existsSync(path) && existsSync(`${root}/${JSON_FILE}`)) {
    const json = new Source(JSON_FILE, readFileSync(`${root}/${JSON_FILE}`, 'utf8'));
    return laidOut(root, JSON_FILE, workspaceFromJson(json), [JSON_FILE]);
  }
  if (!existsSync(path)) {
    const hint = `Make it with:\n\n${EMPTY_WORKSPACE}`;
    const missing = sourceProblem('missing-workspace', `There is no ${FILE}.`, undefined, {
      file: FILE,
      hint,
    });
    return { workspace: EMPTY, diagnostics: [missing], files: [FILE] };
  }
  if (!isFile(path)) {
    const fault = sourceProblem('unreadable-file', `${FILE} is no file.`, undefined, {
      file: FILE,
    });
    return { workspace: EMPTY, diagnostics: [fault], files: [] };
  }
  const source = new Source(FILE, readFileSync(path, 'utf8'));
  const { workspace, diagnostics, files } = parseWorkspace(source, {
    reader: fileReader(root),
    env: process.env,
    hosts,
    embedSource: false,
  });
  if (engine === 'native') return laidOut(root, FILE, { workspace, diagnostics }, files);
  // Which files to watch is known from our own reading.
  return laidOut(root, FILE, loadWithStructurizr(path, FILE, root, process.env), files);
}

/** What was read, with the layout that it names. */
function laidOut(
  root: string,
  main: string,
  { workspace, diagnostics }: LoadedFile,
  files: readonly string[],
): LoadedWorkspace {
  if (!workspace) return { workspace: EMPTY, diagnostics, files };
  const layout = withOwnLayout(workspace, root, main);
  return {
    workspace: layout.workspace,
    diagnostics: [...diagnostics, ...layout.diagnostics, ...themeFindings(workspace, main)],
    files: layout.file === undefined ? files : [...files, layout.file],
  };
}

const NOTHING = { sections: [], decisions: [], images: [] } as const;

const EMPTY: Workspace = {
  id: 0,
  name: '',
  properties: {},
  configuration: { users: [] },
  documentation: NOTHING,
  modelProperties: {},
  elements: [],
  relationships: [],
  views: [],
  viewConfiguration: {
    elementStyles: [],
    relationshipStyles: [],
    terminology: {},
    themes: [],
    properties: {},
  },
};

/**
 * Reads one workspace, `.dsl` or `.json`, wherever it stands. Its includes may come from its git work
 * tree, else from its own folder and below. `encoding` is that of a `.dsl` file, UTF-8 by default.
 * The Structurizr tool, as `engine`, reads what it likes.
 */
export function loadWorkspaceFile(
  file: string,
  cwd: string,
  { encoding, engine = 'native' }: FileOptions = {},
): LoadedFile {
  const path = resolve(cwd, file);
  if (!existsSync(path) || !statSync(path).isFile()) {
    const message = `There is no file \`${file}\`.`;
    return {
      workspace: undefined,
      diagnostics: [sourceProblem('unreadable-file', message, undefined, { file })],
    };
  }
  const root = rootOf(path);
  const name = relative(root, path).split(sep).join('/');
  if (engine === 'structurizr-cli') return loadWithStructurizr(path, name, root, process.env);
  const loaded =
    extname(path).toLowerCase() === '.json'
      ? workspaceFromJson(new Source(name, readFileSync(path, 'utf8')))
      : parseFile(name, {
          reader: fileReader(root),
          env: process.env,
          ...(encoding !== undefined && { encoding }),
        });
  return withinScope(name, loaded);
}

function parseFile(name: string, options: ParseOptions): LoadedFile {
  const read = readSource(name, options);
  return 'diagnostic' in read
    ? { workspace: undefined, diagnostics: [read.diagnostic] }
    : parseWorkspace(read.source, { ...options, byteOrderMark: read.byteOrderMark });
}

/** The reference loads no workspace that holds more than the scope that it states. */
function withinScope(file: string, { workspace, diagnostics }: LoadedFile): LoadedFile {
  const violation = workspace && !hasErrors(diagnostics) ? scopeViolation(workspace) : undefined;
  if (violation === undefined) return { workspace, diagnostics };
  const fault = sourceProblem('wrong-scope', violation, undefined, { file, official: violation });
  return { workspace, diagnostics: [...diagnostics, fault] };
}

/** How a workspace that was named on the command line is read. */
export interface FileOptions {
  readonly encoding?: string | undefined;
  readonly engine?: Engine | undefined;
}

/** A workspace that was named on the command line. */
export interface LoadedFile {
  readonly workspace: Workspace | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Default views and the counts of inspections are in it already. */
  readonly isComplete?: boolean;
}

/** What bounds the files that a workspace may read: its git work tree, else its own folder. */
export function rootOf(path: string): string {
  return workTree(dirname(path)) ?? dirname(path);
}

/** The nearest folder upwards that holds `.git`. */
function workTree(folder: string): string | undefined {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
  }
  return undefined;
}
