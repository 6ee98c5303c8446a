import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import { loadPortfolio } from '#sources/load.ts';
import { openNetwork } from '#sources/network.ts';
import type { Engine } from '#sources/structurizr-cli.ts';
import { loadWorkspaceFile } from '#sources/workspace.ts';
import { allowHostOption } from '../allow-host-option.ts';
import { readContent } from '../content.ts';
import { contentRoot, whereabouts, workingRoot } from '../content-root.ts';
import { engineOption } from '../engine-option.ts';
import { EXIT, type Ports, wantsColor } from '../ports.ts';
import { ExitCode, newCommand, requireFile, runCommand } from '../program.ts';

interface Options {
  readonly root?: string;
  readonly json?: boolean;
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
    .option('--json', 'print one JSON document')
    .addOption(engineOption())
    .addOption(allowHostOption())
    .option('--postgres <url>', 'load every schema.sql on this server, into an empty database')
    .addHelpText('after', '\nExamples:\n  npm run check\n  npm run check -- workspace.dsl --json\n')
    .action(async (files: readonly string[], options: Options) => {
      const { root, json } = options;
      const diagnostics =
        files.length > 0 ? checkFiles(files, options, ports) : await checkContent(options, ports);
      const place = files.length > 0 ? '' : whereabouts(contentRoot(root, ports), ports);
      if (json) ports.stdout(`${JSON.stringify(diagnosticsToJson(diagnostics), null, 2)}\n`);
      else {
        if (diagnostics.length > 0)
          ports.stdout(`${renderDiagnostics(diagnostics, { color: wantsColor(ports) })}\n\n`);
        ports.stdout(`${renderSummary(diagnostics).replace(/(?=\.?$)/, place)}\n`);
      }
      throw new ExitCode(hasErrors(diagnostics) ? EXIT.findings : EXIT.success);
    });
  return runCommand(command, args, ports);
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

async function checkContent({ root, engine, allowHost = [], postgres }: Options, ports: Ports) {
  const content = await readContent(root, { engine }, ports);
  const { config } = content;
  const network = config && openNetwork([...config.hosts, ...allowHost]);
  const loaded = config && (await loadPortfolio(content.root, config, network, { postgres }));
  return [...content.diagnostics, ...(loaded?.diagnostics ?? [])];
}
