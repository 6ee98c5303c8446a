import { enableCompileCache } from 'node:module';

// JavaScript, because Node keeps what it compiles only from here on: a start that finds everything kept
// does without the compiler of TypeScript, which alone takes a quarter of the time of `cost`.
enableCompileCache();
await import('./main.ts');
