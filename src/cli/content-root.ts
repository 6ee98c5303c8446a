import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPortfolio } from '#sources/entries.ts';
import type { Ports } from './ports.ts';
import { UsageError } from './program.ts';

/** The folder of this project, which brings content of its own. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

type World = Pick<Ports, 'cwd' | 'env'>;

/**
 * The content folder of a command: the one that `--root` names; else the current folder, when it holds
 * a portfolio; else, run as an npm script, this project. Anything else would be a guess; `orCurrent`
 * takes the current folder, for commands that can do without content.
 */
export function contentRoot(
  root: string | undefined,
  ports: World,
  { orCurrent = false } = {},
): string {
  if (root !== undefined) return namedRoot(root, ports);
  if (isPortfolio(ports.cwd)) return ports.cwd;
  if (ports.env.INIT_CWD !== undefined) return PROJECT;
  if (orCurrent) return ports.cwd;
  throw new UsageError(
    `there is no portfolio in \`${ports.cwd}\`: neither workspace.dsl nor astro.config.mjs. Name its folder with --root.`,
  );
}

/** The folder that `--root` names, else the current one: for commands that take any file. */
export function workingRoot(root: string | undefined, ports: Pick<Ports, 'cwd'>): string {
  return root === undefined ? ports.cwd : namedRoot(root, ports);
}

/** ` in ../shop` where a folder is not the one that the user is in. */
export function whereabouts(root: string, { cwd }: Pick<Ports, 'cwd'>): string {
  const below = relative(cwd, root);
  if (below === '') return '';
  return ` in ${below.startsWith('..') ? root : below}`;
}

function canRead(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function namedRoot(root: string, { cwd }: Pick<Ports, 'cwd'>): string {
  if (root === '') throw new UsageError('--root takes a folder, and is empty.');
  const folder = resolve(cwd, root);
  const stat = existsSync(folder) ? statSync(folder) : undefined;
  if (!stat) throw new UsageError(`--root: there is no folder \`${root}\`.`);
  if (!stat.isDirectory()) throw new UsageError(`--root: \`${root}\` is a file, and not a folder.`);
  if (!canRead(folder)) throw new UsageError(`--root: this user may not read \`${root}\`.`);
  return folder;
}
