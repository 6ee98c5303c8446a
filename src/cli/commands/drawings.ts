import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PROJECT } from '../content-root.ts';
import { EXIT, type Ports } from '../ports.ts';
import { ExitCode, newCommand, runCommand, UsageError } from '../program.ts';

interface Options {
  readonly output: string;
  readonly most: string;
}

/** What `tests/drawings/run.ts` offers; it needs a browser, which is a dependency of development. */
interface Tool {
  readonly runDrawings: (run: {
    readonly files: readonly string[];
    readonly cwd: string;
    readonly output: string;
    readonly most: number;
    readonly out: (text: string) => void;
  }) => Promise<boolean>;
}

/** `archfolio drawings`: the faults and measures of drawings, as a browser renders them. */
export function runDrawingsCommand(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'drawings',
    'Measures drawings in a browser: overlaps, text outside, lines through boxes, crossings.',
    ports,
  )
    .argument('<files...>', 'workspaces (.dsl, .json), drawings (.svg) or folders of them')
    .option('--output <dir>', 'folder of the gallery', `${PROJECT}/.cache/drawings`)
    .option('--most <number>', 'how many drawings the gallery shows, the worst first', '60')
    .addHelpText('after', '\nExample:\n  npm run drawings -- workspace.dsl\n')
    .action(async (files: readonly string[], { output, most }: Options) => {
      for (const file of files) {
        if (!existsSync(resolve(ports.cwd, file))) throw new UsageError(`There is no \`${file}\`.`);
      }
      if (!/^\d+$/.test(most)) throw new UsageError(`--most takes a number, and not \`${most}\`.`);
      const url = new URL('../../../tests/drawings/run.ts', import.meta.url);
      if (!existsSync(fileURLToPath(url))) {
        throw new UsageError('This needs the project’s tests, which are not installed here.');
      }
      const { runDrawings } = (await import(url.href)) as Tool;
      const isSound = await runDrawings({
        files,
        cwd: ports.cwd,
        output: resolve(ports.cwd, output),
        most: Number(most),
        out: ports.stdout,
      });
      throw new ExitCode(isSound ? EXIT.success : EXIT.findings);
    });
  return runCommand(command, args, ports);
}
