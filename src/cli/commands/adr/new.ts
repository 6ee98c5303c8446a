import { finding } from '#adr/codes.ts';
import { helpText } from '#adr/commands/help.ts';
import { printedPath } from '#adr/commands/log-folder.ts';
import { newRecord } from '#adr/commands/new.ts';
import { failed } from '#adr/commands/outcome.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { dateText } from './dates.ts';
import { optionValue, type ParsedOptions, parseOptions } from './options.ts';
import type { AdrPorts } from './ports.ts';
import { print, printDiagnostics } from './print.ts';
import { openEditor, page } from './programs.ts';

const OPTIONS = {
  values: ['s', 'l', 'template', 'status'],
  flags: ['json', 'help', 'h'],
} as const;

/** Templates that `--template` knows by name. */
const NAMED: Readonly<Record<string, string>> = {
  madr: 'madr.txt',
  nygard: 'template.md',
  'adr-tools': 'template.md',
};

/** Exit code of adr-tools, which is sed's, for a template that is not there. */
const NO_TEMPLATE = 2;

/** `adr new`: writes the record and its links, then opens it. */
export async function runNew(args: readonly string[], ports: AdrPorts): Promise<number> {
  const parsed = parseOptions('new', args, OPTIONS);
  const { options, words } = parsed;
  if (options.has('help') || options.has('h')) {
    page(ports, helpText(['new']));
    return 0;
  }
  const json = options.has('json');
  const place = ports.disk.findLog(ports.cwd);
  const template = parsed.problem ?? readTemplate(ports, place.folder, parsed);
  if (typeof template !== 'string') {
    return print(ports, failed([template], '', parsed.problem ? 1 : NO_TEMPLATE), json);
  }
  const outcome = await ports.disk.changeLog(place, (folder) =>
    newRecord(folder, {
      title: words.join(' '),
      supersedes: options.get('s') ?? [],
      links: options.get('l') ?? [],
      date: dateText(ports),
      status: statusOf(parsed),
      template,
    }),
  );
  if (outcome.edit === undefined) return print(ports, outcome, json);
  const edited = openEditor(ports, printedPath({ path: place.path }, outcome.edit));
  // As with adr-tools, the path is not printed when the editor fails.
  if (edited.exit === 0) return print(ports, outcome, json);
  printDiagnostics(ports, edited.diagnostics);
  return edited.exit;
}

/** MADR writes its statuses in lower case. */
function statusOf(parsed: ParsedOptions): string {
  const status = optionValue(parsed, 'status') ?? 'Accepted';
  return optionValue(parsed, 'template') === 'madr' ? status.toLowerCase() : status;
}

/** `--template`, else ADR_TEMPLATE, else the log’s own template, else the one of adr-tools. */
function readTemplate(ports: AdrPorts, log: string, parsed: ParsedOptions): string | Diagnostic {
  const { disk, env, cwd } = ports;
  const wanted = optionValue(parsed, 'template');
  const builtIn = (name: string) => disk.readText(disk.templates, name) ?? '';
  const named = wanted === undefined ? undefined : NAMED[wanted];
  if (named !== undefined) return builtIn(named);
  const path = wanted ?? env.ADR_TEMPLATE;
  if (!path) return disk.readText(log, 'templates/template.md') ?? builtIn('template.md');
  const text = disk.readText(cwd, path);
  if (text !== undefined) return text;
  return finding('adr-usage', `There is no template \`${path}\`.`, undefined, {
    hint: `\`--template\` takes ${Object.keys(NAMED).join(', ')} or a file; ADR_TEMPLATE takes a file.`,
  });
}
