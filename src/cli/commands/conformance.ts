import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT, type Ports } from '../ports.ts';
import { ExitCode, newCommand, runCommand, UsageError } from '../program.ts';
import { runEntry } from './conformance-entry.ts';
import { readManifest } from './conformance-manifest.ts';
import type { Outcome } from './conformance-outcome.ts';
import { table } from './conformance-table.ts';

/** `archfolio conformance`: what equals the reference, over folders of recorded output. */
export function runConformance(args: readonly string[], ports: Ports): Promise<number> {
  const summary = 'Compares with what Structurizr made of the workspaces of a corpus.';
  const command = newCommand('conformance', summary, ports)
    .argument('<dirs...>', 'folders with a MANIFEST.tsv')
    .option('--json', 'print every outcome as one JSON document')
    .addHelpText('after', '\nExample:\n  npm run conformance -- corpus\n')
    .action((dirs: readonly string[], { json }: { readonly json?: boolean }) => {
      const out = (line: string) => (json ? ports.stderr : ports.stdout)(`${line}\n`);
      const outcomes = dirs.flatMap((dir) => conformance(resolve(ports.cwd, dir), out));
      if (json) ports.stdout(`${JSON.stringify({ outcomes }, null, 2)}\n`);
      if (outcomes.some(({ result }) => result === 'differing')) throw new ExitCode(EXIT.findings);
    });
  return runCommand(command, args, ports);
}

/**
 * Runs every entry of a corpus (a folder with a MANIFEST.tsv) and prints a table of what equals the
 * reference. Gives the outcomes; any that differ should fail the run. A folder that is no corpus is
 * wrong usage.
 */
export function conformance(dir: string, out: (line: string) => void): Outcome[] {
  if (!existsSync(join(dir, 'MANIFEST.tsv'))) {
    throw new UsageError(`There is no MANIFEST.tsv in \`${dir}\`, so it is no corpus.`);
  }
  const outcomes = readManifest(dir).flatMap((entry) => runEntry(dir, entry));
  for (const line of table(outcomes)) out(line);
  return outcomes;
}
