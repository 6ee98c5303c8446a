import { readdirSync, readFileSync } from 'node:fs';
import { faultFinding } from '#adr/file-faults.ts';
import { lintLog } from '#adr/lint/lint.ts';
import { PROPOSED_DAYS } from '#adr/lint/rule.ts';
import { type AdrLog, readLog } from '#adr/log.ts';
import { localDate } from '#adr/read/dates.ts';
import { isRecordName } from '#adr/read/names.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Source } from '#diagnostics/source.ts';
import type { DecisionFolder } from '#dsl/options.ts';
import { ElementId } from '#model/ids.ts';
import type { AttachedDecisions } from '#portfolio/inputs.ts';
import { addressProblems } from './address-names.ts';
import { recoverLog } from './adr-log.ts';
import { recordVersions, type VersionMemory } from './adr-versions.ts';
import { cleanSource } from './clean-source.ts';
import { entriesBelow, isFile, isFolder } from './entries.ts';
import { createMemory, type Memory } from './memory.ts';
import { decodeText } from './text-encoding.ts';

const FOLDER = 'adrs';

/**
 * Reads the decision log of a content folder and looks it over, as `adr lint` does; what a killed
 * command left is finished first.
 */
export async function loadLog(
  root: string,
  now = new Date(),
  memory = emptyMemory(),
): Promise<LoadedLog> {
  await recoverLog({ path: FOLDER, folder: `${root}/${FOLDER}` });
  // What this user may not read is told of when it is read.
  const files = entriesBelow(`${root}/${FOLDER}`)
    .map(({ path }) => path)
    .filter((path) => /\.md$/i.test(path) && isFile(`${root}/${FOLDER}/${path}`))
    .sort();
  return readFolder(root, FOLDER, files, now, memory);
}

/** The last reading of each log, and its history in git. */
export interface LogMemory {
  readonly logs: Memory<ReturnType<typeof readLog>>;
  readonly versions: VersionMemory;
}

function emptyMemory(): LogMemory {
  return { logs: createMemory(), versions: createMemory() };
}

interface LoadedLog {
  readonly log: AdrLog;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the logs that the workspace attaches to its elements, and looks each over once, however many
 * elements it is attached to. The portfolio's own log stays what it is, also when one is given it.
 */
export async function loadAttached(
  root: string,
  folders: readonly DecisionFolder[],
  own: AdrLog,
  now = new Date(),
  memory = emptyMemory(),
): Promise<{
  readonly attached: readonly AttachedDecisions[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const attached: AttachedDecisions[] = [];
  const found = new Map<string, readonly Diagnostic[]>([[FOLDER, []]]);
  for (const { element, path, files } of folders) {
    const holder = element === undefined ? {} : { element: ElementId(element) };
    if (path === FOLDER) {
      attached.push({ ...holder, log: own });
      continue;
    }
    await recoverLog({ path, folder: `${root}/${path}` });
    // A record may be gone since the workspace was read.
    const present = files.filter((file) => isFile(`${root}/${path}/${file}`));
    const { log, diagnostics } = readFolder(root, path, present, now, memory);
    attached.push({ ...holder, log });
    if (!found.has(path)) found.set(path, diagnostics);
  }
  return { attached, diagnostics: [...found.values()].flat() };
}

/** `files` are paths inside the folder. */
function readFolder(
  root: string,
  path: string,
  files: readonly string[],
  now: Date,
  memory: LogMemory,
): LoadedLog {
  const folder = `${root}/${path}`;
  const read = files.map((file) => readFile(folder, path, file));
  const sources = read.flatMap(({ source }) => source ?? []);
  const texts = JSON.stringify(sources.map(({ name, text }) => [name, text]));
  const { log, diagnostics } = memory.logs.of(folder, texts, () => readLog(sources, path));
  const faults = [...read.flatMap(({ faults }) => faults), ...namedAlike(folder, path)];
  const names = log.records.flatMap(({ id, source }) => addressProblems(source.name, id, 'record'));
  const facts = {
    today: localDate(now),
    proposedDays: PROPOSED_DAYS,
    versions: log.records.length > 0 ? recordVersions(folder, memory.versions) : new Map(),
  };
  return { log, diagnostics: [...faults, ...diagnostics, ...names, ...lintLog(log, facts)] };
}

function readFile(
  folder: string,
  path: string,
  file: string,
): { source?: Source; faults: readonly Diagnostic[] } {
  const name = path === '' ? file : `${path}/${file}`;
  try {
    const { text, encoding } = decodeText(readFileSync(`${folder}/${file}`));
    const isOdd = encoding === 'bytes' && isRecordName(file);
    const faults = isOdd ? [faultFinding('not-utf8', name, text)] : [];
    const { source, diagnostics: hidden } = cleanSource(name, text);
    return { source, faults: [...faults, ...(isRecordName(file) ? hidden : [])] };
  } catch {
    return { faults: isRecordName(file) ? [faultFinding('unreadable', name)] : [] };
  }
}

/** Folders and broken links of a log that are named like records. */
function namedAlike(folder: string, path: string): Diagnostic[] {
  const names = isFolder(folder) ? readdirSync(folder, 'utf8').sort() : [];
  return names
    .filter((name) => isRecordName(name) && !isFile(`${folder}/${name}`))
    .map((name) => faultFinding('no-file', path === '' ? name : `${path}/${name}`));
}
