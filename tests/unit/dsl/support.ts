import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import type { ParseOptions, SourceReader } from '#dsl/options.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import type { Workspace } from '#model/workspace.ts';

const encoder = new TextEncoder();

/** Files in memory; `..` at the start of a path is outside. */
export function memoryReader(files: Readonly<Record<string, string | Uint8Array>>): SourceReader {
  const names = Object.keys(files);
  const isFolder = (path: string) =>
    path === '' || names.some((name) => name.startsWith(`${path}/`));
  return {
    stat(path) {
      if (path === '..' || path.startsWith('../')) return 'outside';
      if (Object.hasOwn(files, path)) return { kind: 'file', modified: 0 };
      return isFolder(path) ? { kind: 'folder', modified: 0 } : undefined;
    },
    readBytes(path) {
      const content = files[path];
      return typeof content === 'string' ? encoder.encode(content) : content;
    },
    list(path) {
      const prefix = path === '' ? '' : `${path}/`;
      const below = names.filter((name) => name.startsWith(prefix));
      return [...new Set(below.map((name) => name.slice(prefix.length).split('/', 1)[0] ?? ''))];
    },
    absolute: (path) => `/project/${path}`,
  };
}

/** Reads a text as `workspace.dsl`. */
export function read(text: string, options: ParseOptions = {}) {
  return parseWorkspace(new Source('workspace.dsl', text), options);
}

/** The workspace of a text that must have nothing wrong with it. */
export function readClean(text: string, options: ParseOptions = {}): Workspace {
  const { workspace, diagnostics } = read(text, options);
  if (workspace && diagnostics.length === 0) return workspace;
  throw new Error(places(diagnostics).join('\n'));
}

/** Lines of a model. */
export const inModel = (lines: string) => `workspace {\n  model {\n${lines}\n  }\n}`;

/** Lines of views, of a person and a system with two containers. */
export const inViews = (lines: string) => `workspace {
  model {
    user = person User
    shop = softwareSystem Shop {
      web = container Web
      db = container Database
      web -> db Reads
    }
    user -> web Uses
  }
  views {
${lines}
  }
}`;

/** Findings as `line:column code text`, with the text that they point at. */
export function places(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, span }) => {
    if (!span) return code;
    const { line, column } = span.source.positionAt(span.start);
    const file = span.source.name === 'workspace.dsl' ? '' : `${span.source.name}:`;
    return `${file}${line}:${column} ${code} ${span.source.text.slice(span.start, span.end)}`;
  });
}
