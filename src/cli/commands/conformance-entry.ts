import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Source } from '#diagnostics/source.ts';
import { prepareForExport } from '#dsl/export-json.ts';
import type { ParseOptions } from '#dsl/options.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { readSource } from '#dsl/source.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { inspect } from '#model/inspections.ts';
import { mergeLayout } from '#model/merge-layout.ts';
import { scopeViolation } from '#model/scope.ts';
import { type Json, workspaceToJson } from '#model/to-json.ts';
import type { Workspace } from '#model/workspace.ts';
import { fileReader } from '#sources/file-reader.ts';
import { byContent, firstDifference, maskMadeUp } from './conformance-compare.ts';
import type { Entry } from './conformance-manifest.ts';
import { type Outcome, outcome, textDifference } from './conformance-outcome.ts';
import { SKIPPED } from './conformance-skips.ts';
import { compareTexts } from './conformance-texts.ts';

/** Runs one entry of a corpus: what it makes of each thing that the reference left there. */
export function runEntry(dir: string, entry: Entry): Outcome[] {
  const reason = SKIPPED[entry.path] ?? NEEDS[entry.needs];
  const { path } = entry;
  if (reason)
    return [
      {
        path,
        aspect: entry.expected === 'error' ? 'error' : 'parser',
        result: 'skipped',
        detail: reason,
      },
    ];
  return entry.kind === 'json-workspace' ? runJson(dir, entry) : runDsl(dir, entry);
}

const NEEDS: Readonly<Record<string, string>> = {
  script: 'needs a script engine',
  plugin: 'needs a plugin',
  java: 'needs compiled Java classes',
  network: 'needs the network',
};

/** Some entries are read in another encoding than UTF-8; their note says so. */
function optionsFor(root: string, { note }: Entry): ParseOptions {
  const encoding = /read as (\S+)/.exec(note)?.[1];
  return { reader: fileReader(root), warnings: false, ...(encoding && { encoding }) };
}

function runDsl(dir: string, entry: Entry): Outcome[] {
  const { root, name } = placeOf(dir, entry);
  const options = optionsFor(root, entry);
  const read = readSource(name, options);
  const { workspace, diagnostics } =
    'diagnostic' in read
      ? { workspace: undefined, diagnostics: [read.diagnostic] }
      : parseWorkspace(read.source, { ...options, byteOrderMark: read.byteOrderMark });
  const official = diagnostics.find((diagnostic) => diagnostic.official !== undefined);
  if (entry.expected === 'error') return [compareError(entry, root, official?.official)];
  if (!workspace || diagnostics.some(({ severity }) => severity === 'error')) {
    const first = diagnostics.find(({ severity }) => severity === 'error');
    const detail = `refused: ${official?.official ?? first?.message ?? 'no workspace'}`;
    return [{ path: entry.path, aspect: 'parser', result: 'differing', detail }];
  }
  return compareWorkspace(dir, entry, workspace);
}

function runJson(dir: string, entry: Entry): Outcome[] {
  const { root, name } = placeOf(dir, entry);
  const source = new Source(name, readFileSync(join(root, name), 'utf8'));
  const { workspace, diagnostics } = workspaceFromJson(source);
  const official = diagnostics.find((diagnostic) => diagnostic.official !== undefined)?.official;
  if (entry.expected === 'error') return [compareError(entry, root, official)];
  if (!workspace) {
    return [
      { path: entry.path, aspect: 'load', result: 'differing', detail: `refused: ${official}` },
    ];
  }
  return compareWorkspace(dir, entry, workspace);
}

/** The first folder below the corpus bounds what an entry may read. */
function placeOf(dir: string, { path }: Entry): { root: string; name: string } {
  const [top = '', ...rest] = path.split('/');
  return { root: resolve(dir, top), name: rest.join('/') };
}

function compareWorkspace(dir: string, entry: Entry, workspace: Workspace): Outcome[] {
  const golden = join(dir, 'golden', entry.path);
  const outcomes: Outcome[] = [];
  const unstable = entry.note.includes('UNSTABLE');
  const compare = (aspect: 'parser' | 'export' | 'merged', make: () => Json) => {
    const file = `${golden}.${aspect}.json`;
    if (!existsSync(file)) return;
    const expected: Json = JSON.parse(readFileSync(file, 'utf8'));
    const actual = maskMadeUp(make());
    const difference = unstable
      ? firstDifference(byContent(actual), byContent(expected))
      : firstDifference(actual, expected);
    outcomes.push(outcome(entry, aspect, difference));
  };
  const prepared = prepareForExport(workspace);
  compare('parser', () => workspaceToJson(workspace));
  compare('export', () => workspaceToJson(prepared));
  compare('merged', () => workspaceToJson(mergeLayout(prepared, layoutOf(dir, entry)).workspace));
  if (existsSync(`${golden}.inspections.tsv`)) {
    const expected = readFileSync(`${golden}.inspections.tsv`, 'utf8').trimEnd();
    const actual = inspect(workspace)
      .map(({ severity, type, message }) => `${severity}\t${type}\t${message}`)
      .join('\n');
    outcomes.push(outcome(entry, 'inspections', textDifference(actual, expected, unstable)));
  }
  outcomes.push(...compareTexts(dir, entry, prepared));
  const scope = /CLI load fails with: (.*)/.exec(entry.note)?.[1];
  if (scope)
    outcomes.push(
      outcome(entry, 'error', textDifference(scopeViolation(workspace) ?? '', scope, false)),
    );
  // Where the reference left no output, that it reads the file is all there is to compare.
  return outcomes.length > 0 ? outcomes : [outcome(entry, 'load', undefined)];
}

/** The layout that the reference merged in: of a workspace.json beside the DSL file. */
function layoutOf(dir: string, { path }: Entry): Workspace {
  const file = path.replace(/\.dsl$/, '.json');
  const source = new Source(file, readFileSync(join(dir, file), 'utf8'));
  const { workspace } = workspaceFromJson(source);
  if (!workspace) throw new Error(`There is a merged golden, and ${file} cannot be read.`);
  return workspace;
}

/** Messages are compared without the paths of files and without Java's class names. */
function compareError(entry: Entry, root: string, official: string | undefined): Outcome {
  const expected = entry.message
    .replace(/ of (?:\{file\}|\{root\}.*?)(?=: )/g, '')
    .replace(/^(?:[a-z]\w*\.)+[A-Z]\w*: /, '');
  const actual = (official ?? 'no error')
    .replaceAll(root, '{root}')
    .replace(/00000000-0000-4000-[89]000-\d{12}/g, '{uuid}');
  return outcome(entry, 'error', actual === expected ? undefined : `${actual} | ${expected}`);
}
