import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { sourceProblem } from './codes.ts';

/**
 * What keeps the name of a file or folder from being a part of an address as it is: anything but
 * letters of ASCII, digits, `-`, `_` and `.` would be written otherwise by each who links to it.
 */
export function addressProblems(file: string, name: string, what: string): Diagnostic[] {
  if (/^[A-Za-z0-9][\w.-]*$/.test(name)) return [];
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-._]+|-+$/g, '');
  const message = `\`${name}\` cannot be the address of a ${what}.`;
  const hint = plain === '' ? 'Use letters, digits and hyphens.' : `Call it \`${plain}\`.`;
  return [sourceProblem('bad-address', message, undefined, { file, hint })];
}
