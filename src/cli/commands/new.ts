import { didYouMean } from '#diagnostics/suggest.ts';
import { contentRoot } from '../content-root.ts';
import { EXIT, type Ports } from '../ports.ts';
import { ExitCode, newCommand, runCommand, UsageError } from '../program.ts';
import { newOptimization } from './new/optimization.ts';

interface Options {
  readonly study?: string;
  readonly root?: string;
}

/** What can be scaffolded. */
const KINDS = ['optimization'] as const;

/** `archfolio new`: a beginning that passes `check` but for its marked gaps. */
export function runNew(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand('new', 'Begins a part of the portfolio, its gaps marked.', ports)
    .argument('<kind>', KINDS.join(', '))
    .argument('<name>', 'what it is called')
    .option('--study <slug>', 'the study that it belongs to')
    .option('--root <dir>', 'write into another content folder')
    .addHelpText('after', '\nExample:\n  npm run new -- optimization "Fewer queries"\n')
    .action((kind: string, name: string, { study, root }: Options) => {
      if (!KINDS.some((known) => known === kind)) {
        const hint = didYouMean(kind, KINDS) ?? `There is ${KINDS.join(', ')}.`;
        throw new UsageError(`\`new\` does not know \`${kind}\`. ${hint}`);
      }
      const { files, commit } = newOptimization(contentRoot(root, ports), name, study);
      ports.stderr(
        `${files.join('\n')}\n\`npm run check\` shows what is still to be filled in.\n\n`,
      );
      ports.stdout(commit);
      throw new ExitCode(EXIT.success);
    });
  return runCommand(command, args, ports);
}
