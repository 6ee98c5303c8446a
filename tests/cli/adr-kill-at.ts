import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * For `node --import`: kills the process before the call of the disk with the number KILL_AT. With
 * KILL_AT=0 it lives, and says at the end how many calls there were.
 */
const killAt = Number(process.env.KILL_AT);
let calls = 0;

const NAMES = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'fchmodSync',
  'writeFileSync',
  'renameSync',
  'linkSync',
  'unlinkSync',
  'rmdirSync',
  'rmSync',
] as const;

for (const name of NAMES) {
  const original = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      calls++;
      if (calls === killAt) {
        // Half of a write may have reached the disk when the process goes.
        if (name === 'writeSync' && args[1] instanceof Uint8Array) {
          original(args[0], args[1].subarray(0, args[1].length >> 1));
        }
        process.kill(process.pid, 'SIGKILL');
      }
      return original(...args);
    },
  });
}
syncBuiltinESMExports();
if (killAt === 0) process.on('exit', () => process.stderr.write(`calls ${calls}\n`));
