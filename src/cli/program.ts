import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
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

/** A wrong use of a command that its options could not catch: one line, exit code 2. */
export class UsageError extends Error {}

/** `--port`: a number that a server can listen on, as a number. */
export function portOption(): Option {
  return new Option('--port <number>', 'listen here; the next free one when it is taken')
    .default(4321)
    .argParser((text) => {
      const port = Number(text);
      if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
      throw new InvalidArgumentError('A port is a whole number from 1 to 65535.');
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
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.usage;
    if (error instanceof UsageError) {
      ports.stderr(`error: ${error.message}\n`);
      return EXIT.usage;
    }
    throw error;
  }
}

/** Ends an action with an exit code; what has been written stays. */
export class ExitCode extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}
