import { readFileSync } from 'node:fs';
import { lintLog } from '#adr/lint/lint.ts';
import { PROPOSED_DAYS } from '#adr/lint/rule.ts';
import { type AdrLog, readLog } from '#adr/log.ts';
import { localDate } from '#adr/read/dates.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { addressProblems } from './address-names.ts';
import { recoverLog } from './adr-log.ts';
import { recordVersions } from './adr-versions.ts';
import { filesIn } from './entries.ts';

const FOLDER = 'adrs';

/**
 * Reads the decision log of a content folder and looks it over, as `adr lint` does; what a killed
 * command left is finished first.
 */
export async function loadLog(
  root: string,
  now = new Date(),
): Promise<{
  readonly log: AdrLog;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const folder = `${root}/${FOLDER}`;
  await recoverLog({ path: FOLDER, folder });
  const sources = filesIn(folder, { deep: true })
    .filter((file) => /\.md$/i.test(file))
    .map((file) => new Source(`${FOLDER}/${file}`, readFileSync(`${folder}/${file}`, 'utf8')));
  const { log, diagnostics } = readLog(sources, FOLDER);
  const names = log.records.flatMap(({ id, source }) => addressProblems(source.name, id, 'record'));
  const facts = {
    today: localDate(now),
    proposedDays: PROPOSED_DAYS,
    versions: log.records.length > 0 ? recordVersions(folder) : new Map(),
  };
  return { log, diagnostics: [...diagnostics, ...names, ...lintLog(log, facts)] };
}
