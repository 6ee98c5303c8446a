import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { diagnosticsToJson } from '#diagnostics/json.ts';
import { renderDiagnostics, renderSummary } from '#diagnostics/render.ts';
import { type Inspection, type InspectionSeverity, inspect } from '#model/inspections.ts';
import { openNetwork } from '#sources/network.ts';
import { loadWorkspaceFile } from '#sources/workspace.ts';
import { allowHostOption } from '../allow-host-option.ts';
import { workingRoot } from '../content-root.ts';
import { EXIT, inColor, type Ports, wantsColor } from '../ports.ts';
import { ExitCode, newCommand, requireFile, runCommand } from '../program.ts';

interface Options {
  readonly root?: string;
  readonly json?: boolean;
  readonly officialExit?: boolean;
  readonly allowHost?: readonly string[];
}

const SEVERITIES: readonly InspectionSeverity[] = ['ERROR', 'WARNING', 'INFO', 'IGNORE'];

/** `archfolio inspect`: the official recommendations that a workspace does not follow. */
export function runInspect(args: readonly string[], ports: Ports): Promise<number> {
  const command = newCommand('inspect', 'Holds a workspace against the official advice.', ports)
    .argument('<file>', 'a workspace (.dsl or .json)')
    .option('--root <dir>', 'where the file is, instead of the current folder')
    .addOption(allowHostOption())
    .option('--json', 'print one JSON document')
    .option('--official-exit', 'exit with the number of violations, as the official tool does')
    .addHelpText(
      'after',
      '\nA property of the workspace sets how bad a kind of violation is:\n  structurizr.inspection.model.component.technology ignore\n\nExample:\n  npm run inspect -- workspace.dsl --json\n',
    )
    .action((file: string, options: Options) => {
      const cwd = workingRoot(options.root, ports);
      requireFile(file, { cwd });
      const { workspace, diagnostics } = loadWorkspaceFile(file, cwd, {
        network: openNetwork(options.allowHost ?? []),
        themes: false,
        ...(options.root !== undefined && { root: cwd }),
      });
      if (!workspace || hasErrors(diagnostics)) {
        reportErrors(diagnostics, options, ports);
        throw new ExitCode(EXIT.findings);
      }
      const found = inspect(workspace);
      const inspections = SEVERITIES.flatMap((severity) =>
        found.filter((inspection) => inspection.severity === severity),
      );
      const violations = inspections.length;
      ports.stdout(
        options.json
          ? `${JSON.stringify({ inspections, violations }, null, 2)}\n`
          : table(inspections),
      );
      if (options.officialExit) throw new ExitCode(violations);
      throw new ExitCode(violations > 0 ? EXIT.findings : EXIT.success);
    });
  return runCommand(command, args, ports);
}

/** The columns of the official tool, worst first. */
function table(inspections: readonly Inspection[]): string {
  if (inspections.length === 0) return 'No violations.\n';
  const width = Math.max(...inspections.map(({ type }) => type.length));
  const rows = inspections.map(
    ({ severity, type, message }) => `${severity.padEnd(7)} | ${type.padEnd(width)} | ${message}`,
  );
  const count = `${inspections.length} ${inspections.length === 1 ? 'violation' : 'violations'}`;
  return `${rows.join('\n')}\n\n${count}\n`;
}

function reportErrors(diagnostics: readonly Diagnostic[], { json }: Options, ports: Ports): void {
  if (json) ports.stdout(`${JSON.stringify(diagnosticsToJson(diagnostics), null, 2)}\n`);
  else {
    const text = renderDiagnostics(diagnostics, { color: wantsColor(ports) });
    ports.stderr(inColor(`${text}\n\n${renderSummary(diagnostics)}\n`, ports));
  }
}
