import { Problem } from '../problem.ts';
import { toBase64 } from '../resolve/base64.ts';
import {
  adrTools,
  type DecisionFormat,
  log4brains,
  madr,
  type RecordFile,
  readDecisions,
} from '../resolve/decisions.ts';
import { decode, MALFORMED } from '../resolve/decode.ts';
import {
  formatOf,
  type ImageFile,
  ImportFailure,
  imagesIn,
  isExcluded,
  normalizeLines,
  pickImages,
  toPattern,
} from '../resolve/documentation.ts';
import type { DocumentationDraft } from '../resolve/draft.ts';
import type { Session } from '../session.ts';
import type { Context, ImportContext } from './context.ts';
import { absolute, listFolder, locate, normalize, pathBeside, readBytes } from './files.ts';
import { imageType } from './images.ts';
import { arity } from './section.ts';
import type { Statement } from './statement.ts';

const PACKAGE = 'com.structurizr.importer.documentation.';

const FORMATS: Readonly<Record<string, DecisionFormat>> = {
  adrtools: adrTools,
  madr,
  log4brains,
  [`${PACKAGE}AdrToolsDecisionImporter`]: adrTools,
  [`${PACKAGE}MadrDecisionImporter`]: madr,
  [`${PACKAGE}Log4brainsDecisionImporter`]: log4brains,
};

/** `!docs <path> [fqn] [{ exclude … }]` */
export function docs(session: Session, st: Statement, context: Context): void {
  session.requireFeature('documentation', `${st.get(0)} is not permitted`, st.span(0));
  session.portable = false;
  arity(session, st, [2, 3], '!docs <path> <fqn>', st.count);
  const importer = st.optional(2) ?? `${PACKAGE}DefaultDocumentationImporter`;
  importAtEnd(
    session,
    st,
    (exclude) => {
      const path = pathBeside(session, st.get(1));
      const documentation = documentationOf(session, context);
      if (importer === `${PACKAGE}DefaultDocumentationImporter`) {
        importDocs(session, st, path, documentation, exclude, false);
      } else if (importer === `${PACKAGE}RecursiveDefaultDocumentationImporter`) {
        importDocs(session, st, path, documentation, exclude, true);
      } else {
        throw refused(st, importer, 'documentation');
      }
      importImages(session, st, path, documentation);
    },
    'documentation',
  );
}

/** `!adrs <path> [adrtools|madr|log4brains|fqn] [{ exclude … }]`, also `!decisions` */
export function decisions(session: Session, st: Statement, context: Context): void {
  session.requireFeature('decisions', `${st.get(0)} is not permitted`, st.span(0));
  session.portable = false;
  arity(session, st, [2, 3], '!decisions <path> <type|fqn>', st.count);
  const type = st.optional(2) ?? 'adrtools';
  importAtEnd(
    session,
    st,
    (exclude) => {
      const path = pathBeside(session, st.get(1));
      const documentation = documentationOf(session, context);
      const format = Object.hasOwn(FORMATS, type) ? FORMATS[type] : undefined;
      if (!format) throw refused(st, type, 'decisions');
      const files = importDecisions(session, st, path, documentation, format, exclude);
      session.shared.decisionFolders.push({
        ...(context.kind === 'element' && { element: context.element.id }),
        path: normalize(path),
        files,
      });
      importImages(session, st, path, documentation);
    },
    'decisions',
  );
}

/** `exclude <filename|regex> …` in the block of either */
export function importStatement(st: Statement, { exclude }: ImportContext): boolean {
  if (st.keyword !== 'exclude') return false;
  st.require(2, 'exclude <filename|regex> [filename|regex]', st.size);
  for (const [index, { text }] of st.words.entries()) {
    if (index === 0 || text.trim() === '') continue;
    if (!toPattern(text)) {
      throw new Problem('dsl-invalid-value', undefined, st.span(index), {
        message: `\`${text}\` is not a pattern that can be used.`,
        hint: 'Write a file name, or a simple regular expression.',
      });
    }
    exclude.push(text);
  }
  return true;
}

/** Runs now, or at the end of the block when the statement has one. */
function importAtEnd(
  session: Session,
  st: Statement,
  run: (exclude: readonly string[]) => void,
  what: 'documentation' | 'decisions',
): void {
  const exclude: string[] = [];
  const guarded = () => {
    try {
      run(exclude);
    } catch (failure) {
      if (!(failure instanceof ImportFailure)) throw failure;
      throw new Problem(
        what === 'documentation' ? 'dsl-documentation' : 'dsl-decisions',
        `Error importing ${what}: ${failure.message}`,
        st.span(1),
        kinder(failure.message, st.get(1)),
      );
    }
  };
  if (st.opensBlock) session.open({ kind: 'import', exclude }, st, guarded);
  else guarded();
}

function kinder(official: string, path: string): { message?: string; hint?: string } {
  if (official.includes('does not exist')) {
    return {
      message: `There is nothing at \`${path}\`.`,
      hint: 'Paths are relative to the file that they stand in.',
    };
  }
  if (official.includes('NumberFormatException')) {
    return {
      message: `A file in \`${path}\` does not start with the number of a decision: ${official.slice(official.indexOf('"'))}.`,
      hint: 'Leave it out: !adrs <path> { exclude <filename> }',
    };
  }
  return { message: `The import of \`${path}\` failed: ${official.replace(/^[\w.]+: /, '')}` };
}

function refused(st: Statement, name: string, what: string): Problem {
  return new Problem('dsl-plugin', `Error importing ${what}: ${name} was not found`, st.span(2), {
    message: `There is no importer \`${name}\`; Java classes are not run.`,
    hint: what === 'decisions' ? 'Possible are adrtools, madr and log4brains.' : 'Leave it out.',
  });
}

function documentationOf(session: Session, context: Context): DocumentationDraft {
  if (context.kind !== 'element') return session.workspace.documentation;
  context.element.documentation ??= { sections: [], decisions: [], images: [] };
  return context.element.documentation;
}

function importDocs(
  session: Session,
  st: Statement,
  path: string,
  documentation: DocumentationDraft,
  exclude: readonly string[],
  recursive: boolean,
): void {
  const info = locate(session, path, st.span(1));
  if (!info) {
    const words = `${absolute(session, path)} does not exist`;
    throw new ImportFailure(
      recursive ? `java.lang.IllegalArgumentException: ${words}` : `${words}.`,
    );
  }
  const { sections } = documentation;
  const add = (file: string, filename: string) => {
    const format = formatOf(filename || nameOf(file));
    if (!format || isExcluded(nameOf(file), exclude)) return;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBytes(session, file));
    sections.push({
      ...(filename && { filename }),
      format,
      content: normalizeLines(text),
      order: sections.length + 1,
      title: '',
    });
  };
  if (info.kind === 'file') add(path, '');
  else for (const [file, name] of filesIn(session, st, path, recursive)) add(file, name);
}

/** Files of a folder that are not hidden, in order, with their paths below the folder. */
function* filesIn(
  session: Session,
  st: Statement,
  folder: string,
  recursive: boolean,
  below = '',
): Generator<[path: string, name: string]> {
  for (const name of listFolder(session, folder)) {
    const path = `${folder}/${name}`;
    const info = locate(session, path, st.span(1));
    if (info?.kind === 'folder') {
      if (recursive) yield* filesIn(session, st, path, recursive, `${below}${name}/`);
    } else if (info && !name.startsWith('.')) {
      yield [path, `${below}${name}`];
    }
  }
}

/** Adds the records of a folder; gives the names of their files. */
function importDecisions(
  session: Session,
  st: Statement,
  path: string,
  documentation: DocumentationDraft,
  format: DecisionFormat,
  exclude: readonly string[],
): string[] {
  const info = locate(session, path, st.span(1));
  if (!info) throw new ImportFailure(`${absolute(session, path)} does not exist.`);
  if (info.kind !== 'folder')
    throw new ImportFailure(`${absolute(session, path)} is not a directory.`);
  const files: RecordFile[] = [];
  for (const name of listFolder(session, path)) {
    if (!format.isRecord(name) || isExcluded(name, exclude)) continue;
    const file = `${path}/${name}`;
    const record = locate(session, file, st.span(1));
    if (record?.kind !== 'file') continue;
    const content = decode(readBytes(session, file), 'utf-8');
    if (content === undefined) {
      throw new ImportFailure(`java.nio.charset.MalformedInputException: ${MALFORMED}`);
    }
    files.push({ name, modified: record.modified, content: content.replaceAll('\r', '') });
  }
  const taken = new Set(documentation.decisions.map(({ id }) => id));
  documentation.decisions.push(...readDecisions(format, files, taken, session.options.now ?? 0));
  return files.map(({ name }) => name);
}

/** Adds the images below a folder that the pages name; the first of a name stays. */
function importImages(
  session: Session,
  st: Statement,
  path: string,
  documentation: DocumentationDraft,
): void {
  if (locate(session, path, st.span(1))?.kind !== 'folder') return;
  const wanted = new Set(
    [...documentation.sections, ...documentation.decisions].flatMap(({ content, format }) =>
      imagesIn(content, format),
    ),
  );
  for (const { name } of documentation.images) wanted.delete(name);
  if (wanted.size === 0) return;
  documentation.images.push(...pickImages(imageFiles(session, st, path, ''), wanted));
}

function* imageFiles(
  session: Session,
  st: Statement,
  folder: string,
  below: string,
): Generator<ImageFile> {
  for (const name of listFolder(session, folder)) {
    const path = `${folder}/${name}`;
    const info = locate(session, path, st.span(1));
    if (info?.kind === 'folder') {
      if (!name.startsWith('.')) yield* imageFiles(session, st, path, `${below}${name}/`);
    } else if (info && /\.(?:png|jpe?g|gif|svg)$/i.test(name)) {
      const read = () => toBase64(readBytes(session, path));
      yield { name: `${below}${name}`, type: imageType(name) ?? '', read };
    }
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
