import { finding } from '../codes.ts';
import { addLink, type LinkTarget, markSuperseded } from './edit-links.ts';
import { type LogFolder, linkText } from './log-folder.ts';
import { done, type FileWrite, failed, type Outcome } from './outcome.ts';
import { findRecord } from './references.ts';

/** `adr link SOURCE LINK TARGET REVERSE-LINK`. */
export interface LinkRequest {
  readonly source: string;
  readonly verb: string;
  readonly target: string;
  readonly reverse: string;
}

/** Texts of records that a command has changed so far, by file. */
export type Edits = Map<string, string>;

/** Links two records that exist, in both directions, or neither. */
export function linkRecords(folder: LogFolder, request: LinkRequest): Outcome {
  const { source, verb, target, reverse } = request;
  const missing = [source, verb, target, reverse].indexOf('');
  if (missing !== -1) return failed([missingPart(missing)]);
  const [from, to] = [findRecord(folder, source), findRecord(folder, target)];
  const problems = [from.problem, to.problem].filter((problem) => problem !== undefined);
  if (from.file === undefined || to.file === undefined) return failed(problems);
  const edits: Edits = new Map();
  linkBoth(folder, edits, { from: from.file, verb, to: to.file, reverse });
  return done('', {
    writes: replacements(folder, edits),
    json: { source: from.file, link: verb, target: to.file, reverseLink: reverse },
  });
}

/** Adds both halves of a link to the edits. */
export function linkBoth(
  folder: LogFolder,
  edits: Edits,
  link: { from: string; verb: string; to: string; reverse: string },
): void {
  const { from, verb, to, reverse } = link;
  edits.set(from, addLink(current(folder, edits, from), verb, targetOf(folder, edits, to)));
  edits.set(to, addLink(current(folder, edits, to), reverse, targetOf(folder, edits, from)));
}

/** Marks `older` as superseded by `newer`, and says so in both. */
export function supersede(folder: LogFolder, edits: Edits, newer: string, older: string): void {
  const [by, of] = [targetOf(folder, edits, newer), targetOf(folder, edits, older)];
  edits.set(older, markSuperseded(current(folder, edits, older), 'Superseded by', by));
  edits.set(newer, addLink(current(folder, edits, newer), 'Supersedes', of));
}

/** The edits of files that exist, in the order in which they were made. */
export function replacements(folder: LogFolder, edits: Edits): FileWrite[] {
  return [...edits]
    .filter(([file, text]) => text !== folder.textOf(file))
    .map(([file, text]) => ({ kind: 'replace', file, text }));
}

function current(folder: LogFolder, edits: Edits, file: string): string {
  return edits.get(file) ?? folder.textOf(file);
}

function targetOf(folder: LogFolder, edits: Edits, file: string): LinkTarget {
  const text = linkText(current(folder, edits, file), file);
  return { file, text: text || file.replace(/\.md$/, '') };
}

function missingPart(index: number) {
  const part = ['SOURCE', 'LINK', 'TARGET', 'REVERSE-LINK'][index];
  return finding(
    'adr-usage',
    `\`adr link\` needs ${part}, the part number ${index + 1}.`,
    undefined,
    {
      hint: 'Write `adr link SOURCE LINK TARGET REVERSE-LINK`, e.g. `adr link 12 Amends 10 "Amended by"`.',
    },
  );
}
