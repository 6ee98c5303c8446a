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

type Olders = ReadonlyMap<AdrRecord, readonly AdrRecord[]>;

/** One ring for each group of records that reach one another, from its first record on. */
function ringsOf(log: AdrLog): AdrRecord[][] {
  const olders = Map.groupBy(log.supersessions, ({ newer }) => newer);
  const graph: Olders = new Map(
    [...olders].map(([newer, pairs]) => [newer, pairs.map(({ older }) => older)]),
  );
  const done = new Set<AdrRecord>();
  return log.records.flatMap((record) => {
    if (done.has(record)) return [];
    const ring = wayBack(graph, record);
    if (ring === undefined) return [];
    const behind = reachable(graph, record);
    for (const member of behind) {
      if (reachable(graph, member).has(record)) done.add(member);
    }
    return [ring];
  });
}

/** The shortest way from a record over what it supersedes back to itself. */
function wayBack(graph: Olders, start: AdrRecord): AdrRecord[] | undefined {
  const before = new Map<AdrRecord, AdrRecord>();
  const open = [start];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    for (const older of graph.get(next) ?? []) {
      if (older === start) return pathTo(before, next);
      if (before.has(older)) continue;
      before.set(older, next);
      open.push(older);
    }
  }
  return undefined;
}

function pathTo(before: ReadonlyMap<AdrRecord, AdrRecord>, end: AdrRecord): AdrRecord[] {
  const path: AdrRecord[] = [];
  for (let at: AdrRecord | undefined = end; at !== undefined; at = before.get(at)) path.unshift(at);
  return path;
}

function reachable(graph: Olders, start: AdrRecord): Set<AdrRecord> {
  const seen = new Set<AdrRecord>();
  const open = [...(graph.get(start) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return seen;
}
