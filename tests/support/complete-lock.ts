/**
 * Completes `package-lock.json` (`npm run lock`). Programs that come in parts for each system list those
 * parts as optional; npm leaves out of the lock file what the registry at hand does not have, and then
 * refuses its own file on a clean install. The parts are named for their system, which is all that a
 * lock file needs to pass over them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type LockedPackage, missingParts, readLock } from './lock-file.ts';

const file = new URL('../../package-lock.json', import.meta.url);
const text = readFileSync(file, 'utf8');
const lock = readLock(text);

for (const { name, version, by } of missingParts(lock)) {
  lock.packages[`node_modules/${name}`] = partOf(name, version, lock.packages[by] ?? {});
  console.log(`${name} ${version}`);
}
const packages = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  file,
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`,
);

/** `@biomejs/cli-linux-x64-musl` is for Linux, x64, musl. */
function partOf(name: string, version: string, by: LockedPackage): LockedPackage {
  const words = name.replace(/^@[^/]+\//, '').split('-');
  const os = words.find((word) =>
    /^(?:android|darwin|freebsd|linux|openharmony|win32)$/.test(word),
  );
  const cpu = words.find((word) =>
    /^(?:arm|arm64|ia32|ppc64|riscv64|s390x|wasm32|x64)$/.test(word),
  );
  const libc = os === 'linux' && words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(by.dev && { dev: true }),
    ...(by.license && { license: by.license }),
    optional: true,
    ...(os && { os: [os] }),
    ...(os === 'linux' && /(?:gnu|musl)/.test(name) && { libc: [libc] }),
  };
}
