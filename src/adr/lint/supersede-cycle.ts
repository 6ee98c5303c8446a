import { finding } from '../codes.ts';
import type { AdrLog } from '../log.ts';
import type { AdrRecord } from '../record.ts';
import { type LintRule, titleSpan } from './rule.ts';

/** Records that supersede one another in a ring, so that none of them is the current answer. */
export const supersedeCycle: LintRule = (log) =>
  ringsOf(log).map((ring) => {
    const [first, second] = ring;
    const names = [...ring, first].map((record) => record?.id).join(' → ');
    const stated = log.supersessions.find(
      ({ newer, older }) => newer === first && older === (second ?? first),
    );
    const related = ring.slice(1).map((record) => ({
      message: 'In the same ring',
      span: titleSpan(record),
    }));
    const span = stated?.links[0]?.span ?? (first && titleSpan(first));
    return finding('adr-supersede-cycle', `Each of these supersedes the next: ${names}.`, span, {
      hint: 'Take out the link that points the wrong way.',
      ...(related.length > 0 && { related }),
    });
  });

/** One ring for each group of records that reach one another, from its first record on. */
function ringsOf(log: AdrLog): AdrRecord[][] {
  const done = new Set<AdrRecord>();
  return log.records.flatMap((record) => {
    if (done.has(record)) return [];
    const ring = pathBack(log, record);
    if (ring === undefined) return [];
    for (const member of log.records) {
      if (reaches(log, record, member) && reaches(log, member, record)) done.add(member);
    }
    return [ring];
  });
}

/** The shortest way from a record over what it supersedes back to itself. */
function pathBack(log: AdrLog, start: AdrRecord): AdrRecord[] | undefined {
  const seen = new Set<AdrRecord>();
  let paths: AdrRecord[][] = [[start]];
  while (paths.length > 0) {
    const next: AdrRecord[][] = [];
    for (const path of paths) {
      for (const older of oldersOf(log, path.at(-1))) {
        if (older === start) return path;
        if (seen.has(older)) continue;
        seen.add(older);
        next.push([...path, older]);
      }
    }
    paths = next;
  }
  return undefined;
}

function reaches(log: AdrLog, from: AdrRecord, to: AdrRecord): boolean {
  const seen = new Set<AdrRecord>();
  const open = oldersOf(log, from);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...oldersOf(log, next));
  }
  return false;
}

function oldersOf(log: AdrLog, record: AdrRecord | undefined): AdrRecord[] {
  return log.supersessions.filter(({ newer }) => newer === record).map(({ older }) => older);
}
