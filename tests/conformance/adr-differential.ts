import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ours, type Tool, tree } from './adr-replay.ts';

/**
 * Runs generated sequences of commands with the real adr-tools (Debian's, which must be installed)
 * and with ours, side by side, and compares output, exit codes and files after each. Usage:
 *
 *     node tests/conformance/adr-differential.ts [SEQUENCES] [SEED]
 *
 * The sequences keep clear of what `src/adr/DIFFERENCES.md` lists: titles without sed's characters,
 * references that only one record has. Ends with 1 when anything differs.
 */
const [sequences = '200', firstSeed = '1'] = process.argv.slice(2);
const ENV = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  ADR_DATE: '2024-05-06',
  ADR_PAGER: 'cat',
};

const WORDS = [
  'Use',
  'Kafka',
  'gRPC',
  'TCP/IP',
  'C++',
  'für',
  'Größe',
  '使用',
  '🚀',
  '2',
  'phase',
  "don't",
  '(now)',
  'v2.0',
  '--',
  'über-fast',
  '100%',
  '"quoted"',
  'The',
  'NUMBER',
  '#1',
  '`npm ci`',
  '*bold*',
  'a_b',
];
const VERBS = [
  ['Amends', 'Amended by'],
  ['Clarifies', 'Clarified by'],
  ['Relates to', 'Relates to'],
  ['Extends', 'Extended By'],
  ['& more', "it's"],
];
const LOGS = ['docs/adr', './log', 'my log', 'décisions'];
const STATUSES = [
  'Proposed',
  'Accepted\n\nAccepted',
  'Accepted on Monday',
  'Accepted ',
  'Accepted\n\n\n\nA note.',
  'accepted',
  'Superceded by [x](0001-x.md)',
  'Accepted\n\n### Note\n\nx',
];
const DATES = ['31/12/1999', '01/02/2003', '1/2/2003', '2003-02-01', '01.02.2003'];

const adrTools: Tool = async (args, cwd, env) => {
  const { status, stdout } = spawnSync('adr', args, {
    cwd,
    env: { ...env },
    input: '',
    encoding: 'utf8',
  });
  return { exit: status ?? -1, stdout };
};

/** A small generator with a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One thing that a person does: a command, or an edit of a file with their own hands. */
type Action =
  | { readonly args: readonly string[]; readonly cwd: string }
  | { readonly edit: (text: string) => string; readonly file: string };

function nextAction(next: () => number, root: string): Action {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const records = [...tree(root, '').keys()].filter((path) =>
    /\/\d{4,}-[^/]*\.md$/.test(`/${path}`),
  );
  // The first command makes the log at the top, so that one log is found from everywhere.
  const cwd = records.length > 0 && next() < 0.2 ? pick(['src', 'src/app']) : '.';
  const reference = () => {
    const name = pick(records).replace(/^.*\//, '');
    return next() < 0.4 ? name.slice(0, 4) : name;
  };
  const title = () => Array.from({ length: 1 + Math.floor(next() * 5) }, () => pick(WORDS));
  const kind = next();
  if (records.length === 0 && kind < 0.5)
    return { args: ['init', ...(kind < 0.3 ? [pick(LOGS)] : [])], cwd };
  if (records.length === 0 || kind < 0.3) {
    const words = title();
    return { args: ['new', ...(words[0]?.startsWith('-') ? ['--'] : []), ...words], cwd };
  }
  if (kind < 0.45)
    return {
      args: [
        'new',
        ...(next() < 0.3 ? ['-s', reference()] : []),
        '-s',
        reference(),
        'Better',
        ...title(),
      ],
      cwd,
    };
  if (kind < 0.55)
    return {
      args: ['new', '-l', [reference(), ...pick(VERBS)].join(':'), 'Linked', ...title()],
      cwd,
    };
  if (kind < 0.65) {
    const [verb = '', reverse = ''] = pick(VERBS);
    return { args: ['link', reference(), verb, reference(), reverse], cwd };
  }
  if (kind < 0.7) return { args: ['list'], cwd };
  if (kind < 0.76) return { args: ['generate', 'toc', ...(next() < 0.5 ? ['-p', 'x/'] : [])], cwd };
  if (kind < 0.84) return { args: ['generate', 'graph', ...(next() < 0.5 ? ['-e', ''] : [])], cwd };
  if (kind < 0.88) return { args: ['upgrade-repository'], cwd };
  const [status, date] = [pick(STATUSES), pick(DATES)];
  const edit =
    next() < 0.5
      ? (text: string) =>
          text.replace(/## Status\n\n[\s\S]*?\n\n(?=## )/, `## Status\n\n${status}\n\n`)
      : (text: string) => text.replace(/Date: .*/, `Date: ${date}`);
  return { edit, file: pick(records) };
}

/** What is on the list: reports on folders with blanks, and on titles that DOT cannot hold. */
function isListed(args: readonly string[], root: string): boolean {
  if (args[0] !== 'generate' && args[0] !== 'upgrade-repository') return false;
  return [...tree(root, '')].some(
    ([path, text]) => path.includes(' ') || (args[1] === 'graph' && /^.*["\\]/.test(text)),
  );
}

async function runSequence(seed: number): Promise<string | undefined> {
  const next = random(seed);
  const roots = [0, 1].map(() => realpathSync(mkdtempSync(join(tmpdir(), 'adr-diff-'))));
  const [theirs = '', mine = ''] = roots;
  const done: string[] = [];
  try {
    for (let step = 0; step < 12; step++) {
      const action = nextAction(next, theirs);
      if ('edit' in action) {
        for (const root of roots) {
          const path = join(root, action.file);
          writeFileSync(path, action.edit(readFileSync(path, 'utf8')));
        }
        done.push(`edit ${action.file}`);
        continue;
      }
      const { args, cwd } = action;
      if (isListed(args, theirs)) continue;
      done.push(`(${cwd}) adr ${args.map((word) => JSON.stringify(word)).join(' ')}`);
      for (const root of roots) mkdirSync(join(root, cwd, '.'), { recursive: true });
      const results = [
        await adrTools(args, join(theirs, cwd), ENV),
        await ours(args, join(mine, cwd), ENV),
      ];
      const [expected, actual] = results.map((result) => JSON.stringify(result));
      const trees = roots.map((root) => JSON.stringify([...tree(root, '')].sort()));
      if (expected !== actual || trees[0] !== trees[1]) {
        return [`seed ${seed}`, ...done, expected, actual, ...differingFiles(theirs, mine)].join(
          '\n  ',
        );
      }
    }
    return undefined;
  } finally {
    for (const root of roots) rmSync(root, { recursive: true, force: true });
  }
}

function differingFiles(theirs: string, mine: string): string[] {
  const [left, right] = [tree(theirs, ''), tree(mine, '')];
  const paths = [...new Set([...left.keys(), ...right.keys()])];
  return paths
    .filter((path) => left.get(path) !== right.get(path))
    .flatMap((path) => [path, JSON.stringify(left.get(path)), JSON.stringify(right.get(path))]);
}

if (spawnSync('adr', ['list'], { cwd: dirname(tmpdir()) }).error) {
  console.error('adr-tools is not installed here: apt-get install adr-tools');
  process.exit(2);
}
const different: string[] = [];
for (let seed = Number(firstSeed); seed < Number(firstSeed) + Number(sequences); seed++) {
  const difference = await runSequence(seed);
  if (difference !== undefined) different.push(difference);
}
console.log(
  `${sequences} sequences of 12 steps: ${Number(sequences) - different.length} equal, ${different.length} differ`,
);
for (const difference of different.slice(0, 10)) console.log(`\n${difference}`);
if (different.length > 0) process.exitCode = 1;
