import { resolve } from 'node:path';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { CONTENT, loadPortfolio } from '#sources/load.ts';
import { createLoadMemory } from '#sources/load-memory.ts';
import { openNetwork } from '#sources/network.ts';
import type { Engine } from '#sources/structurizr-cli.ts';
import { loadWorkspaceFile, rootOf } from '#sources/workspace.ts';
import { allowHostOption } from '../allow-host-option.ts';
import { readContent } from '../content.ts';
import { contentRoot, whereabouts, workingRoot } from '../content-root.ts';
import { engineOption } from '../engine-option.ts';
import { EXIT, type Ports } from '../ports.ts';
import { ExitCode, newCommand, requireFile, runCommand, UsageError } from '../program.ts';
import { explanationOf } from './check/explain.ts';
import { counted, diffOf, isAgreed, mendable, writeMended } from './check/fix.ts';
import { type Format, formatFindings, formatOf, formatOption } from './check/format.ts';
import { type Checked, watchContent } from './check/watch.ts';

interface Options {
  readonly root?: string;
  readonly json?: boolean;
  readonly format?: Format;
  readonly explain?: string;
  readonly fix?: boolean;
  readonly yes?: boolean;
  readonly watch?: boolean;
  readonly engine?: Engine;
  readonly allowHost?: readonly string[];
  readonly postgres?: string;
}

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
    .action(async (files: readonly string[], options: Options) => {
      const format = formatOf(options);
      if (options.explain !== undefined) {
        ports.stdout(explanationOf(options.explain));
        throw new ExitCode(EXIT.success);
      }
      const isNamed = files.length > 0;
      if (options.yes && !options.fix) throw new UsageError('--yes goes with --fix.');
      if (options.fix && isNamed)
        throw new UsageError('--fix mends the content, and no single FILE.');
      if (options.watch) await watch(files, options, ports);
      const found = isNamed
        ? checkFiles(files, options, ports)
        : await checkContent(options, ports);
      const root = isNamed ? rootOfFiles(files, options, ports) : contentRoot(options.root, ports);
      const isMended = options.fix && (await mend(root, found, options, ports));
      const diagnostics = isMended ? await checkContent(options, ports) : found;
      const place = { root, whereabouts: isNamed ? '' : whereabouts(root, ports) };
      ports.stdout(formatFindings(diagnostics, format, place, ports));
      throw new ExitCode(hasErrors(diagnostics) ? EXIT.findings : EXIT.success);
    });
  return runCommand(command, args, ports);
}

/** Shows what can be mended, and mends it where that is agreed; whether anything changed. */
async function mend(
  root: string,
  diagnostics: readonly Diagnostic[],
  options: Options,
  ports: Ports,
): Promise<boolean> {
  const files = mendable(root, diagnostics);
  const isText = formatOf(options) === 'text';
  (isText ? ports.stdout : ports.stderr)(diffOf(files));
  if (files.length === 0) ports.stderr('Nothing can be mended without a doubt.\n\n');
  else if (options.yes || (await isAgreed(files, ports))) {
    writeMended(root, files);
    ports.stderr(`${counted(files)} mended.\n\n`);
    return true;
  } else ports.stderr(`${counted(files)} can be mended: --fix --yes does it.\n\n`);
  return false;
}

function checkFiles(
  files: readonly string[],
  { root, engine, allowHost = [] }: Options,
  ports: Ports,
): Diagnostic[] {
  const cwd = workingRoot(root, ports);
  for (const file of files) requireFile(file, { cwd });
  const network = openNetwork(allowHost);
  const bounds = root === undefined ? {} : { root: cwd };
  return files.flatMap(
    (file) => loadWorkspaceFile(file, cwd, { engine, network, ...bounds }).diagnostics,
  );
}

/** The folder that findings in named files are relative to. */
function rootOfFiles([file = '']: readonly string[], { root }: Options, ports: Ports): string {
  return root === undefined ? rootOf(resolve(ports.cwd, file)) : workingRoot(root, ports);
}

/** Follows the content until a signal ends the process, which is success. */
async function watch(files: readonly string[], options: Options, ports: Ports): Promise<never> {
  if (files.length > 0 || options.fix || formatOf(options) !== 'text') {
    throw new UsageError(
      '--watch goes with the whole content, and without --fix, --json and --format.',
    );
  }
  const root = contentRoot(options.root, ports);
  const place = { root, whereabouts: whereabouts(root, ports) };
  const check = await contentChecker(options, ports);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const show = (found: readonly Diagnostic[]) => formatFindings(found, 'text', place, ports);
  const content = Object.values(CONTENT).map((name) => `${root}/${name}`);
  await watchContent(content, check, show, ports, stop.signal);
  throw new ExitCode(EXIT.success);
}

async function checkContent(options: Options, ports: Ports): Promise<readonly Diagnostic[]> {
  const check = await contentChecker(options, ports);
  return (await check()).diagnostics;
}

/** Reads the settings, and gives what checks the content: the second time it reads only what changed. */
async function contentChecker(
  { root, engine, allowHost = [], postgres }: Options,
  ports: Ports,
): Promise<() => Promise<Checked>> {
  const content = await readContent(root, { engine }, ports);
  const { config } = content;
  if (!config) return async () => ({ ...content, watched: [] });
  const network = openNetwork([...config.hosts, ...allowHost]);
  const memory = createLoadMemory();
  return async () => {
    const loaded = await loadPortfolio(content.root, config, network, { postgres }, memory);
    return {
      diagnostics: [...content.diagnostics, ...loaded.diagnostics],
      watched: loaded.watched,
    };
  };
}
