import { finding } from '#adr/codes.ts';
import { config } from '#adr/commands/config.ts';
import type { CommandName } from '#adr/commands/help.ts';
import { linkRecords } from '#adr/commands/link.ts';
import { lintFolder } from '#adr/commands/lint.ts';
import { listJson, listRecords } from '#adr/commands/list.ts';
import type { LogFolder } from '#adr/commands/log-folder.ts';
import { initialRecord } from '#adr/commands/new.ts';
import { failed, type Outcome } from '#adr/commands/outcome.ts';
import { showRecord } from '#adr/commands/show.ts';
import { setStatus, statusTable } from '#adr/commands/status.ts';
import { upgradeDates } from '#adr/commands/upgrade.ts';
import { PROPOSED_DAYS } from '#adr/lint/rule.ts';
import { dateText, today } from './dates.ts';
import { type OptionSpec, optionValue, type ParsedOptions } from './options.ts';
import type { AdrPorts } from './ports.ts';

/** A command that is one look at the log, or one change of it. */
export interface Command {
  readonly spec: OptionSpec;
  /** Exit code for a wrong option; adr-tools has 1 for everything. */
  readonly wrongUse: number;
  readonly run: (parsed: ParsedOptions, ports: AdrPorts) => Outcome | Promise<Outcome>;
}

/** Options of every command, before its words; after them adr-tools takes them for words. */
const FLAGS = ['json', 'help', 'h'] as const;
const AS_ADR_TOOLS = { spec: { flags: FLAGS }, wrongUse: 1 } as const;
const OF_OUR_OWN = { spec: { flags: FLAGS, anywhere: true }, wrongUse: 2 } as const;

/** All commands but `new`, `generate` and `help`, which have more to do. */
export const TABLE: Readonly<Record<Exclude<CommandName, 'new' | 'generate' | 'help'>, Command>> = {
  init: { ...AS_ADR_TOOLS, run: init },
  link: { ...AS_ADR_TOOLS, run: link },
  list: { ...AS_ADR_TOOLS, run: list },
  'upgrade-repository': { ...AS_ADR_TOOLS, run: (_, ports) => change(ports, upgradeDates) },
  config: { ...AS_ADR_TOOLS, run: (_, { disk }) => config(disk) },
  status: { ...OF_OUR_OWN, run: status },
  show: { ...OF_OUR_OWN, run: show },
  lint: { spec: { ...OF_OUR_OWN.spec, values: ['proposed-days'] }, wrongUse: 2, run: lint },
};

async function init({ words }: ParsedOptions, ports: AdrPorts): Promise<Outcome> {
  const { disk, cwd } = ports;
  const [directory = ''] = words;
  if (directory !== '') disk.startLog(cwd, directory);
  const template = disk.readText(disk.templates, 'init.md') ?? '';
  return await change(ports, (folder) => initialRecord(folder, template, dateText(ports)));
}

function link({ words }: ParsedOptions, ports: AdrPorts): Promise<Outcome> {
  const [source = '', verb = '', target = '', reverse = ''] = words;
  return change(ports, (folder) => linkRecords(folder, { source, verb, target, reverse }));
}

async function list({ options }: ParsedOptions, ports: AdrPorts): Promise<Outcome> {
  const json = options.has('json');
  const folder = await read(ports, json);
  return json && folder.exists ? listJson(folder) : listRecords(folder);
}

async function status({ words }: ParsedOptions, ports: AdrPorts): Promise<Outcome> {
  const [reference, wanted, ...more] = words;
  if (reference === undefined) return statusTable(await read(ports, true));
  if (wanted === undefined || more.length > 0) return misuse('status', 'REF STATUS, or nothing');
  return await change(ports, (folder) => setStatus(folder, reference, wanted));
}

async function show({ words }: ParsedOptions, ports: AdrPorts): Promise<Outcome> {
  const [reference, ...more] = words;
  if (reference === undefined || more.length > 0) return misuse('show', 'one REF');
  return showRecord(await read(ports, true), reference);
}

async function lint(parsed: ParsedOptions, ports: AdrPorts): Promise<Outcome> {
  const days = optionValue(parsed, 'proposed-days') ?? String(PROPOSED_DAYS);
  if (parsed.words.length > 0) return misuse('lint', 'no words');
  if (!/^\d{1,6}$/.test(days)) return misuse('lint', 'a number of days after `--proposed-days`');
  const place = ports.disk.findLog(ports.cwd);
  return lintFolder(await ports.disk.readLog(place, { deep: true }), {
    today: today(ports),
    proposedDays: Number(days),
    versions: ports.disk.versions(place),
  });
}

function read({ disk, cwd }: AdrPorts, deep: boolean): Promise<LogFolder> {
  return disk.readLog(disk.findLog(cwd), { deep });
}

function change({ disk, cwd }: AdrPorts, plan: (folder: LogFolder) => Outcome): Promise<Outcome> {
  return disk.changeLog(disk.findLog(cwd), plan);
}

function misuse(command: string, wanted: string): Outcome {
  const problem = finding('adr-usage', `\`adr ${command}\` takes ${wanted}.`, undefined, {
    hint: `See \`adr help ${command}\`.`,
  });
  return failed([problem], '', 2);
}
