import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstLine, refusalOfDisk } from '#sources/disk-fault.ts';
import { EXIT, type Ports } from './ports.ts';
import { printFindings } from './print-findings.ts';

/**
 * What no command has told by itself, in one line: a disk that refuses, or what nobody foresaw. Where it
 * happened is only for who looks for it. Gives the exit code.
 */
export function reportFault(error: unknown, isDebug: boolean, ports: Ports): number {
  const fault = asError(error);
  const refused = refusalOfDisk(fault);
  if (refused) printFindings([refused], ports);
  else {
    ports.stderr(
      `error internal  ${firstLine(fault)} This is a fault of Archfolio: please report it.\n`,
    );
    if (!isDebug) ports.stderr('ARCHFOLIO_DEBUG=1 shows where it happened.\n');
  }
  if (isDebug) ports.stderr(`${fault.stack}\n`);
  return EXIT.findings;
}

/**
 * What was thrown when no command waited for it. A timer or a promise of an author's file does so, and
 * then that file is named; all else is a fault like any other. Gives the exit code.
 */
export function reportLate(error: unknown, isDebug: boolean, ports: Ports): number {
  const fault = asError(error);
  const place = authorsPlace(fault.stack ?? '');
  if (place === undefined) return reportFault(error, isDebug, ports);
  const [address, line, column] = place;
  const file = relative(ports.cwd, fileURLToPath(address));
  const where = `${file.startsWith('..') ? fileURLToPath(address) : file}:${line}:${column}`;
  ports.stderr(
    `error ended-early  ${where}\n  It throws when nothing waits for it: ${firstLine(fault)}\n`,
  );
  if (isDebug) ports.stderr(`${fault.stack}\n`);
  return EXIT.findings;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Address, line and column in the first file of a stack, unless that is ours or of a package. */
function authorsPlace(stack: string): [address: string, line: string, column: string] | undefined {
  const [, address, line, column] =
    /(file:\/\/[^\s?)]+?)(?:\?[^\s):]*)?:(\d+):(\d+)/.exec(stack) ?? [];
  if (address === undefined || line === undefined || column === undefined) return undefined;
  const ours = new URL('..', import.meta.url).href;
  const isOthers = address.startsWith(ours) || address.includes('/node_modules/');
  return isOthers ? undefined : [address, line, column];
}
