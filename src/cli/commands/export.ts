import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { Option } from 'commander';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import { didYouMean } from '#diagnostics/suggest.ts';
import { prepareForExport } from '#dsl/export-json.ts';
import { isEncoding } from '#dsl/resolve/decode.ts';
import { type MergedLayout, mergeLayout } from '#model/merge-layout.ts';
import { knownThemes } from '#model/themes.ts';
import type { Workspace } from '#model/workspace.ts';
import { writeFileAtomic } from '#sources/atomic-write.ts';
import { withOwnLayout } from '#sources/layout.ts';
import { makeFolder } from '#sources/make-folder.ts';
import { openNetwork } from '#sources/network.ts';
import { revisionOf } from '#sources/revision.ts';
import type { Engine } from '#sources/structurizr-cli.ts';
import { loadWorkspaceFile, rootOf } from '#sources/workspace.ts';
import type { Theme } from '#svg/palette.ts';
import { allowHostOption } from '../allow-host-option.ts';
import { workingRoot } from '../content-root.ts';
import { engineOption } from '../engine-option.ts';
import { asDocument, EXIT, inColor, type Ports, wantsColor } from '../ports.ts';
import {
  ExitCode,
  newCommand,
  requireFile,
  requireFolderOrNothing,
  runCommand,
  UsageError,
} from '../program.ts';
import type { ExportedFile } from './export/exported-file.ts';
import { isTextFormat, TEXT_EXTENSIONS, type TextFormat } from './export/formats.ts';
import { exportJson } from './export/json.ts';
import { withoutEffect } from './export/no-effect.ts';

const FORMATS = ['json', 'svg', 'png', 'dsl', ...Object.keys(TEXT_EXTENSIONS)] as const;

interface Options {
  readonly format: 'json' | 'svg' | 'png' | 'dsl' | TextFormat;
  readonly root?: string;
  readonly view?: string;
  readonly theme: Theme;
  readonly key?: boolean;
  readonly titleBlock: boolean;
  readonly scale: number;
  readonly textAsPaths?: boolean;
  readonly output: string;
  readonly encoding?: string;
  readonly layout?: string;
  readonly json?: boolean;
  readonly engine?: Engine;
  readonly allowHost?: readonly string[];
}

/** `archfolio export`: workspaces to files. A faulty workspace writes nothing. */
export function runExport(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand('export', 'Writes workspaces as JSON, drawings or texts.', ports)
    .argument('<files...>', 'workspaces (.dsl or .json)')
    .addOption(
      new Option('--format <format>', 'what to write').choices(FORMATS).makeOptionMandatory(),
    )
    .option('--root <dir>', 'where the files are, instead of the current folder')
    .option('--view <key>', 'only this view; all views otherwise')
    .addOption(
      new Option('--theme <theme>', 'colours of drawings')
        .choices(['light', 'dark'])
        .default('light'),
    )
    .option('--key', 'a key of what is used in the title block of drawings')
    .option('--no-key', 'none, whatever the workspace says')
    .option('--no-title-block', 'drawings without a title block')
    .addOption(
      new Option('--scale <factor>', 'pixels of a PNG for each of the drawing')
        .default(1)
        .argParser(scaleOf),
    )
    .option('--text-as-paths', 'words of an SVG as outlines, for programs that load no fonts')
    .option('--output <dir>', 'folder to write to; - for standard output, one result only', '.')
    .option('--layout <file>', 'a Structurizr JSON whose arrangement of views is merged in')
    .option('--encoding <name>', 'how a .dsl file is written, if not in UTF-8')
    .addOption(engineOption())
    .addOption(allowHostOption())
    .option('--json', 'print what is wrong as one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run export -- workspace.dsl --format svg --output drawings\n  npm run export -- workspace.dsl --format json --output -\n  npm run export -- workspace.json --format dsl --output -\n  npm run export -- workspace.dsl --format json --layout workspace.json --output merged\n  npm run export -- workspace.dsl --format png --scale 2 --theme dark --output drawings\n',
    )
    .action(async (named: readonly string[], given: Options) => {
      const root = given.root === undefined ? undefined : workingRoot(given.root, ports);
      const from = (file: string) => (root === undefined ? file : resolve(root, file));
      const files = named.map(from);
      for (const file of files) requireFile(file, ports);
      const options = given.layout === undefined ? given : { ...given, layout: from(given.layout) };
      if (options.layout !== undefined) requireFile(options.layout, ports);
      if (options.output !== '-') requireFolderOrNothing(options.output, ports);
      const { encoding, engine, format } = options;
      if (encoding !== undefined && !isEncoding(encoding))
        throw new UsageError(`There is no encoding \`${encoding}\`.`);
      const isGiven = (option: string) => command.getOptionValueSource(option) === 'cli';
      for (const line of withoutEffect(format, options, isGiven)) ports.stderr(line);
      const network = openNetwork(options.allowHost ?? []);
      const themes = format !== 'json' && format !== 'dsl';
      const loaded = files.map((file) => ({
        file,
        ...loadWorkspaceFile(file, ports.cwd, { encoding, engine, root, network, themes }),
      }));
      const diagnostics = loaded.flatMap((one) => one.diagnostics);
      const layout =
        options.layout === undefined
          ? undefined
          : loadWorkspaceFile(options.layout, ports.cwd, { root, themes: false });
      const found = [...diagnostics, ...(layout?.diagnostics ?? [])];
      reportFindings(found, options, ports);
      if (hasErrors(found)) throw new ExitCode(EXIT.findings);
      const results: { file: string; made: readonly ExportedFile[] }[] = [];
      for (const { file, workspace, isComplete } of loaded) {
        if (!workspace) continue;
        const whole =
          isComplete || options.format === 'dsl' ? workspace : prepareForExport(workspace);
        const arranged = arrange(whole, file, layout?.workspace, { format, root }, ports);
        results.push({ file, made: await exportWorkspace(file, arranged, options, ports) });
      }
      write(results, options, ports);
    });
  return runCommand(command, args, ports);
}

/**
 * A workspace with the layout that the command line names; drawings take the one that the workspace
 * itself names otherwise.
 */
function arrange(
  workspace: Workspace,
  file: string,
  layout: Workspace | undefined,
  { format, root }: { readonly format: Options['format']; readonly root: string | undefined },
  ports: Ports,
): Workspace {
  if (layout) {
    const merged = mergeLayout(workspace, layout, { once: format !== 'json' });
    ports.stderr(layoutReport(merged));
    return merged.workspace;
  }
  if (format !== 'svg' && format !== 'png') return workspace;
  const path = resolve(ports.cwd, file);
  const bounds = root ?? rootOf(path);
  const own = withOwnLayout(workspace, bounds, relative(bounds, path).split(sep).join('/'));
  reportFindings(own.diagnostics, {}, ports);
  if (hasErrors(own.diagnostics)) throw new ExitCode(EXIT.findings);
  return own.workspace;
}

function layoutReport({ views, unknown }: MergedLayout): string {
  const lines = views.flatMap(({ key, kept, added, gone }) => [
    `${key}: ${kept.length} placed`,
    ...(added.length > 0 ? [`  no place for ${added.join(', ')}`] : []),
    ...(gone.length > 0 ? [`  no longer there: ${gone.join(', ')}`] : []),
  ]);
  return [...lines, ...unknown.map((key) => `${key}: the layout has no such view`)]
    .map((line) => `${line}\n`)
    .join('');
}

async function exportWorkspace(
  file: string,
  prepared: Workspace,
  options: Options,
  ports: Ports,
): Promise<readonly ExportedFile[]> {
  const keys = prepared.views.map(({ key }) => key as string);
  if (options.view !== undefined && !keys.includes(options.view)) {
    const hint = didYouMean(options.view, keys) ?? `Its views are ${keys.join(', ')}.`;
    throw new UsageError(`${file} has no view \`${options.view}\`. ${hint}`);
  }
  const stem = basename(file, extname(file));
  const { format, view, theme } = options;
  if (format === 'json') return exportJson(stem, prepared);
  if (format === 'dsl') return (await import('./export/dsl.ts')).exportDsl(stem, prepared, ports);
  leaveOutImages(file, prepared, options, ports);
  if (!isTextFormat(format)) {
    const { exportSvg } = await import('./export/svg.ts');
    const { key, titleBlock } = options;
    const path = resolve(ports.cwd, file);
    const revision = titleBlock ? revisionOf(dirname(path), [basename(path)]) : undefined;
    const large: Diagnostic[] = [];
    const report = (warning: Diagnostic) => void large.push(warning);
    const drawings = exportSvg(prepared, { view, theme, key, titleBlock, revision, report });
    reportFindings(large, options, ports);
    return finished(drawings, options, ports);
  }
  const { exportText } = await import('./export/text.ts');
  return exportText(format, prepared, { view, themes: knownThemes(prepared) });
}

/** Image views are pictures already: one that is named is wrong usage, others are left out. */
function leaveOutImages(
  file: string,
  { views }: Workspace,
  { view, format }: Options,
  ports: Ports,
): void {
  const images = views.filter(({ kind }) => kind === 'Image').map(({ key }) => key as string);
  if (images.length === 0) return;
  if (view === undefined) {
    ports.stderr(`left out, as image views have no drawing of their own: ${images.join(', ')}\n`);
  } else if (images.includes(view)) {
    throw new UsageError(
      `\`${view}\` of ${file} is an image view, which has no drawing to export as ${format}.`,
    );
  }
}

/** Drawings as they are asked for: with words as text or as outlines, or as pixels. */
async function finished(
  drawings: readonly ExportedFile[],
  { format, theme, scale, textAsPaths }: Options,
  ports: Ports,
): Promise<readonly ExportedFile[]> {
  if (format !== 'png' && !textAsPaths) return drawings;
  const { asPaths, asPng } = await import('./export/pictures.ts');
  return format === 'png' ? asPng(drawings, { scale, theme }, ports) : asPaths(drawings, ports);
}

/** `2`, `0.5`: more than nothing, and not so much that it can only be a mistake. */
function scaleOf(text: string): number {
  const scale = /^\d*\.?\d+$/.test(text) ? Number(text) : 0;
  if (scale <= 0 || scale > 100) {
    throw new UsageError(`--scale takes a number above 0, up to 100, and not \`${text}\`.`);
  }
  return scale;
}

function write(
  results: readonly { readonly file: string; readonly made: readonly ExportedFile[] }[],
  { output, format }: Options,
  ports: Ports,
): void {
  const all = results.flatMap(({ made }) => made);
  if (output === '-') {
    const [only, ...others] = all.filter(({ isExtra }) => !isExtra);
    if (!only) throw new UsageError('There is no result for `--output -` in this format.');
    if (others.length > 0) {
      throw new UsageError(
        `\`--output -\` takes one result, and there are ${others.length + 1}. Name one with --view.`,
      );
    }
    // JSON says the same with its escapes.
    const isJson = format === 'json';
    ports.stdout(only.bytes ?? (isJson ? only.text : asDocument(only.text, ports)));
    return;
  }
  for (const { file, made } of results) {
    const stem = basename(file, extname(file));
    const folder = resolve(ports.cwd, output, results.length > 1 ? stem : '.');
    if (format === 'dsl') keepSource(resolve(ports.cwd, file), join(folder, `${stem}.dsl`));
    requireFolderOrNothing(folder, ports);
    makeFolder(folder);
    for (const { name, text, bytes } of made) {
      // What the power takes can be exported again.
      writeFileAtomic(join(folder, name), bytes ?? text, { durable: false });
    }
  }
  ports.stderr(`${all.length} ${all.length === 1 ? 'file' : 'files'} in ${output}\n`);
}

/** A text that is made from a text has lost its comments, so it does not take its place. */
function keepSource(source: string, target: string): void {
  if (source !== target) return;
  throw new UsageError('This would write over the workspace itself. Name a folder with --output.');
}

function reportFindings(
  diagnostics: readonly Diagnostic[],
  { json }: Pick<Options, 'json'>,
  ports: Ports,
): void {
  if (json && hasErrors(diagnostics)) {
    ports.stdout(`${JSON.stringify(diagnosticsToJson(diagnostics), null, 2)}\n`);
  } else if (diagnostics.length > 0) {
    const text = renderDiagnostics(diagnostics, { color: wantsColor(ports) });
    ports.stderr(inColor(`${text}\n\n${renderSummary(diagnostics)}\n`, ports));
  }
}
