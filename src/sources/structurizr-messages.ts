import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { lineSpan, Source } from '#diagnostics/source.ts';
import { sourceProblem } from './codes.ts';

/** Where a message points: the file that is named first is the innermost one. */
const PLACE = / at line (\d+) of (.*?): /;
/** A Java class name before a message. */
const JAVA_CLASS = /^(?:Exception in thread "[^"]*" )?(?:[a-z]\w*\.)+[A-Z]\w*: /;
/** What the tool says of its own progress, and frames of a stack. */
const NOISE =
  /^(?:\s*- |\s+at |\s*\.{3} \d+ more|Exporting workspace from |Structurizr CLI v|Caused by: |Picked up )/;

/** What the tool said, without progress and stacks; a message that goes over lines is one. */
export function messagesOf(output: string): string[] {
  const lines = output
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !NOISE.test(line))
    .map((line) => line.replace(JAVA_CLASS, '').trimEnd());
  return [...new Set(lines)];
}

/** The error that a run of the tool ended with. `read` gives the text of a file, if it has one. */
export function engineError(
  output: string,
  file: string,
  root: string,
  read: (path: string) => string | undefined,
): Diagnostic {
  const [first = 'The Structurizr tool failed and said nothing.', ...others] = messagesOf(output);
  const [, line, path] = PLACE.exec(first) ?? [];
  const official = first.replace(/ at line (\d+) of .*?(?=: )/g, ' at line $1');
  const hint = others.length > 0 ? others.slice(0, 5).join('\n') : undefined;
  const detail = { official, file, ...(hint && { hint }) };
  const text = path === undefined ? undefined : read(resolve(path));
  if (line === undefined || path === undefined || text === undefined) {
    return sourceProblem('engine-error', sentence(first), undefined, detail);
  }
  const source = new Source(relative(root, resolve(path)).split(sep).join('/'), text);
  const message = sentence(first.slice(0, first.search(PLACE)));
  return sourceProblem('engine-error', message, lineSpan(source, Number(line)), detail);
}

/** What the tool warned of in a run that succeeded. */
export function engineWarnings(output: string, file: string): Diagnostic[] {
  return messagesOf(output)
    .filter((line) => /\b(?:WARN|WARNING|ERROR)\b/.test(line))
    .map((line) => sourceProblem('engine-warning', sentence(line), undefined, { file }));
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
