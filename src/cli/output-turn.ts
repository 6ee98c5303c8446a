import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '#sources/atomic-write.ts';
import { sourceProblem } from '#sources/codes.ts';
import { isFolder } from '#sources/entries.ts';
import { LockTaken, queueFor, type Turn } from '#sources/folder-lock.ts';
import { makeFolder } from '#sources/make-folder.ts';
import { EXIT, type Ports } from './ports.ts';
import { printFindings } from './print-findings.ts';
import { ExitCode } from './program.ts';

/** How long a build waits for another one of the same folder, in milliseconds. */
const PATIENCE = 10 * 60_000;

/**
 * A place in the queue of the builds of one folder, so that two at once do not mix: the one that came
 * later says whom it waits for, reads the content when the other is done, and has the last word. It
 * gives up with a finding when that takes longer than `patience`, in milliseconds.
 */
export function turnFor(target: string, ports: Ports, patience = PATIENCE): Turn {
  const made = makeFolder(dirname(target));
  const onWait = (pid: number) =>
    ports.stderr(`Waiting for process ${pid}, which builds into ${target} as well.\n`);
  const { come, end } = queueFor(queueOf(target), { patience, onWait });
  return {
    async come() {
      try {
        await come();
      } catch (error) {
        if (!(error instanceof LockTaken)) throw error;
        const message = `Process ${error.pid} builds into it and has not come to an end.`;
        const hint = 'End that process, or name another folder with --output.';
        printFindings(
          [sourceProblem('output-in-use', message, undefined, { file: target, hint })],
          ports,
        );
        throw new ExitCode(EXIT.findings);
      }
    },
    end() {
      end();
      if (made !== undefined) removeEmpty(dirname(target), made);
    },
  };
}

/** The folder in which they queue: beside the target, or in it where nothing can be written beside it. */
function queueOf(target: string): string {
  const beside = `${target}.lock`;
  try {
    mkdirSync(beside);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !isFolder(beside)) return join(target, '.archfolio-lock');
  }
  return beside;
}

/** Removes folders that were made for a site which did not come, from the inner one to the outer one. */
function removeEmpty(inner: string, outer: string): void {
  try {
    for (let at = inner; at.startsWith(outer); at = dirname(at)) rmdirSync(at);
  } catch {
    // Something stands in it.
  }
}
