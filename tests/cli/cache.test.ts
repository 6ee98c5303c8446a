import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { syntheticWorkspace } from '../bench/workspace.ts';
import { PROJECT, runCli, userEnvironment } from '../support/cli.ts';
import { contentFolder } from '../support/content.ts';

const DSL = syntheticWorkspace(2);
const EXPORT = ['export', 'workspace.dsl', '--format', 'svg', '--output'];

/** Every file of a folder, by name. */
function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
  );
}

it('gives the same drawings without a cache, and with one that many use and some leave in the middle', async () => {
  const root = contentFolder({ 'workspace.dsl': DSL });
  const off = { ARCHFOLIO_CACHE: 'off' };
  expect((await runCli([...EXPORT, 'plain'], root, off)).code).toBe(0);
  const plain = filesOf(`${root}/plain`);
  expect(Object.keys(plain)).toHaveLength(20);

  // The folder is named as the command sees it: below the current one.
  const env = { ARCHFOLIO_CACHE: 'kept' };
  const killed = [200, 350, 500].map(async (milliseconds, index) => {
    const args = [`${PROJECT}/src/cli/main.ts`, ...EXPORT, `killed-${index}`];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...userEnvironment(), ...env },
    });
    const ended = new Promise((done) => child.once('close', done));
    await after(milliseconds);
    child.kill('SIGKILL');
    await ended;
  });
  const runs = ['one', 'two', 'three'].map((name) => runCli([...EXPORT, name], root, env));
  const [, ...finished] = await Promise.all([Promise.all(killed), ...runs]);
  expect(finished.map(({ code }) => code)).toEqual([0, 0, 0]);
  await runCli([...EXPORT, 'last'], root, env);
  for (const name of ['one', 'two', 'three', 'last']) {
    expect(filesOf(`${root}/${name}`)).toEqual(plain);
  }
  expect(readdirSync(`${root}/kept/layouts`).length).toBeGreaterThan(2);
});
