/**
 * `node tests/conformance/upgrades.ts DIR`: takes every workspace of a corpus that fails for a word that
 * the language has dropped, upgrades it, and prints how many can then be read and what is left.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readManifest } from '#cli/commands/conformance-manifest.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { upgradeWorkspace } from '#sources/upgrade-workspace.ts';

const [dir = '.'] = process.argv.slice(2);
const REMOVED = /has now been removed|branding|Theme .* does not exist/;
const failing = readManifest(dir).filter(
  ({ kind, expected, message }) =>
    kind === 'entry' && expected === 'error' && REMOVED.test(message),
);

const rows = failing.map(({ path, message }) => {
  const { files, left } = upgradeWorkspace(path, dir, {
    root: join(dir, path.split('/', 1)[0] ?? ''),
  });
  const errors = left.filter(({ severity }) => severity === 'error');
  return {
    path,
    message,
    files: files.length,
    errors,
    again: isStable(files.map(({ text }) => text)),
  };
});
for (const { path, files, errors, again } of rows) {
  const verdict = errors.length === 0 ? 'reads' : `left: ${summary(errors)}`;
  console.log(`${path}  ${files} rewritten, ${verdict}${again ? '' : ', NOT STABLE'}`);
}
const reads = rows.filter(({ errors }) => errors.length === 0).length;
const stuck = rows.filter(({ errors }) =>
  errors.some(({ code }) => code === 'dsl-removed-keyword'),
);
console.log(`\n${rows.length} fail for a removed word; ${reads} can then be read.`);
console.log(`${rows.length - reads} have other errors, ${stuck.length} a removed word still.`);

function summary(errors: readonly Diagnostic[]): string {
  const counts = Map.groupBy(errors, ({ code }) => code);
  return [...counts].map(([code, found]) => `${found.length} ${code}`).join(', ');
}

/** Whether a second run finds nothing in the first one's files. */
function isStable(texts: readonly string[]): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'archfolio-upgrade-'));
  try {
    return texts.every((text, at) => {
      const file = join(folder, `${at}.dsl`);
      writeFileSync(file, text);
      return upgradeWorkspace(basename(file), folder).files.length === 0;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
