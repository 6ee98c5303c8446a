import { Source } from '#diagnostics/source.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { canonical, locate, normalize, pathBeside, readBytes } from './parser/files.ts';
import { fetchRemote } from './parser/network.ts';
import type { Statement } from './parser/statement.ts';
import { Problem } from './problem.ts';
import { readMain } from './read.ts';
import { decode, MALFORMED } from './resolve/decode.ts';
import { thaw } from './resolve/thaw.ts';
import { isRemote } from './resolve/urls.ts';
import { Session } from './session.ts';

/** `workspace extends <file|url>`: starts from another workspace, in DSL or JSON. */
export function extend(session: Session, st: Statement): void {
  const written = st.get(2);
  const remote = isRemote(written);
  const { source, path, isJson } = remote
    ? fromNetwork(session, st, written)
    : fromDisk(session, st, written);
  if (!remote) session.portable = false;
  if (isJson) extendJson(session, st, source);
  else extendDsl(session, st, source, path);
  session.draft?.properties.delete('structurizr.dsl');
}

interface Parent {
  readonly source: Source;
  readonly path: string;
  readonly isJson: boolean;
}

function fromNetwork(session: Session, st: Statement, url: string): Parent {
  if (session.frames.some(({ source }) => source.name === url) || session.frames.length > 32)
    throw endless(st, url);
  const { bytes, contentType } = fetchRemote(session, st, 2, url);
  const isJson = url.toLowerCase().endsWith('.json') || contentType.startsWith('application/json');
  return { source: new Source(url, decode(bytes, 'utf-8') ?? ''), path: '', isJson };
}

function endless(st: Statement, name: string): Problem {
  return new Problem('dsl-include-cycle', undefined, st.span(2), {
    message: `\`${name}\` extends itself, directly or by way of others.`,
  });
}

function fromDisk(session: Session, st: Statement, written: string): Parent {
  session.requireFeature(
    'filesystem',
    'Extending a file-based workspace is not permitted',
    st.span(2),
  );
  const path = pathBeside(session, written);
  const info = locate(session, path, st.span(2));
  const wrong = (official: string, message: string) =>
    new Problem('dsl-file-missing', `${canonical(session, path)} ${official}`, st.span(2), {
      message,
    });
  if (!info) throw wrong('could not be found', `There is no file \`${normalize(path)}\`.`);
  if (info.kind === 'folder')
    throw wrong('should be a single file', `\`${normalize(path)}\` is a folder.`);
  if (session.frames.some((frame) => frame.path === path) || session.frames.length > 32)
    throw endless(st, normalize(path));
  const isJson = written.toLowerCase().endsWith('.json');
  const encoding = isJson ? 'utf-8' : (session.options.encoding ?? 'utf-8');
  const text = decode(readBytes(session, path), encoding);
  if (text === undefined) {
    throw new Problem('dsl-file-unreadable', MALFORMED, st.span(2), {
      message: `\`${normalize(path)}\` is not a text in ${encoding}.`,
    });
  }
  return { source: new Source(normalize(path), text), path, isJson };
}

function extendJson(session: Session, st: Statement, source: Source): void {
  const { workspace, diagnostics } = workspaceFromJson(source);
  const [first] = diagnostics;
  if (!workspace) {
    throw new Problem('dsl-extends-failed', first?.official, st.span(2), {
      message: `\`${source.name}\` is not a valid workspace: ${first?.message ?? 'it can not be read.'}`,
      ...(first?.span && { related: [{ message: 'It fails here.', span: first.span }] }),
    });
  }
  const parent = thaw(workspace);
  session.draft = parent.draft;
  session.model = parent.model;
  session.views = parent.views;
  session.identifiers.adopt([...parent.model.elements, ...parent.model.relationships]);
}

/** The parent is read on its own; what it defines goes on in the child. */
function extendDsl(session: Session, st: Statement, source: Source, path: string): void {
  const parent = new Session(session.shared, extend);
  parent.frames.push(...session.frames);
  const errorsBefore = countErrors(session);
  readMain(parent, source, path, st.line);
  if (!parent.draft) {
    throw new Problem('dsl-extends-failed', undefined, st.span(2), {
      message: `\`${source.name}\` defines no workspace.`,
      consequence: countErrors(session) > errorsBefore,
    });
  }
  session.draft = parent.draft;
  session.model = parent.model;
  session.views = parent.views;
  session.identifiers = parent.identifiers;
  session.archetypes = parent.archetypes;
  session.constants = parent.constants;
}

function countErrors({ shared }: Session): number {
  return shared.diagnostics.filter(({ severity }) => severity === 'error').length;
}
