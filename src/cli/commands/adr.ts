import { finding } from '#adr/codes.ts';
import { COMMANDS, generalHelp, helpText } from '#adr/commands/help.ts';
import { failed } from '#adr/commands/outcome.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { runGenerate } from './adr/generate.ts';
import { runNew } from './adr/new.ts';
import { parseOptions } from './adr/options.ts';
import type { AdrPorts } from './adr/ports.ts';
import { print, printFailure } from './adr/print.ts';
import { page } from './adr/programs.ts';
import { type Command, TABLE } from './adr/table.ts';

/**
 * The `adr` command: adr-tools' commands with its argument rules, output and exit codes, and some of
 * our own. `argv` is what follows `adr`. Gives the exit code; nothing is thrown.
 */
export async function runAdr(argv: readonly string[], ports: AdrPorts): Promise<number> {
  const [name, ...args] = argv;
  try {
    switch (name) {
      case 'new':
        return await runNew(args, ports);
      case 'generate':
        return await runGenerate(args, ports);
      case 'help':
        page(ports, helpText(args));
        return 0;
      default:
        return isTabled(name)
          ? await runTabled(name, TABLE[name], args, ports)
          : unknownCommand(name, ports);
    }
  } catch (error) {
    return printFailure(ports, error);
  }
}

async function runTabled(
  name: string,
  { spec, wrongUse, run }: Command,
  args: readonly string[],
  ports: AdrPorts,
): Promise<number> {
  const parsed = parseOptions(name, args, spec);
  if (parsed.options.has('help') || parsed.options.has('h')) {
    page(ports, helpText([name]));
    return 0;
  }
  const outcome = parsed.problem
    ? failed([parsed.problem], '', wrongUse)
    : await run(parsed, ports);
  return print(ports, outcome, parsed.options.has('json'));
}

function isTabled(name: string | undefined): name is keyof typeof TABLE {
  return name !== undefined && Object.hasOwn(TABLE, name);
}

/** As adr-tools: the general help, and 1, whatever was asked. */
function unknownCommand(name: string | undefined, ports: AdrPorts): number {
  const problem =
    name === undefined || name.startsWith('-')
      ? []
      : [
          finding('adr-usage', `There is no command \`adr ${name}\`.`, undefined, {
            hint: didYouMean(name, COMMANDS),
          }),
        ];
  return print(ports, failed(problem, generalHelp()));
}
