import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { retried } from './support/retried.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Suites that read text and give data: quick, parallel, hostile to stray output. */
const pure = (name: string) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    setupFiles: ['tests/support/fail-on-console.ts', 'tests/support/seed.ts'],
    // Properties take seconds on a machine that does other things, too; none asserts a time.
    testTimeout: 60_000,
  },
});

/** Suites that start processes, builds or browsers: two files at a time, with long limits. */
const heavy = (name: string, globalSetup: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    globalSetup,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});

/** Suites that look at the built sample. */
const BUILT = ['tests/support/build-sites.ts'];

export default defineConfig({
  root,
  test: {
    projects: [
      pure('unit'),
      pure('golden'),
      heavy('cli'),
      heavy('site', BUILT),
      heavy('browser', BUILT),
    ],
    // What a machine took away (a browser that died, a port) is asked for once more, and `.ci/run`
    // ends with the names of all that needed it. Properties have one seed: they fail twice.
    retry: 1,
    reporters: ['default', retried(root)],
    // A suite without tests is a mistake, and so is one that was left focused.
    passWithNoTests: false,
    allowOnly: false,
    coverage: { include: ['src/**/*.ts'], reportsDirectory: '.cache/coverage' },
  },
});
