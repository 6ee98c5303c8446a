import { expect, it } from 'vitest';
import { reportFault } from '../../../src/cli/fault.ts';

const system = (code: string, more: object) =>
  Object.assign(new Error(`${code}: refused`), { code, syscall: 'write', ...more });

it.each<[string, Error, RegExp]>([
  [
    'full',
    system('ENOSPC', { path: '/a' }),
    /^error disk {2}\/a\n {2}ENOSPC: refused\.\n\n {2}Make room/,
  ],
  ['full while copying', system('ENOSPC', { path: '/a', dest: '/b' }), /^error disk {2}\/b\n/],
  ['read-only', system('EROFS', {}), /^error disk\n {2}EROFS/],
  ['full, as a bundler tells it', new Error('x', { cause: system('ENOSPC', {}) }), /^error disk\n/],
  ['not to blame', new Error('No.'), /^error internal {2}No\. This is a fault of Archfolio/],
])('a disk that is %s', (_, error, expected) => {
  let said = '';
  const stderr = (text: string | Uint8Array) => {
    said += text;
  };
  const ports = { cwd: '/', env: {}, stdout: () => {}, isTTY: false, now: () => new Date(0) };
  expect(reportFault(error, false, { ...ports, stderr })).toBe(1);
  expect(said).toMatch(expected);
});
