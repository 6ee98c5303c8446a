import { didYouMean } from '#diagnostics/suggest.ts';
import { EXIT, type Ports } from '../ports.ts';
import { newCommand, runCommand } from '../program.ts';
import { runFreeze } from './review/freeze.ts';
import { runImport } from './review/import.ts';

const ACTIONS: Readonly<
  Record<string, (args: readonly string[], ports: Ports) => Promise<number>>
> = { freeze: runFreeze, import: runImport };

/** `archfolio review`: a state of a study that never changes, and what reviewers said about it. */
export async function runReview(
  [action = '', ...args]: readonly string[],
  ports: Ports,
): Promise<number> {
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (run) return run(args, ports);
  if (['', '--help', '-h', 'help'].includes(action)) {
    const command = newCommand('review', 'Freezes a study, and reads what reviewers said.', ports);
    command
      .usage('freeze STUDY | import FILE')
      .addHelpText(
        'after',
        '\nActions:\n  freeze STUDY   write a page of the study as it is now, which never changes\n  import FILE    list the comments of a review beside what they are about\n\nExamples:\n  npm run review -- freeze mobile-commerce\n  npm run review -- import review-mobile-commerce.md\n',
      );
    if (action !== '') return runCommand(command, ['--help'], ports);
    command.outputHelp({ error: true });
    return EXIT.usage;
  }
  const hint = didYouMean(action, Object.keys(ACTIONS)) ?? 'It does `freeze` and `import`.';
  ports.stderr(`error: \`review\` does not know \`${action}\`. ${hint}\n`);
  return EXIT.usage;
}
