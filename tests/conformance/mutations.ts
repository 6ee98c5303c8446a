/**
 * `node tests/conformance/mutations.ts [COUNT [SEED [DIR]]]`: so many texts with slips in them, generated
 * ones or those of a corpus. Each is read, written as JSON, inspected and, now and then, printed; none may
 * throw or take more than a second.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '#cli/commands/conformance-manifest.ts';
import { Source } from '#diagnostics/source.ts';
import { prepareForExport } from '#dsl/export-json.ts';
import { parseWorkspace } from '#dsl/parse.ts';
import { printWorkspace } from '#dsl/print/print.ts';
import { applyEdits } from '#dsl/upgrade/edits.ts';
import { upgrade } from '#dsl/upgrade/upgrade.ts';
import { workspaceToJson } from '#model/to-json.ts';
import { generateDsl, mutateDsl, type Random, randomFrom } from '../support/generated-dsl.ts';

const [count = 1_000_000, seed = 1] = process.argv.slice(2, 4).map(Number);
const corpus = process.argv[4] === undefined ? [] : textsOf(process.argv[4]);
/** Texts that are made from one. */
const CHILDREN = 50;
const LIMIT = 1_000;
const EVERY = 100_000;

const started = performance.now();
let [threw, slow, slowest, clean] = [0, 0, 0, 0];
let base = '';
for (let at = 0; at < count; at++) {
  if (at % CHILDREN === 0) base = textOf(seed + at);
  const random = randomFrom(seed + at);
  const text = random() < 0.2 ? scrambled(base, random) : mutateDsl(base, random);
  // The time of the processor: others may be at work on the machine.
  const before = process.cpuUsage();
  try {
    if (readAll(text, at)) clean++;
  } catch (error) {
    threw++;
    console.log(`${seed + at} threw ${error instanceof Error ? error.stack : error}`);
  }
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  slowest = Math.max(slowest, took);
  if (took > LIMIT) {
    slow++;
    console.log(`${seed + at} took ${took.toFixed(0)} ms`);
  }
  if ((at + 1) % EVERY === 0) report(at + 1);
}
report(count);
process.exitCode = threw + slow > 0 ? 1 : 0;

/** Everything that is done with a text; tells whether it has no errors. */
function readAll(text: string, at: number): boolean {
  const source = new Source('workspace.dsl', text);
  const { workspace, diagnostics } = parseWorkspace(source, { embedSource: at % 2 === 0 });
  if (workspace) {
    workspaceToJson(prepareForExport(workspace));
    if (at % 10 === 0) printWorkspace(workspace);
  }
  if (at % 10 === 0) for (const { edits } of upgrade([source])) applyEdits(text, edits);
  return !diagnostics.some(({ severity }) => severity === 'error');
}

function textOf(number: number): string {
  return corpus.length > 0
    ? (corpus[((number / CHILDREN) % corpus.length) | 0] ?? '')
    : generateDsl(number, 0.01);
}

/** Slips of single characters. */
function scrambled(text: string, random: Random): string {
  let result = text;
  for (let slip = 0; slip < 5; slip++) {
    const at = Math.floor(random() * result.length);
    const length = Math.floor(random() * 4);
    const char = String.fromCharCode(Math.floor(random() * (random() < 0.9 ? 128 : 0x10000)));
    result = result.slice(0, at) + char + result.slice(at + length);
  }
  return result;
}

function textsOf(dir: string): string[] {
  return readManifest(dir)
    .filter(({ path, kind }) => kind === 'entry' && path.endsWith('.dsl'))
    .map(({ path }) => readFileSync(join(dir, path), 'utf8'));
}

function report(done: number): void {
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${done} texts in ${seconds.toFixed(0)} s: ${threw} threw, ${slow} took over ${LIMIT} ms, the slowest ${slowest.toFixed(0)} ms, ${clean} without errors`,
  );
}
