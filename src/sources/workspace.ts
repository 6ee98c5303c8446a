import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { withoutHidden } from '#diagnostics/hidden.ts';
import { Source, type Span } from '#diagnostics/source.ts';
import { withTexts } from '#diagnostics/texts.ts';
import type { DecisionFolder, ParseOptions } from '#dsl/options.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { readSource } from '#dsl/source.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { scopeViolation } from '#model/scope.ts';
import type { Workspace } from '#model/workspace.ts';
import { EMPTY_WORKSPACE } from '#portfolio/beginnings.ts';
import type { PortfolioConfig } from '#portfolio/config.ts';
import { hiddenInJson } from './clean-source.ts';
import { sourceProblem } from './codes.ts';
import { isFile } from './entries.ts';
import { fileReader } from './file-reader.ts';
import { withOwnLayout } from './layout.ts';
import type { LoadedFile } from './loaded-file.ts';
import { type Network, openNetwork } from './network.ts';
import { type Engine, loadWithStructurizr } from './structurizr-cli.ts';
import { themeSpanIn, withThemes } from './themes.ts';
import { workTree } from './work-tree.ts';
import { pictureSpanIn, withCleanPictures } from './workspace-pictures.ts';

export interface LoadedWorkspace {
  /** Empty when there is none, so that what else is wrong can still be found. */
  readonly workspace: Workspace;
  readonly diagnostics: readonly Diagnostic[];
  /** Relative to the root. */
  readonly files: readonly string[];
  readonly decisionFolders: readonly DecisionFolder[];
}

const FILE = 'workspace.dsl';
/** What stands for it where an author has no DSL. */
const JSON_FILE = 'workspace.json';

/** Reads the workspace of a content folder. `network` remembers what it fetched for the next time. */
export function loadWorkspace(
  root: string,
  { hosts, engine = 'native' }: Pick<PortfolioConfig, 'hosts'> & Partial<PortfolioConfig>,
  network = openNetwork(hosts),
): LoadedWorkspace {
  const path = `${root}/${FILE}`;
  if (!existsSync(path) && existsSync(`${root}/${JSON_FILE}`)) {
    const json = new Source(JSON_FILE, readFileSync(`${root}/${JSON_FILE}`, 'utf8'));
    const read = { ...readJson(json), ...spansIn(json) };
    return laidOut(root, themed(JSON_FILE, read, network), JSON_FILE, { files: [JSON_FILE] });
  }
  if (!existsSync(path)) {
    const hint = `Make it with:\n\n${EMPTY_WORKSPACE}`;
    const missing = sourceProblem('missing-workspace', `There is no ${FILE}.`, undefined, {
      file: FILE,
      hint,
    });
    return { workspace: EMPTY, diagnostics: [missing], files: [FILE], decisionFolders: [] };
  }
  if (!isFile(path)) {
    const fault = sourceProblem('unreadable-file', `${FILE} is no file.`, undefined, {
      file: FILE,
    });
    return { workspace: EMPTY, diagnostics: [fault], files: [], decisionFolders: [] };
  }
  const source = new Source(FILE, readFileSync(path, 'utf8'));
  const { workspace, diagnostics, themeSpans, pictureSpans, ...looked } = parseWorkspace(source, {
    reader: fileReader(root),
    env: process.env,
    hosts: network.hosts,
    fetch: network.fetch,
    embedSource: false,
  });
  const spans = spansOf(themeSpans, pictureSpans);
  // Which files to watch, and where decisions are, is known from our own reading.
  const read =
    engine === 'native'
      ? { workspace, diagnostics, ...spans }
      : { ...loadWithStructurizr(path, FILE, root, process.env), ...spans };
  return laidOut(root, themed(FILE, read, network), FILE, looked);
}

function readJson(source: Source): LoadedFile {
  const { workspace, diagnostics } = workspaceFromJson(source);
  return { workspace, diagnostics: [...diagnostics, ...hiddenInJson(source)] };
}

/** What was read, with the layout that it names. */
function laidOut(
  root: string,
  { workspace, diagnostics }: LoadedFile,
  main: string,
  { files, decisionFolders = [] }: Pick<LoadedWorkspace, 'files'> & Partial<LoadedWorkspace>,
): LoadedWorkspace {
  if (!workspace) return { workspace: EMPTY, diagnostics, files, decisionFolders: [] };
  const layout = withOwnLayout(workspace, root, main);
  return {
    workspace: layout.workspace,
    diagnostics: [...diagnostics, ...layout.diagnostics],
    files: layout.file === undefined ? files : [...files, layout.file],
    decisionFolders,
  };
}

/** What was read, with the themes that it names by address, and with pictures and texts that pages may show. */
function themed<Read extends ReadFile>(file: string, read: Read, network: Network): Read {
  if (!read.workspace) return read;
  const themes = withThemes(read.workspace, file, read.themeSpan, network);
  const pictures = withCleanPictures(themes.workspace, file, read.pictureSpan);
  const found = [...read.diagnostics, ...themes.diagnostics, ...pictures.diagnostics];
  return { ...read, workspace: withTexts(pictures.workspace, withoutHidden), diagnostics: found };
}

/** Where a workspace names its themes, and the pictures that it holds. */
interface Spans {
  readonly themeSpan: (address: string) => Span | undefined;
  readonly pictureSpan: (uri: string) => Span | undefined;
}

interface ReadFile extends LoadedFile, Spans {}

function spansOf(themes: ReadonlyMap<string, Span>, pictures: ReadonlyMap<string, Span>): Spans {
  return {
    themeSpan: (address) => themes.get(address),
    pictureSpan: (uri) => pictures.get(uri),
  };
}

function spansIn(json: Source): Spans {
  return { themeSpan: themeSpanIn(json), pictureSpan: pictureSpanIn(json) };
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
 * Reads one workspace, `.dsl` or `.json`, wherever it stands, and what it names within `root`:
 * `rootOf` the file unless given. Nothing is fetched without a `network`. The Structurizr tool, as
 * `engine`, reads what it likes.
 */
export function loadWorkspaceFile(
  file: string,
  cwd: string,
  { encoding, engine = 'native', themes = true, ...options }: FileOptions = {},
): LoadedFile {
  const path = resolve(cwd, file);
  if (!existsSync(path) || !statSync(path).isFile()) {
    const message = `There is no file \`${file}\`.`;
    return {
      workspace: undefined,
      diagnostics: [sourceProblem('unreadable-file', message, undefined, { file })],
    };
  }
  const { root = rootOf(path), network = openNetwork([]) } = options;
  const name = relative(root, path).split(sep).join('/');
  const read = readFile(name, path, root, { encoding, engine, network });
  const shown = themes ? themed(name, read, network) : read;
  return engine === 'native' ? withinScope(name, shown) : shown;
}

function readFile(
  name: string,
  path: string,
  root: string,
  { encoding, engine, network }: FileOptions & { readonly network: Network },
): ReadFile {
  if (engine === 'structurizr-cli') {
    const none = spansOf(new Map(), new Map());
    return { ...loadWithStructurizr(path, name, root, process.env), ...none };
  }
  const options: ParseOptions = {
    reader: fileReader(root),
    env: process.env,
    hosts: network.hosts,
    fetch: network.fetch,
    ...(encoding !== undefined && { encoding }),
  };
  const isJson = extname(path).toLowerCase() === '.json';
  const read = readSource(name, isJson ? { ...options, encoding: 'utf-8' } : options);
  if ('diagnostic' in read)
    return {
      workspace: undefined,
      diagnostics: [read.diagnostic],
      ...spansOf(new Map(), new Map()),
    };
  const { source, byteOrderMark } = read;
  if (isJson) return { ...readJson(source), ...spansIn(source) };
  const { workspace, diagnostics, themeSpans, pictureSpans } = parseWorkspace(source, {
    ...options,
    byteOrderMark,
  });
  return { workspace, diagnostics, ...spansOf(themeSpans, pictureSpans) };
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
  /** The folder that bounds what may be read. */
  readonly root?: string | undefined;
  readonly network?: Network | undefined;
  /** Whether themes at addresses are wanted; for drawings and texts they are. */
  readonly themes?: boolean;
}

/** The folder of this project, which brings content of its own. */
const PROJECT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * What bounds the files that a workspace may read: this project for its own, else the git work tree of
 * the file, else its folder.
 */
export function rootOf(path: string): string {
  if (path.startsWith(`${PROJECT}${sep}`)) return PROJECT;
  return workTree(dirname(path)) ?? dirname(path);
}
