import { workingRoot } from '../content-root.ts';
import { EXIT, type Ports } from '../ports.ts';
import { UsageError } from '../program.ts';
import { nodeAdrPorts } from './adr/node-ports.ts';
import { runAdr } from './adr.ts';

/** `archfolio adr`: the real disk, editor and pager under the command. */
export async function runAdrMain(args: readonly string[], ports: Ports): Promise<number> {
  const { root, rest } = takeRoot(args);
  try {
    return await runAdr(rest, nodeAdrPorts({ ...ports, cwd: workingRoot(root, ports) }));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    ports.stderr(`error: ${error.message}\n`);
    return EXIT.usage;
  }
}

/** `--root DIR` before the command or right behind it; further on it may be a word of a title. */
function takeRoot(args: readonly string[]): { root: string | undefined; rest: string[] } {
  const at = args.slice(0, 2).findIndex((arg) => /^--root(?:=|$)/.test(arg));
  const [, inline] = /^--root=(.*)$/s.exec(args[at] ?? '') ?? [];
  if (at < 0) return { root: undefined, rest: [...args] };
  const count = inline === undefined ? 2 : 1;
  return { root: inline ?? args[at + 1] ?? '', rest: args.toSpliced(at, count) };
}
