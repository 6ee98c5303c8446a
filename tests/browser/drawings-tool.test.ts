import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_WORKSPACE } from '../support/content.ts';

/** A drawing under the contract, with these boxes and lines. */
const drawing = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" data-layout="graph" viewBox="0 0 400 200" width="400" height="200">${body}</svg>`;
const box = (id: string, x: number, y: number, text = id) =>
  `<g class="element" data-id="${id}" data-name="${id}"><rect class="shape" x="${x}" y="${y}" width="60" height="40"/><g class="text"><text x="${x + 5}" y="${y + 20}" font-size="12">${text}</text></g></g>`;
const line = (source: string, target: string, path: string, label = '') =>
  `<g class="relationship" data-id="r" data-source="${source}" data-target="${target}"><path class="edge" d="${path}" fill="none" stroke="#000"/>${label}</g>`;
const label = (x: number, y: number, text: string) =>
  `<g class="label"><text x="${x}" y="${y}" font-size="12">${text}</text></g>`;

it.each([
  ['nothing', box('a', 0, 0) + box('b', 200, 0) + line('a', 'b', 'M60 20H200'), []],
  ['boxes on one another', box('a', 0, 0) + box('b', 50, 20), ['elements overlap: a and b']],
  [
    'words that leave their box',
    box('a', 0, 0, 'far too many words for it'),
    ['text outside its box: a'],
  ],
  [
    'a line through a box',
    box('a', 0, 0) + box('b', 100, 0) + box('c', 200, 0) + line('a', 'c', 'M60 20H200'),
    ['line through a box: a to c, b'],
  ],
  [
    'labels on one another and on a box',
    box('a', 0, 0) +
      line('a', 'a', 'M0 100H90', label(20, 100, 'one')) +
      line('a', 'a', 'M0 120H90', label(25, 102, 'two')) +
      line('a', 'a', 'M0 150H90', label(20, 20, 'three')),
    ['labels overlap: one and two', 'label on a box: three on a'],
  ],
  ['words off the sheet', label(390, 50, 'words'), ['text outside the drawing: words']],
])('finds %s', async (_, body, faults) => {
  const root = contentFolder({ 'a.svg': drawing(body) });
  const { code, stdout } = await runCli(['drawings', 'a.svg', '--output', `${root}/out`], root);
  const found = stdout.split('\n').filter((row) => row.startsWith('  '));
  const expected = faults.map((fault) => `  ${fault}`);
  expect(found).toEqual(expected);
  expect(code).toBe(expected.length === 0 ? 0 : 1);
});

it('counts crossings, and shows the worst drawings first', async () => {
  const cross =
    box('a', 0, 80) +
    box('b', 300, 80) +
    line('a', 'b', 'M60 100H300') +
    line('c', 'd', 'M150 20V180');
  const root = contentFolder({
    'all/1-plain.svg': drawing(box('a', 0, 0)),
    'all/2-cross.svg': drawing(cross),
    'all/3-workspace.dsl': SMALL_WORKSPACE,
    'all/4-faulty.dsl': 'workspace {',
  });
  const { code, stdout } = await runCli(
    ['drawings', 'all', '--output', 'out', '--most', '2'],
    root,
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/2-cross\.svg +2 +2 +0 +1 /);
  expect(stdout).toMatch(/3-workspace\.dsl containers +\d+ +1 +0 +0 /);
  expect(stdout).toContain('3 drawings (0 arranged by hand)');
  const page = readFileSync(`${root}/out/index.html`, 'utf8');
  const names = [...page.matchAll(/<figcaption><b>([^<]+)/g)].map(([, name]) => name);
  expect(names).toHaveLength(2);
  expect(names[0]).toBe('all/2-cross.svg');
});

it('refuses what is not there', async () => {
  const { code, stderr } = await runCli(['drawings', 'nowhere.svg'], contentFolder({}));
  expect([code, stderr]).toEqual([2, expect.stringContaining('There is no `nowhere.svg`.')]);
});
