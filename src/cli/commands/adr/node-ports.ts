import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  changeLog,
  findLog,
  readLogFolder,
  recoverLog,
  startLog,
  TEMPLATES,
} from '#sources/adr-log.ts';
import { recordVersions } from '#sources/adr-versions.ts';
import type { AdrDisk, AdrPorts } from './ports.ts';
import { NOT_FOUND } from './programs.ts';

/** The ports of a process, with the real disk and real programs. */
export function nodeAdrPorts(ports: Omit<AdrPorts, 'disk' | 'run'>): AdrPorts {
  return { ...ports, disk: nodeDisk(), run: nodeRun(ports.cwd, ports.env) };
}

/** The real disk. */
export function nodeDisk(): AdrDisk {
  return {
    findLog,
    readLog: async (place, options) => {
      await recoverLog(place);
      return readLogFolder(place, options);
    },
    changeLog,
    startLog,
    readText: (cwd, path) => {
      try {
        return readFileSync(resolve(cwd, path), 'utf8');
      } catch {
        return undefined;
      }
    },
    versions: ({ folder }) => recordVersions(folder),
    bin: fileURLToPath(new URL('../../', import.meta.url)),
    templates: TEMPLATES,
  };
}

/** Runs a program on the terminal of this process. */
function nodeRun(cwd: string, env: AdrPorts['env']): AdrPorts['run'] {
  return (program, args, input) => {
    const { status, error } = spawnSync(program, args, {
      cwd,
      env: { ...env },
      stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
      ...(input !== undefined && { input }),
    });
    return error ? NOT_FOUND : (status ?? 1);
  };
}
