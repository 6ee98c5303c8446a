import { dirname, relative, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { isFile, isFolder } from '#sources/entries.ts';
import { EXIT, type Ports } from './ports.ts';

/** A command of its own with this project's habits: usage errors exit 2, suggestions, help after errors. */
export function newCommand(name: string, summary: string, ports: Ports): Command {
  return new Command(name)
    .description(summary)
    .allowExcessArguments(false)
    .showSuggestionAfterError(true)
    .showHelpAfterError(`Try \`npm run ${name} -- --help\`.`)
    .exitOverride()
    .configureOutput({ writeOut: ports.stdout, writeErr: ports.stderr });
}

/** A file that is named on the command line has to be there; else it is wrong usage. */
export function requireFile(file: string, { cwd }: Pick<Ports, 'cwd'>): void {
  const path = resolve(cwd, file);
  if (isFile(path)) return;
  throw new UsageError(
    isFolder(path) ? `\`${file}\` is a folder, and not a file.` : `There is no file \`${file}\`.`,
  );
}

/** A folder that is to be written has to be one, or nothing yet; a file there or above is wrong usage. */
export function requireFolderOrNothing(folder: string, { cwd }: Pick<Ports, 'cwd'>): void {
  for (let at = resolve(cwd, folder); at !== dirname(at); at = dirname(at)) {
    if (isFolder(at)) return;
    if (isFile(at)) {
      const named = at === resolve(cwd, folder) ? folder : relative(cwd, at);
      throw new UsageError(`--output takes a folder, and \`${named}\` is a file.`);
    }
  }
}

/** A wrong use of a command that its options could not catch: one line, exit code 2. */
export class UsageError extends Error {}

/** `--port`: a number that a server can listen on, as a number. */
export function portOption(): Option {
  return new Option('--port <number>', 'listen here; the next free one when it is taken')
    .default(4321)
    .argParser((text) => {
      const port = Number(text);
      if (/^\d+$/.test(text) && port <= 65535) return port;
      throw new InvalidArgumentError('A port is a whole number up to 65535; 0 takes any free one.');
    });
}

/** Runs a command and gives its exit code: what the action returned, 2 for wrong usage. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  ports: Ports,
): Promise<number> {
  try {
    await command.parseAsync(args, { from: 'user' });
    return EXIT.success;
  } catch (error) {
    if (error instanceof ExitCode) return error.code;
    const isWrongUse = error instanceof UsageError;
    if (!isWrongUse && !(error instanceof CommanderError)) throw error;
    if (!isWrongUse && error.exitCode === 0) return EXIT.success;
    // Commander has told its own by then.
    if (isWrongUse) ports.stderr(`error: ${error.message}\n`);
    if (args.includes('--json')) ports.stdout(`${JSON.stringify(asJson(error), null, 2)}\n`);
    return EXIT.usage;
  }
}

/** What `--json` prints in the place of a result, as `check` would. */
function asJson({ message }: Error) {
  const words = message.replace(/^error: /, '');
  return diagnosticsToJson([{ code: 'wrong-usage', severity: 'error', message: words }]);
}

/** Ends an action with an exit code; what has been written stays. */
export class ExitCode extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}
