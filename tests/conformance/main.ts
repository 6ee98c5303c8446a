import { conformance } from '#cli/commands/conformance.ts';

/** `node tests/conformance/main.ts DIR …`: exits 1 when anything differs from the reference. */
const dirs = process.argv.slice(2);
const outcomes = dirs.flatMap((dir) =>
  conformance(dir, (line) => process.stdout.write(`${line}\n`)),
);
process.exitCode = outcomes.some(({ result }) => result === 'differing') ? 1 : 0;
