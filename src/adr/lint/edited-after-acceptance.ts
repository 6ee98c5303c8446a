import { Source } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import { readRecord } from '../read-record.ts';
import type { AdrRecord, AdrSection } from '../record.ts';
import { type LintRule, type RecordVersion, titleSpan } from './rule.ts';

/**
 * An accepted record whose decision reads otherwise than when it was accepted. Status, links and
 * references may change, since that is how later records refer to it; so may blanks. Edits on the
 * day of the acceptance are part of it.
 */
export const editedAfterAcceptance: LintRule = (log, { versions, today }) =>
  log.records.flatMap((record) => {
    if (record.status.kind !== 'accepted') return [];
    const known = versions.get(record.file) ?? [];
    const accepted = acceptedVersion(record, known);
    if (accepted === undefined) return [];
    const before = readVersion(record, accepted);
    const changed = changedSection(before, record);
    const edit = known.findLast(({ date }) => date > accepted.date);
    if (changed === undefined || (edit ?? { date: today }).date <= accepted.date) return [];
    const last = edit ? `last on ${edit.date} (${edit.commit})` : 'which is not committed yet';
    return [
      finding(
        'adr-edited-after-acceptance',
        `“${changed.heading}” was edited after the acceptance of ${accepted.date} (${accepted.commit}), ${last}.`,
        changed.span,
        { hint: 'Write a new record that supersedes or amends this one.' },
      ),
    ];
  });

/** The last state of the day on which the record was first accepted, and more than a template. */
function acceptedVersion(
  record: AdrRecord,
  versions: readonly RecordVersion[],
): RecordVersion | undefined {
  const first = versions.find((version) => {
    const read = readVersion(record, version);
    return read.status.kind === 'accepted' && !isTemplate(read);
  });
  return first && versions.findLast(({ date }) => date === first.date);
}

function readVersion({ file, source }: AdrRecord, { text, commit }: RecordVersion): AdrRecord {
  return readRecord(new Source(`${source.name}@${commit}`, text), file).record;
}

/** The first section of substance that differs; the title’s place for one that is gone. */
function changedSection(
  before: AdrRecord,
  now: AdrRecord,
): Pick<AdrSection, 'heading' | 'span'> | undefined {
  const [old, current] = [substance(before), substance(now)];
  const edited = current.find((section) => !old.some((other) => textOf(other) === textOf(section)));
  if (edited) return edited;
  const gone = old.find((section) => !current.some((other) => textOf(other) === textOf(section)));
  return gone && { heading: gone.heading, span: titleSpan(now) };
}

function substance({ sections }: AdrRecord): AdrSection[] {
  const free = ['status', 'links', 'more-information'];
  return sections.filter(({ role }) => !free.includes(role));
}

function textOf({ heading, markdown }: AdrSection): string {
  return `${heading}\n${markdown}`.replace(/\s+/g, ' ').trim();
}

/** Still what `adr new` wrote: accepted by name only. */
function isTemplate({ sections }: AdrRecord): boolean {
  return sections.some(
    ({ role, markdown }) =>
      role === 'decision' &&
      markdown === "The change that we're proposing or have agreed to implement.",
  );
}
