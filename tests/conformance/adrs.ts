import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AdrLog, readLog, resolveLink } from '#adr/log.ts';
import type { AdrLink } from '#adr/record.ts';
import { Source } from '#diagnostics/source.ts';

/**
 * Reads every record of a corpus of real logs and prints what was read beside the corpus' own
 * counts. Usage:
 *
 *     node tests/conformance/adrs.ts DIR
 *
 * where DIR holds MANIFEST.tsv and EXPECTED.tsv, and a folder for each repository. Ends with 1 when
 * a count differs without an explanation, or an explanation is for a count that does not differ.
 */
const [corpus] = process.argv.slice(2);
if (corpus === undefined) {
  console.error('usage: node tests/conformance/adrs.ts DIR');
  process.exit(2);
}

/** Counts of ours that differ from the corpus' own, and why ours are right. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'adr/madr statuses': '0008 and 0013 state no status: theirs are examples in code blocks',
  'adr/madr labels': 'the same',
  'apache/james-project other links':
    '0038 links three records under “Related ADRs”, and its text says that one of them supersedes a fourth',
  'cometbft/cometbft other links': '110 is “Rejected in favour of ADR 111”, by its number alone',
  'HHS/OPRE-OPS other links': '005 is “Deprecated - See ADR 017”, by its number alone',
  'ministryofjustice/cloud-platform other links': '012 names 021 by its address on the web',
  'microsoft/semantic-kernel other links': '0073 names two records under “Related Decisions”',
};

const COLUMNS = [
  'records',
  'left out',
  'statuses',
  'labels',
  'supersedes pairs',
  'stated by',
  'other links',
  'unresolved',
] as const;
type Counts = Readonly<Record<(typeof COLUMNS)[number], string>>;

function table(name: string): string[][] {
  const [, ...rows] = readFileSync(join(corpus ?? '', name), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map((row) => row.split('\t'));
}

/** `accepted 15; superseded 1`, in one order. */
function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, count]) => `${word} ${count}`)
    .sort()
    .join('; ');
}

function countsOf(log: AdrLog, leftOut: number): Counts {
  const kinds = log.records.map(({ status }) => {
    if (status.kind === 'partly-superseded') return 'superseded-partly';
    return status.kind === 'unknown' ? 'none' : status.kind;
  });
  const words = log.records.map(({ status }) => {
    if (status.word === '') return '(none)';
    return /^not.implemented$/.test(status.word) ? 'not-implemented' : status.word;
  });
  const by = (wanted: string) =>
    log.supersessions.filter(({ statedBy }) => statedBy === wanted).length;
  return {
    records: String(log.records.length),
    'left out': String(leftOut),
    statuses: tally(kinds),
    labels: tally(words),
    'supersedes pairs': String(log.supersessions.length),
    'stated by': `${by('both')} ${by('newer')} ${by('older')}`,
    'other links': String(otherPairs(log)),
    unresolved: String(unresolved(log)),
  };
}

/** Everything read from a log, but for places and line ends. */
function factsOf({ records }: AdrLog): string {
  const drop = (key: string, value: unknown) => {
    if (['source', 'span', 'parts', 'body'].includes(key)) return undefined;
    return typeof value === 'string' ? value.replace(/\s+/g, ' ') : value;
  };
  return JSON.stringify(records, drop);
}

/** Pairs of records that Status, Links or metadata join, other than by superseding. */
function otherPairs(log: AdrLog): number {
  const pairs = log.records.flatMap((record) =>
    record.links
      .filter(({ relation }) => ['amends', 'amended-by', 'relates'].includes(relation))
      .flatMap((link) => {
        const target = resolveLink(log, link);
        return target.kind === 'record' && target.record !== record
          ? [`${record.id} ${target.record.id}`]
          : [];
      }),
  );
  return new Set(pairs).size;
}

function unresolved(log: AdrLog): number {
  const isLost = (link: AdrLink) => resolveLink(log, link).kind !== 'record';
  return log.records.flatMap(({ supersedes, supersededBy }) =>
    [...supersedes, ...supersededBy].filter(isLost),
  ).length;
}

const expected = new Map(table('EXPECTED.tsv').map(([repo = '', ...cells]) => [repo, cells]));
const used = new Set<string>();
const unexplained: string[] = [];
let total = 0;
console.log(
  `${'repository'.padEnd(62)}records  left out  supersedes  other links  warnings  as expected`,
);
for (const [repo = '', , , folder = '', , , others = ''] of table('MANIFEST.tsv')) {
  const root = join(repo.replace('/', '+'), folder === '.' ? '' : folder);
  const files = readdirSync(join(corpus, root), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.md$/i.test(name),
  );
  const sources = files.map(
    (name) => new Source(`${root}/${name}`, readFileSync(join(corpus, root, name), 'utf8')),
  );
  const { log, diagnostics } = readLog(sources, root);
  const counts = countsOf(log, files.length - log.records.length);
  const [
    records = '',
    statuses = '',
    labels = '',
    pairs = '',
    both,
    newer,
    older,
    other = '',
    lost = '',
  ] = expected.get(repo) ?? [];
  const sorted = (text: string) => text.split('; ').sort().join('; ');
  const wanted: Counts = {
    records,
    'left out': others,
    statuses: sorted(statuses),
    labels: sorted(labels),
    'supersedes pairs': pairs,
    'stated by': `${both} ${newer} ${older}`,
    'other links': other,
    unresolved: lost,
  };
  const different = COLUMNS.filter((column) => counts[column] !== wanted[column]);
  for (const column of different) {
    used.add(`${repo} ${column}`);
    if (EXPLAINED[`${repo} ${column}`] === undefined)
      unexplained.push(`${repo} ${column}: ${counts[column]}, not ${wanted[column]}`);
  }
  total += log.records.length;
  for (const variant of [
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => `\uFEFF${text}`,
  ]) {
    const others = sources.map(({ name, text }) => new Source(name, variant(text)));
    if (factsOf(readLog(others, root).log) !== factsOf(log))
      unexplained.push(`${repo}: other line ends, other facts`);
  }
  const cells = [
    counts.records,
    counts['left out'],
    counts['supersedes pairs'],
    counts['other links'],
    String(diagnostics.length),
  ];
  const widths = [7, 10, 12, 13, 10];
  const verdict = different.length === 0 ? 'all' : `all but ${different.join(', ')}`;
  console.log(
    `${repo.padEnd(62)}${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('')}  ${verdict}`,
  );
}
console.log(
  `\n${total} records read, each with LF, with CRLF and with a byte order mark. Explained:`,
);
for (const [what, why] of Object.entries(EXPLAINED)) {
  console.log(`  ${what}: ${why}`);
  if (!used.has(what)) unexplained.push(`${what}: explained, but equal`);
}
if (unexplained.length > 0) {
  console.log(`\nUnexplained:\n  ${unexplained.join('\n  ')}`);
  process.exitCode = 1;
}
