import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// JavaScript, because Node keeps what it compiles only from here on: a start that finds everything kept
// does without the compiler of TypeScript, which alone takes a quarter of the time of `cost`. Where it is
// kept, `compiled.ts` of `sources` says for the other processes.
const folder = new URL('../../node_modules/.cache/archfolio/compiled', import.meta.url);
enableCompileCache(fileURLToPath(folder));
await import('./main.ts');
