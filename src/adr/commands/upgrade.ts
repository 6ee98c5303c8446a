import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { finding } from '../codes.ts';
import { isoDate } from '../read/dates.ts';
import { type LogFolder, noLog, printedPath, recordEntries } from './log-folder.ts';
import { done, type FileWrite, type Outcome } from './outcome.ts';

/** `sed` gives this to adr-tools when there is no log. */
const EXIT_WITHOUT_LOG = 2;

/**
 * `adr upgrade-repository`: `Date: DD/MM/YYYY` becomes `Date: YYYY-MM-DD`, once a line, anywhere in
 * a record; nothing else changes. A date that the calendar does not have day first is left alone.
 */
export function upgradeDates(folder: LogFolder): Outcome {
  if (!folder.exists) return noLog(folder, EXIT_WITHOUT_LOG);
  const writes: FileWrite[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of recordEntries(folder)) {
    const before = folder.textOf(file);
    const { text, kept } = upgradeText(before);
    if (text !== before) writes.push({ kind: 'replace', file, text });
    const source = new Source(printedPath(folder, file), before);
    const mark = before.length - source.text.length;
    diagnostics.push(...kept.map((start) => keptDate(source, start - mark)));
  }
  return done('', { writes, diagnostics, json: { changed: writes.map(({ file }) => file) } });
}

/** The text with its dates upgraded, and the offsets of those that were not. */
function upgradeText(text: string): { text: string; kept: number[] } {
  const kept: number[] = [];
  const upgraded = text.replace(
    /^(.*?Date: )(\d{2})\/(\d{2})\/(\d{4})/gm,
    (whole: string, before: string, day: string, month: string, year: string, offset: number) => {
      const iso = isoDate(year, month, day);
      if (iso === undefined) kept.push(offset + before.length);
      return iso === undefined ? whole : before + iso;
    },
  );
  return { text: upgraded, kept };
}

function keptDate(source: Source, start: number): Diagnostic {
  const span = { source, start, end: start + 'DD/MM/YYYY'.length };
  const text = source.text.slice(span.start, span.end);
  return finding('adr-date-kept', `${text} is no date, day first; it was left as it is.`, span, {
    hint: 'Write it as YYYY-MM-DD by hand.',
  });
}
