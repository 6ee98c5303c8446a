import { type Diagnostic, sortDiagnostics } from './diagnostic.ts';

/**
 * Diagnostics as commands of a GitHub workflow, one a line: the runner turns them into annotations of the
 * pull request. `folder` leads from the repository's top to what the files are relative to.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubAnnotations(diagnostics: readonly Diagnostic[], folder = ''): string {
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => `${annotation(diagnostic, folder)}\n`)
    .join('');
}

function annotation(diagnostic: Diagnostic, folder: string): string {
  const { code, severity, message, hint, span } = diagnostic;
  const name = span?.source.name ?? diagnostic.file;
  const { line, column } = span?.source.positionAt(span.start) ?? { line: 1, column: 1 };
  const place = {
    file: folder ? `${folder}/${name}` : name,
    line: `${line}`,
    col: `${column}`,
  };
  const properties = Object.entries({ ...(name !== undefined && place), title: code })
    .map(([key, value = '']) => `${key}=${property(value)}`)
    .join(',');
  return `::${severity} ${properties}::${data([message, hint].filter(Boolean).join('\n'))}`;
}

/** The runner reads these three back in the text of a command … */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** … and two more in a property, which they would end. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
