import { nodeAdrPorts } from '#cli/commands/adr/node-ports.ts';
import { runAdr } from '#cli/commands/adr.ts';

/** `adr` as a program of its own, for tests that need processes. */
process.exitCode = await runAdr(
  process.argv.slice(2),
  nodeAdrPorts({
    cwd: process.cwd(),
    env: process.env,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    isTTY: Boolean(process.stdout.isTTY && process.stderr.isTTY),
    now: () => new Date(),
  }),
);
