import { existsSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// JavaScript, because Node keeps what it compiles only from here on: a start that finds everything kept
// does without the compiler of TypeScript, which alone takes a quarter of the time of `cost`. Where it is
// kept, `compiled.ts` of `sources` says for the other processes.
const folder = fileURLToPath(
  new URL('../../node_modules/.cache/archfolio/compiled', import.meta.url),
);
if (process.argv[2] === 'build' && !existsSync(folder)) startTheFirstBuild();
else enableCompileCache(folder);
await import('./main.ts');

/**
 * Writing down two thousand compiled modules takes a build a tenth of its time, at its end, and a machine
 * that builds once never reads them: the first build only makes the folder, and the second keeps them.
 */
function startTheFirstBuild() {
  process.env.NODE_DISABLE_COMPILE_CACHE = '1';
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // A project that cannot be written keeps nothing either way.
  }
}
