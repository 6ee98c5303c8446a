import { beginSchemas } from '#sources/schemas.ts';
import { allowHostOption } from '../allow-host-option.ts';
import { contentRoot } from '../content-root.ts';
import { engineOption } from '../engine-option.ts';
import { EXIT, type Ports } from '../ports.ts';
import { ExitCode, newCommand, runCommand, UsageError } from '../program.ts';
import { formatOf, formatOption } from './check/format.ts';
import type { CheckOptions } from './check/options.ts';

/** `archfolio check`: every diagnostic of the content, or of the workspaces that are named. */
export function runCheck(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'check',
    'Finds everything that is wrong with the content, all at once.',
    ports,
  )
    .argument('[files...]', 'check only these workspaces (.dsl or .json)')
    .option('--root <dir>', 'take the content, or the files, from another folder')
    .option('--json', 'print one JSON document, as --format json does')
    .addOption(formatOption())
    .option('--explain <code>', 'say what a code means, with an example, and check nothing')
    .option('--fix', 'show what can be mended without a doubt as a diff, and ask')
    .option('--yes', 'with --fix: mend it without asking')
    .option('--watch', 'check again after every change, until it is stopped')
    .addOption(engineOption())
    .addOption(allowHostOption())
    .option('--postgres <url>', 'load every schema.sql on this server, into an empty database')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run check\n  npm run check -- --fix\n  npm run check -- workspace.dsl --json\n  npm run check -- --format github   (annotates a pull request)\n',
    )
    .action(async (files: readonly string[], options: CheckOptions) => {
      const format = formatOf(options);
      if (options.explain !== undefined) {
        const { explanationOf } = await import('./check/explain.ts');
        ports.stdout(explanationOf(options.explain));
        throw new ExitCode(EXIT.success);
      }
      requireSense(files, options);
      if (files.length > 0) {
        const { checkFiles } = await import('./check/files.ts');
        throw new ExitCode(checkFiles(files, options, ports));
      }
      const root = contentRoot(options.root, ports);
      // It takes longest, so it begins before the rest of the program is there.
      const schemas = beginSchemas(root, { postgres: options.postgres });
      const { checkOnce, checkOnAndOn } = await import('./check/content.ts');
      const run = options.watch ? checkOnAndOn : checkOnce;
      throw new ExitCode(await run({ root, schemas, format, options }, ports));
    });
  return runCommand(command, args, ports);
}

/** Options that ask for two things at once are wrong usage. */
function requireSense(files: readonly string[], options: CheckOptions): void {
  if (options.yes && !options.fix) throw new UsageError('--yes goes with --fix.');
  if (options.fix && files.length > 0)
    throw new UsageError('--fix mends the content, and no single FILE.');
  if (options.watch && (files.length > 0 || options.fix || formatOf(options) !== 'text')) {
    throw new UsageError(
      '--watch goes with the whole content, and without --fix, --json and --format.',
    );
  }
}
