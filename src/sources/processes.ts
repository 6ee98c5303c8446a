import { readFileSync } from 'node:fs';
import { codeOf } from './atomic-write.ts';

/**
 * Whether the process that began at `start` is still at work: one that was killed and waits to be
 * reaped is not, nor is another one that got its number later. A start of 0 is not compared.
 */
export function isRunning(pid: number, start: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  const facts = statOf(pid);
  if (facts === undefined) return true;
  return facts.state !== 'Z' && (start === 0 || facts.start === start);
}

/** When a process began, in the system's own count; nothing where the system does not say. */
export function startOf(pid: number): number | undefined {
  return statOf(pid)?.start;
}

/** State and start from Linux's `/proc`; the second field, a name, may hold anything. */
function statOf(pid: number): { state: string; start: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state: fields[0] ?? '', start: Number(fields[19] ?? 0) };
  } catch {
    return undefined;
  }
}
