import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT, userEnvironment } from '../support/cli.ts';

/** Where `start.js` keeps compiled code, below the folder of a project that has nothing but it. */
const KEPT = 'node_modules/.cache/archfolio/compiled';

it.each([
  { name: 'the first build keeps nothing', commands: ['build'], keeps: false },
  { name: 'the second does', commands: ['build', 'build'], keeps: true },
  { name: 'so does a short command at once', commands: ['cost'], keeps: true },
  { name: 'and a build after it', commands: ['cost', 'build'], keeps: true },
])('compiled code: $name', ({ commands, keeps }) => {
  const project = mkdtempSync(join(tmpdir(), 'archfolio-start-'));
  mkdirSync(join(project, 'src/cli'), { recursive: true });
  cpSync(`${PROJECT}/src/cli/start.js`, join(project, 'src/cli/start.js'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'src/cli/main.ts'), 'export const ran: boolean = true;\n');
  const { NODE_COMPILE_CACHE: _, ...env } = userEnvironment();
  for (const command of commands) {
    execFileSync(process.execPath, ['src/cli/start.js', command], { cwd: project, env });
  }
  expect(existsSync(join(project, KEPT))).toBe(true);
  expect(readdirSync(join(project, KEPT), { recursive: true }).length > 0).toBe(keeps);
  rmSync(project, { recursive: true });
});
