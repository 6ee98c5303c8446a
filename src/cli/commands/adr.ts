import { finding } from '#adr/codes.ts';
import { COMMANDS, generalHelp, helpText, REPORTS } from '#adr/commands/help.ts';
import { failed } from '#adr/commands/outcome.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { runGenerate, unknownReport } from './adr/generate.ts';
import { runNew } from './adr/new.ts';
import { parseOptions } from './adr/options.ts';
import type { AdrPorts } from './adr/ports.ts';
import { print, printDiagnostics, printFailure } from './adr/print.ts';
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
        printDiagnostics(ports, unknownTopic(args));
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
  const isHelp = name === undefined || ['', '-h', '--help', '--version'].includes(name);
  return print(ports, failed(isHelp ? [] : [notThere(name)], generalHelp()));
}

/** Help for what does not exist is the general help, as with adr-tools; why, goes to stderr. */
function unknownTopic([name, report]: readonly string[]): Diagnostic[] {
  if (name === undefined || name === '') return [];
  if (!COMMANDS.some((command) => command === name)) return [notThere(name)];
  const isReport = report === undefined || REPORTS.some((known) => known === report);
  return name !== 'generate' || isReport ? [] : [unknownReport(report)];
}

function notThere(name: string): Diagnostic {
  if (name.startsWith('-')) {
    return finding('adr-usage', `\`adr\` has no option \`${name}\`.`, undefined, {
      hint: 'Options come after the command: `adr list --json`.',
    });
  }
  const [begun, ...more] = COMMANDS.filter((command) => command.startsWith(name.toLowerCase()));
  const hint =
    begun !== undefined && more.length === 0
      ? `Did you mean \`${begun}\`?`
      : didYouMean(name, COMMANDS);
  return finding('adr-usage', `There is no command \`adr ${name}\`.`, undefined, { hint });
}
