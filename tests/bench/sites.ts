import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openIndex } from '../support/first-query.ts';
import { filesBelow } from '../support/folder-digest.ts';
import { syntheticWorkspace } from './workspace.ts';

/** A portfolio as a whole site, and how much it may take where DESIGN sets a bar. */
export interface SiteSize {
  /** Ten views a system. */
  readonly systems: number;
  readonly records: number;
  readonly studies: number;
  /** Seconds by the clock of a machine of two cores that does nothing else. */
  readonly bar?: number;
}

/** Those of the bars, and the same with decisions and studies. */
export const SITES: readonly SiteSize[] = [
  { systems: 10, records: 0, studies: 0, bar: 6 },
  { systems: 100, records: 0, studies: 0, bar: 20 },
  { systems: 10, records: 30, studies: 2 },
  { systems: 50, records: 300, studies: 10 },
  { systems: 100, records: 1000, studies: 20 },
];

/** Bytes of memory that a build may take. */
const MEMORY_BAR = 1e9;
/** Bytes, gzipped, that a first question may load. */
const QUERY_BAR = 300_000;
const QUERIES = ['container 7.3', 'system', 'sned work', 'k'];

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const USAGE = new URL('./usage.ts', import.meta.url).pathname;

/** Builds each site in an empty folder below `folder`, the drawings of an earlier build known; a row each. */
export async function* sitesTable(
  folder: string,
  sites: readonly SiteSize[] = SITES,
): AsyncGenerator<string> {
  const heads = ['seconds', 'bar', 'user', 'system', 'memory', 'pages', 'size', 'first query'];
  yield line('site', heads);
  for (const site of sites) {
    const root = join(folder, `site-${site.systems}-${site.records}`);
    writeSite(root, site);
    const { seconds, user, system, memory } = build(root, join(folder, 'cache'));
    const files = filesBelow(join(root, 'dist'));
    const bytes = files.map((name) => statSync(join(root, 'dist', name)).size);
    const index = openIndex(join(root, 'dist'));
    const queries = await Promise.all(QUERIES.map((query) => index.ask(query)));
    const most = Math.max(...queries.map((query) => query.bytes));
    const { systems, records, studies, bar } = site;
    yield line(`${10 * systems} views, ${records} records, ${studies} studies`, [
      seconds.toFixed(1),
      bar === undefined ? '' : `≤ ${bar}`,
      user.toFixed(1),
      system.toFixed(1),
      `${Math.round(memory / 1e6)} MB${memory > MEMORY_BAR ? ' !' : ''}`,
      `${files.filter((name) => name.endsWith('.html')).length}`,
      `${Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1e6)} MB`,
      `${Math.round(most / 1000)} kB${most > QUERY_BAR ? ' !' : ''}`,
    ]);
    rmSync(root, { recursive: true, force: true });
  }
  yield 'Seconds by the clock; user and system time and memory of the process itself; ! is over the bar of 1 GB or 300 kB.';
}

function line(name: string, cells: readonly string[]): string {
  return `${name.padEnd(40)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}

/** A build without anything kept, and what it took. */
function build(root: string, cache: string) {
  const usage = join(root, 'usage.json');
  rmSync(cache, { recursive: true, force: true });
  const args = ['--max-semi-space-size=32', '--import', USAGE, MAIN, 'build', '--root', root];
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, USAGE: usage, ARCHFOLIO_CACHE: cache },
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
  const seconds = (performance.now() - started) / 1000;
  const used: unknown = JSON.parse(readFileSync(usage, 'utf8'));
  return { seconds, ...(used as { user: number; system: number; memory: number }) };
}

function writeSite(root: string, { systems, records, studies }: SiteSize): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('workspace.dsl', syntheticWorkspace(systems));
  for (let number = 1; number <= records; number++) {
    write(
      `adrs/${`${number}`.padStart(4, '0')}-decision-${number}.md`,
      recordText(number, systems),
    );
  }
  for (let number = 1; number <= studies; number++) {
    write(`case-studies/study-${number}/index.mdx`, studyText(number));
  }
}

/** Each tenth record supersedes the one before it. */
function recordText(number: number, systems: number): string {
  const before = `${`${number - 1}`.padStart(4, '0')}-decision-${number - 1}.md`;
  const status =
    number % 10 === 0
      ? `Accepted\n\nSupersedes [${number - 1}. Decision ${number - 1}](${before})`
      : number % 10 === 9
        ? `Superseded by [${number + 1}. Decision ${number + 1}](${`${number + 1}`.padStart(4, '0')}-decision-${number + 1}.md)`
        : 'Accepted';
  const place = `s${1 + (number % systems)}.c${1 + (number % 8)}`;
  return `# ${number}. Decision ${number}\n\nDate: 2026-01-01\n\n## Status\n\n${status}\n\n## Context\n\nWork of \`${place}\` waits for its neighbour.\n\n## Considered Options\n\n- Hand on at once\n- Wait for ${number}\n\n## Decision\n\nContainer ${place} hands on at once.\n\n## Consequences\n\nIts neighbour needs room for ${number} messages.\n`;
}

function studyText(number: number): string {
  return `---\ntitle: Study ${number}\nsummary: What system ${number} does.\norder: ${number}\nsystem: s${number}\ndraft: true\n---\n\nSystem ${number} has eight containers.\n\n<Diagram view="containers-${number}" />\n`;
}
