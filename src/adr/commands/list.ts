import { type LogFolder, listedEntries, logOf, noLog, printedPath } from './log-folder.ts';
import { done, type Outcome } from './outcome.ts';
import { recordJson } from './record-json.ts';

/** `adr list`: the paths of the records, sorted as text. */
export function listRecords(folder: LogFolder): Outcome {
  // adr-tools says so on stdout, and scripts may look for it there.
  if (!folder.exists) return noLog(folder, 1, `The ${folder.path} directory does not exist\n`);
  const paths = listedEntries(folder).map((entry) => `${printedPath(folder, entry)}\n`);
  return done(paths.join(''));
}

/** `adr list --json`: the facts of every record that the reader knows, in the log’s order. */
export function listJson(folder: LogFolder): Outcome {
  const { log } = logOf(folder);
  return done('', {
    json: { log: folder.path, records: log.records.map((record) => recordJson(log, record)) },
  });
}
