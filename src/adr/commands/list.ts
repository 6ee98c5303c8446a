import { finding } from '../codes.ts';
import { type LogFolder, listedEntries, logOf, printedPath } from './log-folder.ts';
import { done, failed, type Outcome } from './outcome.ts';
import { recordJson } from './record-json.ts';

/** `adr list`: the paths of the records, sorted as text. */
export function listRecords(folder: LogFolder): Outcome {
  if (!folder.exists) {
    const hint = 'Make a first record with `adr init`, or say in `.adr-dir` where the log is.';
    const problem = finding('adr-no-log', 'There is no log here yet.', undefined, { hint });
    // adr-tools says so on stdout, and scripts may look for it there.
    return failed([problem], `The ${folder.path} directory does not exist\n`);
  }
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
