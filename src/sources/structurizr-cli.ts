import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { Source } from '#diagnostics/source.ts';
import { workspaceFromJson } from '#model/from-json.ts';
import { sourceProblem } from './codes.ts';
import type { LoadedFile } from './loaded-file.ts';
import { engineError, engineWarnings } from './structurizr-messages.ts';

/** Who reads a workspace: this project, or the tool of the language's author. */
export type Engine = 'native' | 'structurizr-cli';

/** Names of the command line of 2025 and of the application that followed it, in the order of search. */
const NAMES = ['structurizr.sh', 'structurizr-cli', 'structurizr'] as const;

/** A tool that hangs is stopped after so many milliseconds. */
const TIME_LIMIT = 300_000;

const MISSING = `Get the application from https://docs.structurizr.com/binaries (a .war, or the Docker image structurizr/structurizr; Java 21 or later), or the older command line with \`brew install structurizr-cli\`. Put structurizr.sh, structurizr-cli or structurizr on the PATH, or name it in STRUCTURIZR_CLI. Without it, leave the engine at native.`;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads a workspace with the real Structurizr tool: the one that STRUCTURIZR_CLI names (a program, a
 * .war or .jar, or a command with arguments), else the first on the PATH. It reads and fetches what it
 * likes. The JSON that it writes is read; what it says comes along.
 */
export function loadWithStructurizr(
  path: string,
  name: string,
  root: string,
  env: Env,
): LoadedFile {
  const command = findTool(env);
  if (!command) {
    const wanted = env.STRUCTURIZR_CLI;
    const message = wanted
      ? `STRUCTURIZR_CLI names \`${wanted}\`, which is not there.`
      : 'The Structurizr tool is not there.';
    return failed(
      sourceProblem('engine-missing', message, undefined, { file: name, hint: MISSING }),
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'archfolio-engine-'));
  try {
    return run(command, { path, name, root, folder, env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly path: string;
  readonly name: string;
  readonly root: string;
  readonly folder: string;
  readonly env: Env;
}

/** The same words work for the command line of 2025 and the application of 2026. */
function run(
  [program, ...words]: readonly [string, ...string[]],
  { path, name, root, folder, env }: Run,
): LoadedFile {
  const args = [...words, 'export', '-workspace', path, '-format', 'json', '-output', folder];
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: dirname(path),
    // Dates without a zone are read in that of the process.
    env: { ...env, TZ: 'UTC' },
    encoding: 'utf8',
    timeout: TIME_LIMIT,
    maxBuffer: 1 << 28,
  });
  const output = `${stdout ?? ''}\n${stderr ?? ''}`;
  if (error) {
    const message = `\`${program}\` could not be run to its end: ${error.message}.`;
    return failed(sourceProblem('engine-error', message, undefined, { file: name }));
  }
  const made = readdirSync(folder).find((file) => file.endsWith('.json'));
  if (status !== 0 || made === undefined) return failed(engineError(output, name, root, textOf));
  const { workspace, diagnostics } = workspaceFromJson(
    new Source(made, readFileSync(join(folder, made), 'utf8')),
  );
  return {
    workspace,
    diagnostics: [...engineWarnings(output, name), ...diagnostics],
    isComplete: true,
  };
}

/** The program to run with its first words; undefined where there is none. */
function findTool(env: Env): readonly [string, ...string[]] | undefined {
  const wanted = env.STRUCTURIZR_CLI;
  if (!wanted) {
    const found = NAMES.map((name) => onPath(name, env)).find((path) => path !== undefined);
    return found === undefined ? undefined : [found];
  }
  if (existsSync(wanted)) {
    const path = resolve(wanted);
    return /\.[wj]ar$/i.test(wanted) ? ['java', '-jar', path] : [path];
  }
  const [program, ...words] = wanted.trim().split(/\s+/);
  const found = program === undefined ? undefined : onPath(program, env);
  return found === undefined ? undefined : [found, ...words];
}

function onPath(name: string, { PATH = '' }: Env): string | undefined {
  const places = name.includes('/')
    ? [name]
    : PATH.split(delimiter).map((folder) => join(folder, name));
  return places.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function failed(diagnostic: Diagnostic): LoadedFile {
  return { workspace: undefined, diagnostics: [diagnostic] };
}
