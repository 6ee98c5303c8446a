import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readLog } from '#adr/log.ts';
import { Source } from '#diagnostics/source.ts';
import { ours } from './adr-replay.ts';

/**
 * Kills `adr new -s` at random moments and looks at what is left. Usage:
 *
 *     node tests/conformance/adr-kills.ts [KILLS]
 *
 * After each kill every record must be whole, and after the next command every link must have both
 * its halves, no number may be there twice, and nothing may be lost. Ends with 1 otherwise.
 */
const kills = Number(process.argv[2] ?? 1000);
const ENTRY = fileURLToPath(new URL('../cli/adr-entry.ts', import.meta.url));
const ENV = {
  PATH: process.env.PATH ?? '',
  ADR_DATE: '2024-05-06',
  NODE_COMPILE_CACHE: join(tmpdir(), 'archfolio-adr-test-cache'),
};

interface Tally {
  undone: number;
  finished: number;
  halfBeforeRecovery: number;
  readonly faults: string[];
}

/** Starts a command, kills it after a while, and says how long it lived. */
async function killed(root: string, args: readonly string[], after: number): Promise<void> {
  const child = spawn(process.execPath, [ENTRY, ...args], { cwd: root, env: ENV, stdio: 'ignore' });
  const gone = new Promise((resolve) => child.on('exit', resolve));
  await Promise.race([gone, sleep(after)]);
  child.kill('SIGKILL');
  await gone;
}

function records(root: string): Map<string, string> {
  const folder = join(root, 'doc/adr');
  const names = readdirSync(folder).filter((name) => /^\d.*\.md$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** What is wrong with a log: halves of records, of links, and numbers that two records have. */
function faultsOf(found: ReadonlyMap<string, string>): { half: string[]; links: string[] } {
  const { log } = readLog([...found].map(([name, text]) => new Source(name, text)));
  const half = [...found]
    .filter(([, text]) => !/^# \d+\. [\s\S]*## Consequences\n\n.*\n$/.test(text))
    .map(([name]) => name);
  const doubled = [...log.byNumber]
    .filter(([, all]) => all.length > 1)
    .map(([number]) => `number ${number} twice`);
  const oneSided = log.supersessions
    .filter(({ statedBy }) => statedBy !== 'both')
    .map(({ newer }) => `half a link of ${newer.id}`);
  const dangling = log.records.flatMap(({ links }) =>
    links.filter(({ file }) => file && !log.byFile.has(file)).map(({ file }) => `link to ${file}`),
  );
  return { half: [...half, ...doubled], links: [...oneSided, ...dangling] };
}

async function runSeries(size: number, tally: Tally): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'adr-kills-'));
  try {
    await ours(['init'], root, ENV);
    const start = performance.now();
    await killed(root, ['new', 'Measure'], 60_000);
    const lifetime = performance.now() - start;
    for (let index = 0; index < size; index++) {
      const before = records(root);
      const newest = [...before.keys()].sort().at(-1) ?? '';
      await killed(
        root,
        ['new', '-s', newest, `Better ${index}`],
        lifetime * (0.3 + Math.random()),
      );
      const raw = faultsOf(records(root));
      if (raw.links.length > 0) tally.halfBeforeRecovery++;
      await ours(['list'], root, ENV);
      const after = records(root);
      const { half, links } = faultsOf(after);
      const lost = [...before.keys()]
        .filter((name) => !after.has(name))
        .map((name) => `lost ${name}`);
      tally.faults.push(...raw.half, ...half, ...links, ...lost);
      if (after.size > before.size) tally.finished++;
      else tally.undone++;
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const tally: Tally = { undone: 0, finished: 0, halfBeforeRecovery: 0, faults: [] };
for (let left = kills; left > 0; left -= 50) await runSeries(Math.min(50, left), tally);
console.log(
  `${kills} kills of adr new -s: ${tally.finished} finished, ${tally.undone} as if never begun,`,
);
console.log(
  `${tally.halfBeforeRecovery} of them caught between two files and finished by the next command;`,
);
console.log(`${tally.faults.length} faults`);
for (const fault of tally.faults.slice(0, 20)) console.log(`  ${fault}`);
if (tally.faults.length > 0) process.exitCode = 1;
