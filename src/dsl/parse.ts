import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source, Span } from '#diagnostics/source.ts';
import type { Workspace } from '#model/workspace.ts';
import { extend } from './extend.ts';
import type { DecisionFolder, ParseOptions } from './options.ts';
import { readMain } from './read.ts';
import { toBase64 } from './resolve/base64.ts';
import { finish } from './resolve/finish.ts';
import { Session, share } from './session.ts';

/** What reading a workspace gives. */
export interface ParseResult {
  /** What could be understood, also when there were errors; nothing without a `workspace`. */
  readonly workspace: Workspace | undefined;
  /** Every error and warning, in the order in which they were found. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file and folder that was read or looked for, for watching: relative to the root. */
  readonly files: readonly string[];
  /** Every text that was read as DSL: the workspace, what it extends and includes. */
  readonly sources: readonly Source[];
  /** Where each theme is named that is no file. */
  readonly themeSpans: ReadonlyMap<string, Span>;
  /** Where each picture is named that came into the workspace as a data URI. */
  readonly pictureSpans: ReadonlyMap<string, Span>;
  /** What `!adrs` read, of the workspace and of those it extends. */
  readonly decisionFolders: readonly DecisionFolder[];
}

/**
 * Reads a Structurizr DSL workspace. `source.name` is its path relative to the root: includes,
 * documentation and images are found beside it. Never throws; what is wrong is in the diagnostics.
 */
export function parseWorkspace(source: Source, options: ParseOptions = {}): ParseResult {
  const shared = share(options);
  const session = new Session(shared, extend);
  shared.files.add(source.name);
  readMain(session, source, source.name);
  if (session.draft && session.portable && options.embedSource !== false)
    embedSource(session, source);
  return {
    workspace: session.draft && finish(session.draft, session.model, session.views),
    diagnostics: shared.diagnostics,
    files: [...shared.files],
    sources: [...shared.sources.values()],
    themeSpans: shared.themeSpans,
    pictureSpans: shared.pictureSpans,
    decisionFolders: shared.decisionFolders,
  };
}

/** The source travels with a workspace that reads nothing else, unless the author says no. */
function embedSource({ draft, options }: Session, source: Source): void {
  const wish = draft?.properties.get('structurizr.dsl.source');
  if (wish !== undefined && wish.toLowerCase() !== 'true') return;
  const text = source.text.replace(/\r\n|\r/g, '\n').replace(/\n$/, '');
  if (text.trim() === '') return;
  const mark = options.byteOrderMark ? '\uFEFF' : '';
  draft?.properties.set('structurizr.dsl', toBase64(new TextEncoder().encode(mark + text)));
}
