import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { missingParts, readLock } from '../support/lock-file.ts';

const lock = readLock(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

it('has every part of every package, so that a clean install takes it (npm run lock)', () => {
  expect(missingParts(lock)).toEqual([]);
});

it('names no registry', () => {
  const named = Object.entries(lock.packages).filter(([, { resolved }]) =>
    /^https?:/.test(resolved ?? ''),
  );
  expect(named.map(([path]) => path)).toEqual([]);
});
