import { extname, isAbsolute, relative, sep } from 'node:path';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import { unifiedDiff } from '#dsl/upgrade/diff.ts';
import { writeFileAtomic } from '#sources/atomic-write.ts';
import { openNetwork } from '#sources/network.ts';
import { type FileUpgrade, upgradeWorkspace } from '#sources/upgrade-workspace.ts';
import { allowHostOption } from '../allow-host-option.ts';
import { asDocument, EXIT, inColor, type Ports, wantsColor } from '../ports.ts';
import { ExitCode, newCommand, requireFile, runCommand, UsageError } from '../program.ts';

interface Options {
  readonly write?: boolean;
  readonly allowHost?: readonly string[];
}

/** `archfolio upgrade`: words that today's language dropped, rewritten; a diff unless `--write`. */
export function runUpgrade(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand(
    'upgrade',
    "Rewrites words that today's Structurizr DSL has dropped: enterprise, branding, !constant, !ref, !extend and names of themes.",
    ports,
  )
    .argument('<files...>', 'workspaces (.dsl); the files that they include come along')
    .option('--write', 'change the files; a diff is shown otherwise')
    .addOption(allowHostOption())
    .addHelpText(
      'after',
      '\nLayout and comments stay as they are.\n\nExamples:\n  npm run upgrade -- workspace.dsl\n  npm run upgrade -- workspace.dsl --write\n',
    )
    .action((files: readonly string[], { write = false, allowHost = [] }: Options) => {
      const network = openNetwork(allowHost);
      for (const file of files) requireDsl(file, ports);
      const changed = new Map<string, FileUpgrade>();
      const left: { file: string; diagnostics: readonly Diagnostic[] }[] = [];
      for (const file of files) {
        const result = upgradeWorkspace(file, ports.cwd, { network });
        for (const one of result.files) {
          if (changed.has(one.path)) continue;
          changed.set(one.path, one);
          if (write) writeFileAtomic(one.path, one.text);
          else {
            const diff = unifiedDiff(shown(one.path, ports), one.source, one.edits);
            ports.stdout(asDocument(diff, ports));
          }
        }
        if (hasErrors(result.left)) left.push({ file, diagnostics: result.left });
      }
      summarize([...changed.values()], write, ports);
      const stuck = left.flatMap(({ file, diagnostics }) => reportLeft(file, diagnostics, ports));
      throw new ExitCode(stuck.length > 0 ? EXIT.findings : EXIT.success);
    });
  return runCommand(command, args, ports);
}

function requireDsl(file: string, { cwd }: Ports): void {
  requireFile(file, { cwd });
  if (extname(file).toLowerCase() === '.json')
    throw new UsageError(`\`${file}\` is JSON, which has no words that were dropped.`);
}

function shown(path: string, { cwd }: Ports): string {
  const name = relative(cwd, path);
  const isBelow = !name.startsWith('..') && !isAbsolute(name);
  return (isBelow ? name : path.replace(/^[/\\]/, '')).split(sep).join('/');
}

function summarize(changed: readonly FileUpgrade[], write: boolean, ports: Ports): void {
  const count = `${changed.length} ${changed.length === 1 ? 'file' : 'files'}`;
  if (changed.length === 0) ports.stderr("Nothing to rewrite: this is today's language.\n");
  else if (write) ports.stderr(`${count} rewritten.\n`);
  else ports.stderr(`${count} to rewrite. --write does it.\n`);
}

/** Words of older versions that could not be rewritten are shown; what else is wrong is counted. */
function reportLeft(
  file: string,
  diagnostics: readonly Diagnostic[],
  ports: Ports,
): readonly Diagnostic[] {
  const stuck = diagnostics.filter(({ code, span }) => code === 'dsl-removed-keyword' || !span);
  if (stuck.length > 0) {
    const text = renderDiagnostics(stuck, { color: wantsColor(ports) });
    ports.stderr(inColor(`\n${text}\n`, ports));
  } else {
    const rest = renderSummary(diagnostics);
    ports.stderr(`${file} then has ${rest}; \`npm run check -- ${file}\` shows them.\n`);
  }
  return stuck;
}
