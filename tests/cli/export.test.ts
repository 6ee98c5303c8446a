import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder, SMALL_WORKSPACE, writeFiles } from '../support/content.ts';

it('writes a JSON that reads back to the same JSON', async () => {
  const root = contentFolder({ 'small.dsl': SMALL_WORKSPACE });
  const first = await runCli([
    'export',
    join(root, 'small.dsl'),
    '--format',
    'json',
    '--output',
    root,
  ]);
  expect(first.code).toBe(0);
  const json = readFileSync(join(root, 'small.json'), 'utf8');
  const again = await runCli([
    'export',
    join(root, 'small.json'),
    '--format',
    'json',
    '--output',
    '-',
  ]);
  expect({ code: again.code, same: again.stdout === json }).toEqual({ code: 0, same: true });
});

it('writes a drawing a view, light or dark, that stands alone', async () => {
  const root = contentFolder({ 'small.dsl': SMALL_WORKSPACE });
  await runCli(['export', join(root, 'small.dsl'), '--format', 'svg', '--output', root]);
  await runCli([
    'export',
    join(root, 'small.dsl'),
    '--format',
    'svg',
    '--theme',
    'dark',
    '--output',
    root,
  ]);
  expect(readdirSync(root).sort()).toEqual(['containers-dark.svg', 'containers.svg', 'small.dsl']);
  const [light, dark] = ['containers.svg', 'containers-dark.svg'].map((name) =>
    readFileSync(join(root, name), 'utf8'),
  );
  expect(light).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* role="img"[^>]* data-layout="graph"/,
  );
  expect(light).toContain('data:font/woff2;base64,');
  expect(light).not.toMatch(/var\(|href=|https?:\/\/(?!www\.w3\.org)/);
  expect(dark).toContain('#161e26');
  expect(light).toContain('#f3f5f7');
});

it('puts several workspaces into a folder each', async () => {
  const root = contentFolder({ 'a.dsl': SMALL_WORKSPACE, 'b.dsl': SMALL_WORKSPACE });
  await runCli([
    'export',
    join(root, 'a.dsl'),
    join(root, 'b.dsl'),
    '--format',
    'json',
    '--output',
    join(root, 'out'),
  ]);
  expect(readdirSync(join(root, 'out'), { recursive: true }).sort()).toEqual([
    'a',
    'a/a.json',
    'b',
    'b/b.json',
  ]);
});

it('writes nothing for a workspace that is wrong', async () => {
  const root = contentFolder({ 'bad.dsl': SMALL_WORKSPACE.replace('include *', 'inclde *') });
  const { code, stdout } = await runCli([
    'export',
    join(root, 'bad.dsl'),
    '--format',
    'json',
    '--output',
    root,
    '--json',
  ]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).summary.errors).toBe(1);
  expect(readdirSync(root)).toEqual(['bad.dsl']);
});

it('writes JSON as the official command does: with counts of inspections, and views where there are none', async () => {
  const root = contentFolder({ 'bare.dsl': 'workspace {\nmodel {\nsoftwareSystem "A"\n}\n}\n' });
  const args = ['export', join(root, 'bare.dsl'), '--format', 'json', '--output', '-'];
  const { properties, views } = JSON.parse((await runCli(args)).stdout);
  expect(Object.keys(properties)).toEqual(
    expect.arrayContaining([
      'structurizr.inspection.error',
      'structurizr.inspection.warning',
      'structurizr.inspection.info',
      'structurizr.inspection.ignore',
    ]),
  );
  expect(views.systemLandscapeViews.map(({ key }: { key: string }) => key)).toEqual([
    'SystemLandscape-001',
  ]);
});

it.each([
  ['mermaid', ['containers.mmd'], /^graph LR\n/],
  ['plantuml', ['containers-key.puml', 'containers.puml'], /^@startuml\n/],
  ['c4plantuml', ['containers.puml'], /^@startuml\n/],
  ['dot', ['containers.dot'], /^digraph \{\n/],
  ['websequencediagrams', [], /^title /],
])('writes %s, one file a view', async (format, names, start) => {
  const root = contentFolder({ 'small.dsl': SMALL_WORKSPACE });
  const out = join(root, 'out');
  const args = ['export', join(root, 'small.dsl'), '--format', format, '--output', out];
  expect((await runCli(args)).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(names);
  for (const name of names) expect(readFileSync(join(out, name), 'utf8')).toMatch(start);
});

it('names legends and frames after their views, and leaves them out on standard output', async () => {
  const animated = SMALL_WORKSPACE.replace(
    'autolayout',
    'animation {\nreader\nsite.pages\n}\nproperties {\n"plantuml.animation" "true"\n}',
  );
  const root = contentFolder({ 'a.dsl': animated, 'b.dsl': SMALL_WORKSPACE });
  const args = ['export', 'a.dsl', 'b.dsl', '--format', 'plantuml', '--output', 'out'];
  await runCli(args, root);
  expect(readdirSync(join(root, 'out', 'a')).sort()).toEqual([
    'containers-1.puml',
    'containers-2.puml',
    'containers-key.puml',
    'containers.puml',
  ]);
  const { code, stdout } = await runCli(
    ['export', 'a.dsl', '--format', 'plantuml', '--view', 'containers', '--output', '-'],
    root,
  );
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: readFileSync(join(root, 'out', 'a', 'containers.puml'), 'utf8'),
  });
});

it('says that a view has no form in a notation', async () => {
  const root = contentFolder({ 'small.dsl': SMALL_WORKSPACE });
  const args = ['export', 'small.dsl', '--format', 'websequencediagrams', '--output', '-'];
  expect(await runCli(args, root)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: There is no result for `--output -` in this format.\n',
  });
});

it('writes nothing outside of its folder, whatever a view is called', async () => {
  const key = '../../evil';
  const views = { systemLandscapeViews: [{ key, order: 1 }] };
  const root = contentFolder({ 'in/w.json': JSON.stringify({ name: 'W', model: {}, views }) });
  const args = ['export', 'in/w.json', '--format', 'dot', '--output', 'in/out'];
  expect((await runCli(args, root)).code).toBe(0);
  expect(readdirSync(root, { recursive: true }).sort()).toEqual([
    'in',
    'in/out',
    'in/out/.._.._evil.dot',
    'in/w.json',
  ]);
});

it('refuses an encoding that there is not', async () => {
  const args = ['export', 'small.dsl', '--format', 'json', '--encoding', 'morse'];
  const { code, stderr } = await runCli(args, contentFolder({ 'small.dsl': SMALL_WORKSPACE }));
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: There is no encoding `morse`.\n' });
});

it('merges a layout into JSON and drawings, and says what came of it', async () => {
  const dsl = SMALL_WORKSPACE.replace('autolayout', '');
  const root = contentFolder({ 'small.dsl': dsl });
  const json = await runCli(['export', 'small.dsl', '--format', 'json', '--output', '-'], root);
  const layout = JSON.parse(json.stdout);
  for (const [index, element] of layout.views.containerViews[0].elements.entries()) {
    Object.assign(element, { x: 100 + 800 * index, y: 300 });
  }
  writeFiles(root, { 'layout.json': JSON.stringify(layout) });
  const args = ['export', 'small.dsl', '--layout', 'layout.json', '--output', '-', '--format'];
  const merged = await runCli([...args, 'json'], root);
  expect(JSON.parse(merged.stdout).views.containerViews).toEqual(layout.views.containerViews);
  expect(merged.stderr).toContain('containers: 2 placed');
  const drawn = await runCli([...args, 'svg'], root);
  expect(drawn.stdout).toContain('data-layout="manual"');
  const missing = await runCli(
    ['export', 'small.dsl', '--format', 'json', '--layout', 'no.json'],
    root,
  );
  expect(missing).toMatchObject({ code: 2, stderr: 'error: There is no file `no.json`.\n' });
});

it('puts a title block with a key under a drawing, unless it is told not to', async () => {
  const root = contentFolder({ 'small.dsl': SMALL_WORKSPACE });
  const svg = async (...more: string[]) => {
    const args = ['export', 'small.dsl', '--format', 'svg', '--output', '-', ...more];
    return (await runCli(args, root)).stdout;
  };
  const whole = await svg();
  expect(whole).toContain('<g class="title-block">');
  expect(whole).toContain('>Key</text>');
  expect(await svg('--no-key')).not.toContain('>Key</text>');
  expect(await svg('--no-title-block')).not.toContain('title-block');
});

it.each([
  [['--format', 'svg', '--scale', '2'], '--scale'],
  [['--format', 'png', '--text-as-paths'], '--text-as-paths'],
  [['--format', 'mermaid', '--theme', 'dark'], '--theme'],
  [['--format', 'dot', '--no-key'], '--no-key'],
  [['--format', 'json', '--view', 'containers'], '--view'],
  [['--format', 'dsl', '--no-title-block'], '--no-title-block'],
])('warns of what has no effect: %j', async (more, flag) => {
  const root = contentFolder({ 'small.dsl': SMALL_WORKSPACE });
  const { code, stderr } = await runCli(['export', 'small.dsl', ...more, '--output', 'out'], root);
  expect(code).toBe(0);
  const lines = stderr.split('\n').filter((line) => line.startsWith('warning: '));
  expect(lines).toEqual([expect.stringContaining(`${flag} has no effect`)]);
});

it('has no warning for options that have an effect', async () => {
  const root = contentFolder({ 'small.dsl': SMALL_WORKSPACE });
  const args = ['--format', 'svg', '--theme', 'dark', '--no-key', '--view', 'containers'];
  const { code, stderr } = await runCli(['export', 'small.dsl', ...args, '--output', 'out'], root);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '1 file in out\n' });
});

it.each(['svg', 'mermaid'])(
  'says that image views have no drawing to export as %s',
  async (format) => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    const views = 'views {\nimage * img {\nimage a.svg\n}';
    const root = contentFolder({
      'w.dsl': SMALL_WORKSPACE.replace('views {', views),
      'a.svg': picture,
    });
    const all = ['export', 'w.dsl', '--format', format, '--output', 'out'];
    const { code, stderr } = await runCli(all, root);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'left out, as image views have no drawing of their own: img\n1 file in out\n',
    });
    const one = await runCli([...all, '--view', 'img'], root);
    expect(one.code).toBe(2);
    expect(one.stderr).toMatch(/^error: `img` of w\.dsl is an image view/);
  },
);

it('refuses a file in the place of a folder, and a folder in the place of a file', async () => {
  const root = contentFolder({ 'a.dsl': SMALL_WORKSPACE, 'in/b.dsl': SMALL_WORKSPACE });
  const exported = (file: string, output: string) =>
    runCli(['export', file, '--format', 'json', '--output', output], root);
  const taken = {
    code: 2,
    stdout: '',
    stderr: 'error: --output takes a folder, and `a.dsl` is a file.\n',
  };
  expect(await exported('a.dsl', 'a.dsl')).toEqual(taken);
  expect(await exported('a.dsl', 'a.dsl/below')).toEqual(taken);
  const folder = { code: 2, stdout: '', stderr: 'error: `in` is a folder, and not a file.\n' };
  expect(await exported('in', 'out')).toEqual(folder);
  for (const command of ['check', 'inspect', 'upgrade']) {
    expect(await runCli([command, 'in'], root)).toEqual(folder);
  }
});
