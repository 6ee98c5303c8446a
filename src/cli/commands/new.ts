import { localDate } from '#adr/read/dates.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { contentRoot } from '../content-root.ts';
import { EXIT, type Ports } from '../ports.ts';
import { printFindings } from '../print-findings.ts';
import { ExitCode, newCommand, runCommand, UsageError } from '../program.ts';
import { newAdr } from './new/adr.ts';
import { newAliases } from './new/aliases.ts';
import { newCaseStudy } from './new/case-study.ts';
import { newCostModel } from './new/cost-model.ts';
import { newOptimization } from './new/optimization.ts';
import type { Request, Scaffold } from './new/scaffold.ts';

interface Options {
  readonly study?: string;
  readonly system?: string;
  readonly root?: string;
}

/** What can be scaffolded. */
const KINDS: Readonly<
  Record<string, (request: Request, ports: Ports) => Scaffold | Promise<Scaffold>>
> = {
  'case-study': newCaseStudy,
  adr: async (request, ports) => {
    const made = await newAdr(request, localDate(ports.now()));
    if ('files' in made) return made;
    printFindings([made], ports);
    throw new ExitCode(EXIT.findings);
  },
  'cost-model': newCostModel,
  optimization: newOptimization,
  aliases: newAliases,
};

/** Of which there is one, without a name of its own. */
const NAMELESS = ['aliases'];

const NAMES = Object.keys(KINDS);

/** `archfolio new`: a beginning that passes `check` but for its marked gaps. */
export function runNew(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand('new', 'Begins a part of the portfolio, its gaps marked.', ports)
    .argument('<kind>', NAMES.join(', '))
    .argument('[name]', 'what it is called; `aliases` has no name')
    .option('--study <slug>', 'the study that it belongs to')
    .option(
      '--system <identifier>',
      'the software system that it is about, as the workspace names it',
    )
    .option('--root <dir>', 'write into another content folder')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run new -- case-study "Order tracking"\n  npm run new -- adr "Hold stock for ten minutes" --study order-tracking\n  npm run new -- cost-model "Order tracking" --study order-tracking\n  npm run new -- optimization "Fewer queries"\n  npm run new -- aliases\n',
    )
    .action(async (kind: string, name: string | undefined, options: Options) => {
      const { study, system, root } = options;
      const scaffold = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
      if (!scaffold) {
        const hint = didYouMean(kind, NAMES) ?? `There are ${NAMES.join(', ')}.`;
        throw new UsageError(`\`new\` does not know \`${kind}\`. ${hint}`);
      }
      if (name === undefined && !NAMELESS.includes(kind))
        throw new UsageError(`missing required argument 'name': what the new ${kind} is called.`);
      const request = { root: contentRoot(root, ports), name: name ?? kind, study, system };
      const { files, commit } = await scaffold(request, ports);
      ports.stderr(
        `${files.join('\n')}\n\`npm run check\` shows what is still to be filled in.\n${commit ? '\n' : ''}`,
      );
      if (commit) ports.stdout(commit);
      throw new ExitCode(EXIT.success);
    });
  return runCommand(command, args, ports);
}
