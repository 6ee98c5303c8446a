import { finding } from '#adr/codes.ts';
import { graph } from '#adr/commands/graph.ts';
import { helpText, REPORTS } from '#adr/commands/help.ts';
import { done, failed, type Outcome } from '#adr/commands/outcome.ts';
import { tableOfContents } from '#adr/commands/toc.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { optionValue, type ParsedOptions, parseOptions } from './options.ts';
import type { AdrPorts } from './ports.ts';
import { print } from './print.ts';
import { NOT_FOUND, page } from './programs.ts';

/** `adr generate [REPORT [OPTION...]]`. */
export async function runGenerate(args: readonly string[], ports: AdrPorts): Promise<number> {
  const [report, ...rest] = args;
  switch (report) {
    case undefined:
    case '':
      return print(ports, reportNames());
    case '--json':
      return print(ports, reportNames(), true);
    case 'toc':
      return await runToc(rest, ports);
    case 'graph':
      return await runGraph(rest, ports);
    case '-h':
    case '--help':
      page(ports, helpText(['generate']));
      return 0;
    default:
      return print(ports, failed([unknownReport(report)], '', NOT_FOUND));
  }
}

async function runToc(args: readonly string[], ports: AdrPorts): Promise<number> {
  const parsed = parseOptions('generate toc', args, {
    values: ['i', 'o', 'p'],
    flags: ['json', 'help', 'h'],
    anywhere: true,
  });
  if (isHelp(parsed)) return showHelp(ports, 'toc');
  if (parsed.problem) return print(ports, failed([parsed.problem]));
  const textOf = (name: string) => {
    const path = optionValue(parsed, name);
    return path ? (ports.disk.readText(ports.cwd, path) ?? '') : '';
  };
  const request = {
    intro: textOf('i'),
    outro: textOf('o'),
    prefix: optionValue(parsed, 'p') ?? '',
  };
  const folder = await ports.disk.readLog(ports.disk.findLog(ports.cwd));
  return print(ports, tableOfContents(folder, request), parsed.options.has('json'));
}

async function runGraph(args: readonly string[], ports: AdrPorts): Promise<number> {
  const parsed = parseOptions('generate graph', args, {
    values: ['p', 'e'],
    flags: ['json', 'help', 'h'],
  });
  if (isHelp(parsed)) return showHelp(ports, 'graph');
  if (parsed.problem) return print(ports, failed([parsed.problem]));
  const prefix = optionValue(parsed, 'p') ?? '';
  const extension = optionValue(parsed, 'e') ?? '.html';
  const folder = await ports.disk.readLog(ports.disk.findLog(ports.cwd));
  return print(ports, graph(folder, { prefix, extension }), parsed.options.has('json'));
}

function reportNames(): Outcome {
  return done(REPORTS.map((name) => `${name}\n`).join(''), { json: { reports: REPORTS } });
}

function isHelp({ options }: ParsedOptions): boolean {
  return options.has('help') || options.has('h');
}

function showHelp(ports: AdrPorts, report: string): number {
  page(ports, helpText(['generate', report]));
  return 0;
}

/** A report that does not exist. */
export function unknownReport(report: string): Diagnostic {
  return finding('adr-usage', `There is no report \`${report}\`.`, undefined, {
    hint: didYouMean(report, REPORTS) ?? `There are ${REPORTS.join(' and ')}.`,
  });
}
