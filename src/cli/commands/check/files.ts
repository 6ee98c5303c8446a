import { resolve } from 'node:path';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { openNetwork } from '#sources/network.ts';
import { loadWorkspaceFile, rootOf } from '#sources/workspace.ts';
import { workingRoot } from '../../content-root.ts';
import { EXIT, inColor, type Ports } from '../../ports.ts';
import { requireFile } from '../../program.ts';
import { formatFindings, formatOf } from './format.ts';
import type { CheckOptions } from './options.ts';

/** Checks single workspaces and tells what is wrong with them; gives the exit code. */
export function checkFiles(
  files: readonly string[],
  options: Pick<CheckOptions, 'root' | 'engine' | 'allowHost' | 'json' | 'format'>,
  ports: Ports,
): number {
  const { root, engine, allowHost = [] } = options;
  const cwd = workingRoot(root, ports);
  for (const file of files) requireFile(file, { cwd });
  const network = openNetwork(allowHost);
  const bounds = root === undefined ? {} : { root: cwd };
  const found = files.flatMap(
    (file) => loadWorkspaceFile(file, cwd, { engine, network, ...bounds }).diagnostics,
  );
  // Findings are relative to the folder of the first.
  const [first = ''] = files;
  const place = {
    root: root === undefined ? rootOf(resolve(ports.cwd, first)) : cwd,
    whereabouts: '',
  };
  ports.stdout(inColor(formatFindings(found, formatOf(options), place, ports), ports));
  return hasErrors(found) ? EXIT.findings : EXIT.success;
}
