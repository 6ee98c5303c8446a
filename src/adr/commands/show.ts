import { type AdrLog, currentAnswers, effectiveStatus, resolveLink } from '../log.ts';
import { isRecordName } from '../read/names.ts';
import type { AdrLink, AdrRecord, Located } from '../record.ts';
import { type LogFolder, logOf, noLog } from './log-folder.ts';
import { done, failed, type Outcome } from './outcome.ts';
import { fullRecordJson } from './record-json.ts';
import { findRecord } from './references.ts';
import { columns } from './status.ts';

/** `adr show REF`: what a record says, fact by fact, and where its file is. */
export function showRecord(folder: LogFolder, reference: string): Outcome {
  if (!folder.exists) return noLog(folder);
  const { file, problem } = findRecord(
    folder,
    reference,
    folder.entries.filter((entry) => isRecordName(entry) && folder.faultOf(entry) !== 'no-file'),
  );
  if (problem) return failed([problem]);
  const { log } = logOf(folder);
  const record = log.byFile.get(file);
  if (record === undefined) return failed([]);
  return done(factsOf(log, record), { json: fullRecordJson(log, record) });
}

function factsOf(log: AdrLog, record: AdrRecord): string {
  const { status, date, options, consequences, ties } = record;
  const now = currentAnswers(log, record).map(({ id }) => id);
  const effective = effectiveStatus(log, record);
  const note = effective === status.kind ? '' : ` (${effective}, since its successor is accepted)`;
  const rows: [string, string][] = [
    ['Title', record.title],
    ['File', record.source.name],
    ['Status', (status.label || 'none') + note],
    ['Current answer', now.join(', ')],
    ['Date', date?.iso ?? date?.text ?? ''],
    ['Deciders', texts(record.deciders)],
    ['Supersedes', linked(log, record.supersedes)],
    ['Superseded by', linked(log, record.supersededBy)],
    ['Amends', linked(log, record.amends)],
    ['Amended by', linked(log, record.amendedBy)],
    ['Elements', texts(ties.elements)],
    ...options.map(({ name, chosen }): [string, string] => [chosen ? 'Chosen' : 'Option', name]),
    ['Gained', texts(consequences?.gained ?? [])],
    ['Given up', texts(consequences?.givenUp ?? [])],
    ['To be watched', texts(consequences?.neutral ?? [])],
  ];
  return columns(rows.filter(([, value]) => value !== ''));
}

function texts(all: readonly Located[]): string {
  return all.map(({ text }) => text.replace(/\s+/g, ' ')).join('; ');
}

function linked(log: AdrLog, links: readonly AdrLink[]): string {
  return links
    .map((link) => {
      const target = resolveLink(log, link);
      return target.kind === 'record' ? target.record.id : `${link.href ?? link.text} (not found)`;
    })
    .join(', ');
}
