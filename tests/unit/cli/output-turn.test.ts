import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { turnFor } from '../../../src/cli/output-turn.ts';
import { contentFolder } from '../../support/content.ts';

function world() {
  const said: string[] = [];
  const now = () => new Date(0);
  const stderr = (text: string | Uint8Array) => void said.push(String(text));
  return { said, ports: { cwd: '/', env: {}, stdout: () => {}, stderr, isTTY: false, now } };
}

it('has builds of one folder take turns, in the order in which they came', async () => {
  const target = join(contentFolder({}), 'dist');
  const { said, ports } = world();
  const first = turnFor(target, ports);
  await first.come();
  const second = turnFor(target, ports);
  let isSecond = false;
  const waiting = second.come().then(() => {
    isSecond = true;
  });
  await new Promise((done) => setTimeout(done, 50));
  expect(isSecond).toBe(false);
  first.end();
  await waiting;
  second.end();
  expect(said).toEqual([expect.stringContaining(`process ${process.pid}`)]);
  expect(existsSync(`${target}.lock`)).toBe(false);
});

it('gives up, by name, on one that does not come to an end', async () => {
  const target = join(contentFolder({}), 'dist');
  const { said, ports } = world();
  const first = turnFor(target, ports);
  await first.come();
  const second = turnFor(target, ports, 5);
  await expect(second.come()).rejects.toMatchObject({ code: 1 });
  expect(said.join('')).toMatch(/^Waiting .+\nerror output-in-use {2}.+dist\n {2}Process \d+ /);
  for (const turn of [first, second]) turn.end();
});

it('queues in the folder where nothing can be beside it, and leaves no folder behind', async () => {
  const root = contentFolder({ 'dist/x': '', 'dist.lock': 'a file' });
  const turn = turnFor(join(root, 'dist'), world().ports);
  await turn.come();
  mkdirSync(join(root, 'dist/.archfolio-lock'), { recursive: true });
  turn.end();
  expect(readdirSync(join(root, 'dist'))).toEqual(['x']);
  const deep = turnFor(join(root, 'a/b/dist'), world().ports);
  await deep.come();
  deep.end();
  expect(readdirSync(root)).toEqual(['dist', 'dist.lock']);
});
