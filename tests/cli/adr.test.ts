import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adr, filesBelow, folderWith } from './adr-support.ts';

const RECORD = '# 1. A\n\nDate: 31/12/1999\n\n## Status\n\nAccepted\n\n## Context\n';

describe('a session', () => {
  it('begins a log, adds to it and prints what adr-tools prints', async () => {
    const root = folderWith();
    mkdirSync(join(root, 'src/app'), { recursive: true });
    const said = [];
    for (const [folder, ...args] of [
      ['.', 'init', 'docs/adr'],
      ['.', 'new', 'Use', 'Kafka'],
      ['src/app', 'new', '-s', '2', 'Use SQS'],
      ['src', 'link', '3', 'Amends', '1', 'Amended by'],
      ['src', 'list'],
      ['.', 'generate', 'toc', '-p', 'x/'],
      ['.', 'upgrade-repository'],
    ]) {
      const { exit, stdout, stderr } = await adr(join(root, folder ?? ''), args);
      said.push([exit, stdout, stderr]);
    }
    expect(said).toEqual([
      [0, 'docs/adr/0001-record-architecture-decisions.md\n', ''],
      [0, 'docs/adr/0002-use-kafka.md\n', ''],
      [0, '../../docs/adr/0003-use-sqs.md\n', ''],
      [0, '', ''],
      [
        0,
        '../docs/adr/0001-record-architecture-decisions.md\n../docs/adr/0002-use-kafka.md\n../docs/adr/0003-use-sqs.md\n',
        '',
      ],
      [
        0,
        '# Architecture Decision Records\n\n* [1. Record architecture decisions](x/0001-record-architecture-decisions.md)\n* [2. Use Kafka](x/0002-use-kafka.md)\n* [3. Use SQS](x/0003-use-sqs.md)\n',
        '',
      ],
      [0, '', ''],
    ]);
    const files = filesBelow(root);
    expect(Object.keys(files)).toEqual([
      '.adr-dir',
      'docs/adr/0001-record-architecture-decisions.md',
      'docs/adr/0002-use-kafka.md',
      'docs/adr/0003-use-sqs.md',
    ]);
    expect(files['docs/adr/0002-use-kafka.md']).toContain(
      '## Status\n\nSuperseded by [3. Use SQS](0003-use-sqs.md)\n',
    );
  });

  it('goes on with a MADR log', async () => {
    const root = folderWith({ '.adr-dir': 'log\n' });
    await adr(root, ['new', '--template', 'madr', 'Use Kafka']);
    await adr(root, ['new', '--template=madr', '-s', '1', 'Use SQS']);
    const { stdout } = await adr(root, ['list', '--json']);
    expect(JSON.parse(stdout).records).toMatchObject([
      {
        id: '0001-use-kafka',
        format: 'madr4',
        status: { kind: 'superseded' },
        supersededBy: ['0002-use-sqs'],
      },
      {
        id: '0002-use-sqs',
        format: 'madr4',
        status: { kind: 'accepted' },
        supersedes: ['0001-use-kafka'],
      },
    ]);
  });
});

describe('arguments', () => {
  it.each<[string[], number, string]>([
    [['new'], 1, 'ERROR: no title given\n'],
    [['new', '-x', 'A'], 1, ''],
    [['new', '-s'], 1, ''],
    [['new', '--templat', 'madr', 'A'], 1, ''],
    [['new', '--template', 'nowhere.md', 'A'], 2, ''],
    [['new', '-s', '9', 'A'], 1, ''],
    [['new', '--', '-A-'], 0, 'doc/adr/0002-a.md\n'],
    [['new', 'A', '-s', '1'], 0, 'doc/adr/0002-a-s-1.md\n'],
    [['new', '-s1', 'B'], 0, 'doc/adr/0002-b.md\n'],
    [['link', '1', 'Amends'], 1, ''],
    [['list', 'words', '--json'], 0, 'doc/adr/0001-a.md\n'],
    [['generate'], 0, 'graph\ntoc\n'],
    [['generate', 'html'], 127, ''],
    [['generate', 'toc', '-x'], 1, ''],
    [['generate', 'graph', '-x'], 1, ''],
    [['upgrade-repository', 'words'], 0, ''],
    [['show'], 2, ''],
    [['show', '9'], 1, ''],
    [['status', '1'], 2, ''],
    [['lint', '--proposed-days', 'x'], 2, ''],
    [['status', '--nonsense'], 2, ''],
  ])('%j ends with %i', async (args, exit, stdout) => {
    const root = folderWith({ 'doc/adr/0001-a.md': RECORD });
    const result = await adr(root, args);
    expect([result.exit, result.stdout]).toEqual([exit, stdout]);
    if (exit !== 0 && stdout === '') expect(result.stderr).not.toBe('');
  });

  it.each([[[]], [['--help']], [['-h']], [['--version']], [['frobnicate']], [['NEW', 'A']]])(
    '%j gives the general help and 1',
    async (args) => {
      const { exit, stdout } = await adr(folderWith(), args);
      expect([exit, stdout.split('\n')[0]]).toEqual([1, 'usage: adr help COMMAND [ARG] ...']);
    },
  );

  it.each([
    'init',
    'new',
    'link',
    'list',
    'generate',
    'upgrade-repository',
    'config',
    'status',
    'show',
    'lint',
  ])('%s --help gives its help and writes nothing', async (command) => {
    const root = folderWith();
    const { exit, stdout } = await adr(root, [command, '--help']);
    expect([exit, stdout.split(/[\s[]/).slice(0, 3).join(' '), filesBelow(root)]).toEqual([
      0,
      `usage: adr ${command}`,
      {},
    ]);
  });

  it.each<[string[], string[]]>([
    [['new'], ['B']],
    [['link'], ['1', 'x', '1', 'y']],
    [['status'], []],
    [['show'], ['1']],
    [['list'], []],
    [['lint'], []],
    [['generate', 'toc'], []],
    [['generate', 'graph'], []],
  ])('%j --json prints one JSON document', async (command, words) => {
    const root = folderWith({ 'doc/adr/0001-a.md': RECORD });
    const { stdout } = await adr(root, [...command, '--json', ...words]);
    expect(JSON.parse(stdout)).toBeTypeOf('object');
    const failing = await adr(folderWith(), [...command, '--json', ...words]);
    expect(JSON.parse(failing.stdout)).toBeTypeOf('object');
  });

  it.each<[string[], string]>([
    [['lnik'], '`link`'],
    [['NWE', 'A'], '`new`'],
    [['upgrade'], '`upgrade-repository`'],
    [['--jsno', 'list'], '`adr list --json`'],
    [['help', 'lsit'], '`list`'],
    [['help', 'generate', 'tco'], '`toc`'],
    [['generate', 'garph'], '`graph`'],
    [['list', '--jsno'], '`--json`'],
    [['new', '--statsu', 'proposed', 'A'], '`--status`'],
    [['new', '--status', 'Acepted', 'A'], '`accepted`'],
    [['status', '1', 'acepted'], '`accepted`'],
  ])('%j suggests %s', async (args, meant) => {
    expect((await adr(folderWith(), args)).stderr).toContain(meant);
  });
});

describe('environment', () => {
  const editor = (root: string, script: string) => {
    writeFileSync(join(root, 'editor'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(root, 'editor'), 0o755);
    return join(root, 'editor');
  };

  it('VISUAL comes before EDITOR, and gets the path that is printed', async () => {
    const root = folderWith();
    const VISUAL = editor(root, 'echo "$@" > args');
    await adr(root, ['new', 'A'], { env: { VISUAL, EDITOR: 'false' } });
    expect(readFileSync(join(root, 'args'), 'utf8')).toBe('doc/adr/0001-a.md\n');
  });

  it('an editor may have arguments', async () => {
    const root = folderWith();
    const EDITOR = `"${editor(root, 'echo "$@" > args')}" --wait 'a  b'`;
    await adr(root, ['new', 'A'], { env: { EDITOR } });
    expect(readFileSync(join(root, 'args'), 'utf8')).toBe('--wait a  b doc/adr/0001-a.md\n');
  });

  it.each([
    ['false', 1],
    ['./no-such-editor', 127],
  ])('a failing editor (%s) leaves the record, not its path', async (EDITOR, exit) => {
    const root = folderWith();
    const result = await adr(root, ['new', 'A'], { env: { EDITOR } });
    expect([result.exit, result.stdout, Object.keys(filesBelow(root))]).toEqual([
      exit,
      '',
      ['doc/adr/0001-a.md'],
    ]);
  });

  it('an editor that needs a terminal is not started without one', async () => {
    const root = folderWith();
    const vi = join(root, 'vi');
    writeFileSync(vi, '#!/bin/sh\ntouch started\n', { mode: 0o755 });
    const without = await adr(root, ['new', 'A'], { env: { EDITOR: vi } });
    expect([without.exit, Object.keys(filesBelow(root))]).toEqual([0, ['doc/adr/0001-a.md', 'vi']]);
    await adr(root, ['new', 'B'], { env: { EDITOR: vi }, isTTY: true });
    expect(Object.keys(filesBelow(root))).toContain('started');
  });

  it('templates: an option, ADR_TEMPLATE, the log’s own, the built-in', async () => {
    const root = folderWith({ 'a.md': 'a', 'b.md': 'b', 'doc/adr/templates/template.md': 'c' });
    await adr(root, ['new', '--template', 'a.md', 'A'], { env: { ADR_TEMPLATE: 'b.md' } });
    await adr(root, ['new', 'B'], { env: { ADR_TEMPLATE: 'b.md' } });
    await adr(root, ['new', 'C'], { env: { ADR_TEMPLATE: '' } });
    const files = filesBelow(join(root, 'doc/adr'));
    expect([files['0001-a.md'], files['0002-b.md'], files['0003-c.md']]).toEqual(['a', 'b', 'c']);
  });

  it('ADR_DATE is taken as it is, an empty one is today', async () => {
    const root = folderWith();
    await adr(root, ['new', 'A'], { env: { ADR_DATE: 'Q1 & Q2' } });
    await adr(root, ['new', 'B'], { env: { ADR_DATE: '' } });
    const files = filesBelow(root);
    expect(files['doc/adr/0001-a.md']).toContain('Date: Q1 & Q2\n');
    expect(files['doc/adr/0002-b.md']).toContain('Date: 2024-06-01\n');
  });

  it('help goes through ADR_PAGER or PAGER', async () => {
    const root = folderWith();
    const PAGER = editor(root, "sed 's/^/> /'");
    expect((await adr(root, ['help', 'list'], { env: { PAGER } })).stdout).toMatch(
      /^> usage: adr list/,
    );
    expect(
      (await adr(root, ['help', 'list'], { env: { PAGER, ADR_PAGER: 'cat' } })).stdout,
    ).toMatch(/^usage: adr list/);
    expect((await adr(root, ['help', 'list'], { env: { PAGER: './none' } })).stdout).toMatch(
      /^usage: adr list/,
    );
  });
});

describe('files', () => {
  it('keep bytes that are no UTF-8, their mode and their links', async () => {
    const root = folderWith({ 'elsewhere/0002-b.md': RECORD, 'doc/adr/x': '' });
    const bytes = Buffer.from(
      '# 1. Caf\xe9\n\nDate: 31/12/1999\n\n## Status\n\nAccepted\n',
      'latin1',
    );
    const first = join(root, 'doc/adr/0001-a.md');
    writeFileSync(first, bytes);
    chmodSync(first, 0o664);
    symlinkSync('../../elsewhere/0002-b.md', join(root, 'doc/adr/0002-b.md'));
    await adr(root, ['upgrade-repository']);
    await adr(root, ['link', '1', 'Amends', '2', 'Amended by']);
    expect(readFileSync(first, 'latin1')).toBe(
      '# 1. Caf\xe9\n\nDate: 1999-12-31\n\n## Status\n\nAccepted\n\nAmends [1. A](0002-b.md)\n',
    );
    expect(statSync(first).mode & 0o777).toBe(0o664);
    expect(readFileSync(join(root, 'elsewhere/0002-b.md'), 'utf8')).toContain(
      'Amended by [1. Café](0001-a.md)',
    );
  });

  it('keep their UTF-16, and folders are no records', async () => {
    const root = folderWith({ 'doc/adr/0002-b.md/x': '' });
    const path = join(root, 'doc/adr/0001-a.md');
    for (const swap of [false, true]) {
      const bytes = Buffer.from(`\uFEFF${RECORD}`, 'utf16le');
      writeFileSync(path, swap ? bytes.swap16() : bytes);
      expect((await adr(root, ['link', '1', 'Amends', '1', 'Amended by'])).exit).toBe(0);
      const after = readFileSync(path);
      expect((swap ? after.swap16() : after).toString('utf16le')).toContain('Amends [1. A]');
    }
    expect((await adr(root, ['generate', 'toc'])).stdout).not.toContain('0002');
    expect((await adr(root, ['show', '2'])).exit).toBe(1);
    expect((await adr(root, ['lint'])).stderr).toContain('adr-no-file  doc/adr/0002-b.md');
  });

  it.each([
    ['a file in the way', { doc: 'x' }, ['init'], 1],
    ['an empty .adr-dir', { '.adr-dir': '' }, ['new', 'A'], 1],
    ['an empty .adr-dir for a reader', { '.adr-dir': '' }, ['lint'], 1],
    ['a failing command', { x: '' }, ['new', '-s', '1', 'A'], 1],
  ])('%s: a message, and nothing is written', async (_, files, args, exit) => {
    const root = folderWith(files);
    const result = await adr(root, args);
    expect([result.exit, result.stdout, filesBelow(root)]).toEqual([exit, '', files]);
    expect(result.stderr).not.toBe('');
  });

  it('are found in a folder that is a link, and in one with a slash at its end', async () => {
    const root = folderWith({ 'log/0001-a.md': RECORD, '.adr-dir': 'log/\r\nmore\n' });
    expect((await adr(root, ['list'])).stdout).toBe('log/0001-a.md\n');
    mkdirSync(join(root, 'app/doc'), { recursive: true });
    symlinkSync('../../log', join(root, 'app/doc/adr'));
    expect((await adr(join(root, 'app'), ['new', 'B'])).stdout).toBe('doc/adr/0002-b.md\n');
  });
});
