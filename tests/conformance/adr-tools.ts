import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import type { CaseFile } from './adr-cases.ts';
import { ours, replay } from './adr-replay.ts';

/**
 * Replays the recorded runs of the real adr-tools and compares. Usage:
 *
 *     node tests/conformance/adr-tools.ts CASES.json [ID]
 *
 * Ends with 1 when a case differs that `src/adr/DIFFERENCES.md` does not name, or when that names a
 * case that does not differ.
 */
const [path, only] = process.argv.slice(2);
if (path === undefined) {
  console.error('usage: node tests/conformance/adr-tools.ts CASES.json [ID]');
  process.exit(2);
}
const { tool, baseEnv, cases } = JSON.parse(readFileSync(path, 'utf8')) as CaseFile;
const documented = new Set(
  readFileSync(new URL('../../src/adr/DIFFERENCES.md', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Za-z0-9-]+)`/g)])
    .map(([, id]) => id),
);
process.env.TZ = 'UTC';
const counts = {
  plain: { equal: 0, listed: 0, differing: 0 },
  quirk: { equal: 0, listed: 0, differing: 0 },
};
const unexplained: string[] = [];
for (const test of cases) {
  if (only !== undefined && test.id !== only) continue;
  const { differences } = await replay(test, baseEnv, ours);
  const isListed = documented.has(test.id);
  const kind = differences.length === 0 ? 'equal' : isListed ? 'listed' : 'differing';
  counts[test.quirk === undefined ? 'plain' : 'quirk'][kind]++;
  if (kind === 'differing' || only !== undefined)
    unexplained.push(`${test.id}\n  ${differences.join('\n  ')}`);
  if (kind === 'equal' && isListed)
    unexplained.push(`${test.id}\n  listed as a difference, but equal`);
}
console.log(`${tool}, ${cases.length} cases\n`);
console.log('             cases  equal  on the list  differing');
for (const [name, { equal, listed, differing }] of Object.entries(counts)) {
  const cells = [equal + listed + differing, equal, listed, differing];
  const widths = [9, 7, 13, 11];
  console.log(
    name.padEnd(9) + cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join(''),
  );
}
if (unexplained.length > 0) {
  console.log(`\n${styleText('red', 'Unexplained:')}\n\n${unexplained.join('\n\n')}`);
  process.exitCode = 1;
}
