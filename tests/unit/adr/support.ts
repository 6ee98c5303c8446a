import type { LogFolder } from '#adr/commands/log-folder.ts';
import type { Outcome } from '#adr/commands/outcome.ts';
import { type AdrLog, readLog } from '#adr/log.ts';
import { readRecord } from '#adr/read-record.ts';
import type { AdrRecord } from '#adr/record.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source, type Span } from '#diagnostics/source.ts';

/** A record read from text, under a file name. */
export function read(text: string, file = '0001-first.md'): AdrRecord {
  return readRecord(new Source(file, text), file).record;
}

/** What reading a text finds, as `code line:column`. */
export function findings(text: string, file = '0001-first.md'): string[] {
  return readRecord(new Source(file, text)).diagnostics.map(at);
}

/** A log of files. */
export function logFrom(files: Readonly<Record<string, string>>): AdrLog {
  return readLog(Object.entries(files).map(([name, text]) => new Source(name, text))).log;
}

/** `code line:column` of a finding. */
export function at({ code, span }: Diagnostic): string {
  return span ? `${code} ${place(span)}` : code;
}

/** `line:column` of a span’s start. */
export function place(span: Span): string {
  const { line, column } = span.source.positionAt(span.start);
  return `${line}:${column}`;
}

/** The text under a span. */
export function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** A record as adr-tools writes it. */
export function nygard(title: string, status = 'Accepted'): string {
  return `# ${title}\n\nDate: 2024-05-06\n\n## Status\n\n${status}\n\n## Context\n\nC\n\n## Decision\n\nD\n\n## Consequences\n\nE\n`;
}

/** The folder of a log in memory, and what carries out the plans of commands on it. */
export function memoryLog(files: Readonly<Record<string, string>> = {}, path = 'doc/adr') {
  const texts = new Map(Object.entries(files));
  const folder = (): LogFolder => ({
    path,
    exists: texts.size > 0,
    entries: [...texts.keys()].sort(),
    textOf: (entry) => texts.get(entry) ?? '',
    faultOf: () => undefined,
  });
  return {
    texts,
    folder,
    /** Runs a command and writes what it wants to write. */
    run(command: (folder: LogFolder) => Outcome): Outcome {
      const outcome = command(folder());
      for (const { kind, file, text } of outcome.writes) {
        if ((kind === 'create') === texts.has(file)) throw new Error(`${kind} ${file}`);
        texts.set(file, text);
      }
      return outcome;
    },
  };
}
