/**
 * `node tests/conformance/differential.ts [COUNT [SEED [DIR]]]`: generated and mutated workspaces, or those of
 * a corpus with slips put in, read here and by the official library, side by side. Needs Maven, and Java 21 or later as `java` or as JAVA names it;
 * no other command does. Prints the share that is equal and the kinds of difference.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { byContent, firstDifference, maskMadeUp } from '#cli/commands/conformance-compare.ts';
import { readManifest } from '#cli/commands/conformance-manifest.ts';
import { Source } from '#diagnostics/source.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { workspaceToJson } from '#model/to-json.ts';
import { fileReader } from '#sources/file-reader.ts';
import { generateDsl, mutateDsl, randomFrom } from '../support/generated-dsl.ts';

const OTHER_FILES =
  /^\s*(?:!script|!plugin|!components|!include|!docs|!adrs|!decisions|workspace extends)/im;
const [count = 10_000, seed = 1] = process.argv.slice(2, 4).map(Number);
const corpus = process.argv[4] === undefined ? [] : textsOf(process.argv[4]);
const UUID = /[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}/g;
const official = fileURLToPath(new URL('./official', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'archfolio-differential-'));
const kinds = new Map<string, { count: number; seeds: number[] }>();

try {
  const classPath = join(folder, 'class-path');
  const { status } = spawnSync(
    'mvn',
    ['-q', 'dependency:build-classpath', `-Dmdep.outputFile=${classPath}`],
    { cwd: official, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('Maven could not get the official library.');
  await run(readFileSync(classPath, 'utf8').trim());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(classPath: string): Promise<void> {
  const args = [
    '-XX:-OmitStackTraceInFastThrow',
    '-cp',
    classPath,
    join(official, 'Driver.java'),
    folder,
  ];
  const java = spawn(process.env.JAVA ?? 'java', args, {
    env: { ...process.env, TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: java.stdout })[Symbol.asyncIterator]();
  const ask = async (text: string) => {
    java.stdin.write(`${Buffer.from(text).toString('base64')}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error('The official library ended early.');
    return Buffer.from(value, 'base64').toString('utf8');
  };
  const started = performance.now();
  for (let at = 0; at < count; at++) {
    const text = textOf(seed + at);
    note(seed + at, await readBoth(text, ask));
  }
  java.stdin.end();
  report((performance.now() - started) / 1000);
}

/**
 * Some of what the reference makes depends on where Java puts objects in memory, so what differs is asked
 * for again: one equal answer is enough, and answers that differ among themselves say nothing.
 */
async function readBoth(text: string, ask: (text: string) => Promise<string>): Promise<string> {
  const first = await ask(text);
  const kind = compare(text, first);
  if (kind.startsWith('equal')) return kind;
  const others = new Set<string>();
  for (let again = 0; again < 30; again++) {
    const answer = await ask(text);
    if (compare(text, answer).startsWith('equal')) return 'equal to one of several answers';
    others.add(answer.replace(UUID, '{uuid}'));
  }
  return others.size > 1 ? 'unstable in the reference' : kind;
}

/** Every other text has slips in it. */
function textOf(number: number): string {
  const written = corpus[number % corpus.length];
  if (written !== undefined) return mutateDsl(written, randomFrom(number));
  const text = generateDsl(number, [0, 0, 0.02, 0][number % 4]);
  return number % 2 === 0 ? text : mutateDsl(text, randomFrom(number));
}

/** The workspaces of a corpus that stand for themselves. */
function textsOf(dir: string): string[] {
  return readManifest(dir)
    .filter(
      ({ path, kind, needs }) => kind === 'entry' && needs === 'none' && path.endsWith('.dsl'),
    )
    .map(({ path }) => readFileSync(join(dir, path), 'utf8'))
    .filter((text) => text.length < 30_000 && !OTHER_FILES.test(text));
}

/** The kind of difference between the two readings; `equal` where there is none. */
function compare(text: string, answer: string): string {
  const reader = fileReader(folder);
  writeFileSync(join(folder, 'workspace.dsl'), text);
  const { workspace, diagnostics } = parseWorkspace(new Source('workspace.dsl', text), {
    reader,
    byteOrderMark: text.startsWith('\uFEFF'),
    env: process.env,
    warnings: false,
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const ours = errors.find((error) => error.official !== undefined)?.official;
  if (answer.startsWith('ERR\n')) {
    const theirs = messageOf(answer);
    if (errors.length === 0) return `read here only: ${theirs}`;
    if (ours?.replace(UUID, '{uuid}') === theirs.replace(UUID, '{uuid}')) return 'equal message';
    return `message: ${ours?.slice(0, 90) ?? errors[0]?.code} | ${theirs.slice(0, 90)}`;
  }
  if (errors.length > 0) return `refused here only: ${ours ?? errors[0]?.code}`;
  if (!workspace) return 'no workspace here';
  const expected = JSON.parse(answer.replace(UUID, '{uuid}'));
  const actual = maskMadeUp(workspaceToJson(workspace));
  const difference = firstDifference(actual, expected);
  if (!difference) return 'equal workspace';
  return firstDifference(byContent(actual), byContent(expected))
    ? `workspace: ${difference.slice(0, 200)}`
    : 'equal but for the order of sets in the memory of Java';
}

/** The message of an exception, without the path of the file, the class and made-up names. */
function messageOf(answer: string): string {
  const [, type = '', ...rest] = answer.split('\n');
  const message = rest.join('\n');
  const words = message === 'null' ? type : message;
  return words
    .replaceAll(` of ${join(folder, 'workspace.dsl')}`, '')
    .replace(/^(?:[a-z]\w*\.)+[A-Z]\w*: /, '');
}

function note(number: number, kind: string): void {
  const plain = kind.startsWith('equal') ? kind : kind.replace(/\d+/g, 'N');
  const entry = kinds.get(plain) ?? { count: 0, seeds: [] };
  entry.count++;
  if (entry.seeds.length < 3) entry.seeds.push(number);
  kinds.set(plain, entry);
}

function report(seconds: number): void {
  const all = [...kinds].sort(([, a], [, b]) => b.count - a.count);
  for (const [kind, { count: found, seeds }] of all) {
    console.log(
      `${String(found).padStart(6)}  ${kind}${kind.startsWith('equal') ? '' : `  (${seeds.join(', ')})`}`,
    );
  }
  const equal = all
    .filter(([kind]) => kind.startsWith('equal'))
    .reduce((sum, [, one]) => sum + one.count, 0);
  console.log(
    `\n${equal} of ${count} equal (${((100 * equal) / count).toFixed(2)} %), in ${seconds.toFixed(0)} s`,
  );
}
