import { Source } from '#diagnostics/source.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { Problem, UPGRADE_HINT } from '../problem.ts';
import { decode, MALFORMED } from '../resolve/decode.ts';
import type { ImpliedRelationships } from '../resolve/model.ts';
import { isRemote } from '../resolve/urls.ts';
import { warnHiddenInclude } from '../rules/hidden-include.ts';
import type { Session } from '../session.ts';
import {
  absolute,
  canonical,
  listFolder,
  locate,
  normalize,
  pathBeside,
  readBytes,
} from './files.ts';
import { fetchRemote } from './network.ts';
import { arity, single } from './section.ts';
import type { Statement } from './statement.ts';

/** A file that an `!include` brings in. */
export interface Included {
  readonly source: Source;
  readonly path: string;
}

/**
 * `!include <file|directory|url>`: the files to read in its place, in order. What stands before the
 * keyword is put before each of their lines, so `x = !include …` would name each line `x`.
 */
export function included(session: Session, st: Statement): Included[] {
  const grammar = '!include <file|directory|url>';
  if (!session.context) {
    throw new Problem(
      'dsl-include-outside-workspace',
      'Cannot invoke "com.structurizr.dsl.DslContext.getFeatures()" because "context" is null',
      st.span(0),
      {
        message: 'Nothing can be included before the workspace starts.',
        hint: 'Move the line into `workspace {`.',
      },
    );
  }
  session.requireFeature('include', '!include is not permitted', st.span(0));
  arity(session, st, [2, 2], grammar);
  const written = st.get(1);
  if (isRemote(written)) return [includeRemote(session, st, written)];
  session.requireFeature('filesystem', '!include <file> is not permitted', st.span(0));
  const path = pathBeside(session, written);
  const info = locate(session, path, st.span(1));
  if (!info) {
    throw new Problem(
      'dsl-file-missing',
      `${canonical(session, path)} could not be found`,
      st.span(1),
      {
        message: `There is no file or folder \`${normalize(path)}\`.`,
        hint: nearName(session, path) ?? 'Paths are relative to the file that they stand in.',
      },
    );
  }
  session.portable = false;
  if (nameOf(path).startsWith('.')) warnHiddenInclude(session, st);
  return [...filesAt(session, st, path, 0)].map((file) => ({
    path: file,
    source: new Source(normalize(file), includedText(session, st, file)),
  }));
}

function includeRemote(session: Session, st: Statement, url: string): Included {
  const text = decode(fetchRemote(session, st, 1, url).bytes, 'utf-8') ?? '';
  const from = session.frames.at(-1)?.path ?? '';
  return { source: new Source(url, text), path: from };
}

function includedText(session: Session, st: Statement, path: string): string {
  const text = decode(readBytes(session, path), 'utf-8');
  if (text !== undefined) return text;
  throw new Problem(
    'dsl-file-unreadable',
    `Error reading file at ${absolute(session, path)}: ${MALFORMED}`,
    st.span(1),
    { message: `\`${normalize(path)}\` is not a text in UTF-8.` },
  );
}

/** A file, or the files of a folder and those below, whatever their endings, hidden ones left out. */
function* filesAt(session: Session, st: Statement, path: string, depth: number): Generator<string> {
  if (nameOf(path).startsWith('.')) return;
  const info = locate(session, path, st.span(1));
  if (info?.kind === 'file') {
    yield path;
  } else if (info?.kind === 'folder' && depth < session.shared.limits.includeDepth) {
    for (const name of listFolder(session, path)) {
      yield* filesAt(session, st, `${path}/${name}`, depth + 1);
    }
  }
}

function nearName(session: Session, path: string): string | undefined {
  const name = normalize(path);
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
  const { reader } = session.options;
  const info = reader?.stat(folder);
  if (!reader || !info || info === 'outside' || info.kind !== 'folder') return undefined;
  return didYouMean(nameOf(name), reader.list(folder));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const STRATEGIES: ReadonlyMap<string, ImpliedRelationships> = new Map([
  ['com.structurizr.model.DefaultImpliedRelationshipsStrategy', 'none'],
  [
    'com.structurizr.model.CreateImpliedRelationshipsUnlessAnyRelationshipExistsStrategy',
    'unless-any',
  ],
  [
    'com.structurizr.model.CreateImpliedRelationshipsUnlessSameRelationshipExistsStrategy',
    'unless-same',
  ],
]);

/** `!impliedRelationships <true|false|fqcn>`, also without `!` */
export function impliedRelationships(session: Session, st: Statement): void {
  const option = single(session, st, '!impliedRelationships <true|false|fqcn>');
  const isSwitch = /^(?:true|false)$/i.test(option);
  if (!session.context) {
    throw new Problem(
      'dsl-misplaced-statement',
      `Cannot invoke "com.structurizr.dsl.DslContext.${isSwitch ? 'getWorkspace' : 'getFeatures'}()" because "context" is null`,
      st.span(0),
      { message: 'This belongs into the workspace.' },
    );
  }
  const lower = option.toLowerCase();
  const strategy =
    lower === 'true' ? 'unless-any' : lower === 'false' ? 'none' : STRATEGIES.get(option);
  if (!strategy) {
    throw new Problem(
      'dsl-plugin',
      `Error loading implied relationships strategy: ${option} was not found`,
      st.span(1),
      {
        message: `There is no strategy \`${option}\`; Java classes are not run.`,
        hint: 'Possible are true and false.',
      },
    );
  }
  session.model.implied = strategy;
}

/** `!identifiers <flat|hierarchical>` in the workspace or the model */
export function identifierScope(session: Session, st: Statement): void {
  const scope = single(session, st, '!identifiers <flat|hierarchical>').toLowerCase();
  if (scope !== 'flat' && scope !== 'hierarchical') {
    throw new Problem(
      'dsl-invalid-value',
      'Expected: !identifiers <flat|hierarchical>',
      st.span(1),
      {
        message: `Identifiers can not be \`${st.get(1)}\`.`,
        hint: didYouMean(scope, ['flat', 'hierarchical']) ?? 'Possible are flat and hierarchical.',
      },
    );
  }
  session.identifiers.hierarchical = scope === 'hierarchical';
}

const CONSTANT_NAME = /^[a-zA-Z0-9-_.]+$/;

/** `!const <name> <value>` or `!var <name> <value>` */
export function constant(session: Session, st: Statement, kind: 'constant' | 'variable'): void {
  arity(session, st, [3, 3], `${st.get(0)} <name> <value>`);
  const [name, value] = [st.get(1), st.get(2)];
  if (!CONSTANT_NAME.test(name)) {
    throw new Problem(
      'dsl-invalid-constant',
      'Constant/variable names must only contain the following characters: a-zA-Z0-9-_.',
      st.span(1),
    );
  }
  const existing = session.constants.get(name);
  if (existing && (kind === 'constant' || existing.kind === 'constant')) {
    const what = kind === 'constant' ? 'constant/variable' : 'constant';
    throw new Problem('dsl-duplicate-constant', `A ${what} "${name}" already exists`, st.span(1), {
      hint: 'Use `!var` for what changes.',
    });
  }
  session.constants.set(name, { value, kind });
}

/** `!constant`, `!ref` and `!extend` are gone. */
export function removedDirective(st: Statement): never {
  const old = st.keyword;
  const now = old === '!constant' ? '!const' : '!element';
  const official =
    old === '!constant'
      ? '!constant was previously deprecated, and has now been removed - please use !const or !var instead'
      : `${old} was previously deprecated, and has now been removed - please use !element or !relationship instead`;
  throw new Problem('dsl-removed-keyword', official, st.span(0), {
    message: `\`${st.get(0)}\` is no longer part of the language.`,
    hint: `${`Write: ${now} ${st.words
      .slice(1)
      .map(({ text, quoted }) => (quoted ? `"${text}"` : text))
      .join(' ')}`.trimEnd()}\n${UPGRADE_HINT}`,
  });
}

/** `!script` is refused; its lines or parameters are passed over. */
export function refusedScript(session: Session, st: Statement): Problem {
  const language = st.get(1).toLowerCase();
  const isInline = st.opensBlock && ['groovy', 'kotlin', 'ruby', 'javascript'].includes(language);
  if (isInline) session.open({ kind: 'script' }, st);
  session.portable = false;
  return new Problem(
    'dsl-script',
    `${st.get(0)} is not permitted (feature structurizr.feature.dsl.scripts is not enabled)`,
    st.span(0),
    {
      message: 'Scripts are not run, as a workspace must not be able to run programs.',
      hint: 'Make what the script makes with `!elements`, `!relationships` or archetypes, or run it with the Structurizr tools and extend their JSON.',
    },
  );
}

/** `!plugin` is refused; its block is passed over. */
export function refusedPlugin(session: Session, st: Statement): Problem {
  session.portable = false;
  return new Problem(
    'dsl-plugin',
    `${st.get(0)} is not permitted (feature structurizr.feature.dsl.plugins is not enabled)`,
    st.span(0),
    {
      message: 'Plugins are not run, as they need a Java machine and can run any program.',
      hint: 'Run it with the Structurizr tools and extend the JSON that they make.',
    },
  );
}
