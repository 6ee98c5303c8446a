import { readFileSync } from 'node:fs';
import { type AdrLog, readLog } from '#adr/log.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { recoverLog } from './adr-log.ts';
import { filesIn } from './entries.ts';

const FOLDER = 'adrs';

/** Reads the decision log of a content folder; what a killed command left is finished first. */
export async function loadLog(root: string): Promise<{
  readonly log: AdrLog;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const folder = `${root}/${FOLDER}`;
  await recoverLog({ path: FOLDER, folder });
  const sources = filesIn(folder, { deep: true })
    .filter((file) => /\.md$/i.test(file))
    .map((file) => new Source(`${FOLDER}/${file}`, readFileSync(`${folder}/${file}`, 'utf8')));
  return readLog(sources, FOLDER);
}
