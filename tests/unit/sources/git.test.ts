import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { recordVersions } from '#sources/adr-versions.ts';
import { hasOwnFilters } from '#sources/git.ts';
import { revisionOf } from '#sources/revision.ts';
import { commitOf, writeContentAt } from '#sources/revision-content.ts';
import { contentFolder } from '../../support/content.ts';

const WHO = ['-c', 'user.name=T', '-c', 'user.email=t@example.org'];

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', [...WHO, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
}

/** A repository beside which lies a program that leaves a mark wherever git would run it. */
function repository(): Stranger {
  const root = contentFolder({ 'workspace.dsl': 'workspace {\n}\n', 'adrs/0001-a.md': '# A\n' });
  git(root, 'init', '-q');
  git(root, 'add', '.');
  git(root, 'commit', '-q', '-m', 'one');
  const mark = join(root, '.git/ran');
  const program = join(root, '.git/program');
  writeFileSync(program, `#!/bin/sh\ntouch "${mark}"\nexit 1\n`);
  chmodSync(program, 0o755);
  return { root, mark, program };
}

interface Stranger {
  readonly root: string;
  readonly mark: string;
  readonly program: string;
}

const configure = ({ root }: Stranger, text: string) =>
  appendFileSync(join(root, '.git/config'), text);
const attribute = ({ root }: Stranger, text: string) =>
  writeFileSync(join(root, '.git/info/attributes'), text);

/** A repository of its own in the content, as a submodule is one. */
function inner({ root, program }: Stranger): void {
  const below = join(root, 'case-studies/inner');
  mkdirSync(below, { recursive: true });
  writeFileSync(join(below, 'a.txt'), 'a\n');
  git(below, 'init', '-q');
  git(below, 'add', '.');
  git(below, 'commit', '-q', '-m', 'inner');
  git(root, 'add', 'case-studies/inner');
  git(root, 'commit', '-q', '-m', 'two');
  appendFileSync(join(below, '.git/config'), `[filter "mine"]\n\tclean = ${program}\n`);
  writeFileSync(join(below, '.git/info/attributes'), '* filter=mine\n');
  writeFileSync(join(below, 'a.txt'), 'b\n');
}

/** A folder of the content that is laid out like the inside of `.git`, signed commits and all. */
function bare({ root, program }: Stranger): void {
  const signed = git(root, 'cat-file', 'commit', 'HEAD').replace(
    '\n\n',
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n',
  );
  const args = ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'];
  const made = spawnSync('git', args, { cwd: root, input: signed, encoding: 'utf8' });
  for (const name of ['objects', 'refs', 'config'])
    cpSync(join(root, '.git', name), join(root, 'adrs', name), { recursive: true });
  writeFileSync(join(root, 'adrs/HEAD'), made.stdout);
  appendFileSync(
    join(root, 'adrs/config'),
    `[core]\n\tbare = true\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${program}\n`,
  );
}

/** A clone that says it lacks objects, and that a program brings them. */
function partial(stranger: Stranger): void {
  const { root, program } = stranger;
  const blob = git(root, 'rev-parse', 'HEAD:adrs/0001-a.md').trim();
  rmSync(join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  configure(
    stranger,
    `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n` +
      `[remote "origin"]\n\turl = ext::${program}\n\tpromisor = true\n\tuploadpack = ${program}\n` +
      '[protocol "ext"]\n\tallow = always\n',
  );
}

/** What a user has set up for all repositories, and what this one makes of it. */
function usersOwn(stranger: Stranger): void {
  const { root, program } = stranger;
  const clean = join(root, '.git/users-own');
  writeFileSync(clean, '#!/bin/sh\nexec $(git config lfs.extension.x.clean)\n');
  chmodSync(clean, 0o755);
  writeFileSync(join(root, '.git/user'), `[filter "lfs"]\n\tclean = ${clean}\n`);
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(root, '.git/user'));
  configure(stranger, `[lfs "extension.x"]\n\tclean = ${program}\n`);
  attribute(stranger, '* filter=lfs\n');
}

/** What a stranger sets up, and what git would run it on if it were asked without care. */
const ATTACKS: readonly (readonly [
  name: string,
  prepare: (stranger: Stranger) => void,
  careless: readonly string[],
])[] = [
  [
    'a monitor',
    (one) => configure(one, `[core]\n\tfsmonitor = ${one.program}\n`),
    ['status', '--porcelain'],
  ],
  [
    'a filter for what is compared',
    (one) => {
      configure(one, `[filter "mine"]\n\tclean = ${one.program}\n`);
      attribute(one, '* filter=mine\n');
    },
    ['status', '--porcelain'],
  ],
  [
    'a filter in a file that the settings include',
    (one) => {
      writeFileSync(
        join(one.root, '.git/more'),
        `[filter "mine"]\n\tprocess = ${one.program}\n\trequired\n`,
      );
      configure(one, '[include]\n\tpath = more\n');
      attribute(one, '* filter=mine\n');
    },
    ['status', '--porcelain'],
  ],
  [
    'a filter for what is checked out',
    (one) => {
      configure(one, `[filter "mine"]\n\tsmudge = ${one.program}\n`);
      attribute(one, '* filter=mine\n');
    },
    ['checkout-index', '--all', '--prefix=.git/out/'],
  ],
  ['a filter of a repository inside it', inner, ['status', '--porcelain']],
  ['what a filter of its user asks it for', usersOwn, ['status', '--porcelain']],
  [
    'a hook',
    (one) => cpSync(one.program, join(one.root, '.git/hooks/post-index-change')),
    ['read-tree', 'HEAD'],
  ],
  [
    'a folder of hooks',
    (one) => {
      mkdirSync(join(one.root, '.git/mine'));
      cpSync(one.program, join(one.root, '.git/mine/post-index-change'));
      configure(one, '[core]\n\thooksPath = .git/mine\n');
    },
    ['read-tree', 'HEAD'],
  ],
  [
    'a program that compares',
    (one) => configure(one, `[diff]\n\texternal = ${one.program}\n`),
    ['diff'],
  ],
  [
    'a program that makes text of files',
    (one) => {
      configure(one, `[diff "mine"]\n\ttextconv = ${one.program}\n`);
      attribute(one, '* diff=mine\n');
    },
    ['log', '-p'],
  ],
  ['a program for signatures, of a folder like a repository', bare, ['-C', 'adrs', 'log']],
  ['a program that brings what it lacks', partial, ['cat-file', '-p', 'HEAD:adrs/0001-a.md']],
];

describe.each(ATTACKS)('a repository of somebody else with %s', (_, prepare, careless) => {
  afterEach(() => vi.unstubAllEnvs());

  it('runs nothing of its own', () => {
    const stranger = repository();
    const { root, mark } = stranger;
    prepare(stranger);
    // What is compared has to look changed, or no filter is asked.
    writeFileSync(join(root, 'workspace.dsl'), 'workspace {\n# 1\n}\n');
    const revision = revisionOf(root, ['workspace.dsl', 'case-studies']);
    recordVersions(join(root, 'adrs'));
    const commit = commitOf(root, 'HEAD');
    const into = contentFolder({});
    try {
      if (commit) writeContentAt(root, commit, into);
    } catch {
      // What it lacks is not brought.
    }
    expect(existsSync(mark)).toBe(false);
    expect(revision === undefined).toBe(hasOwnFilters(root));
    spawnSync('git', [...careless], { cwd: root });
    expect(existsSync(mark)).toBe(true);
  });
});

describe('a folder as it was at a commit', () => {
  it('has the bytes that were committed, and the links that stay in it', () => {
    const { root } = repository();
    const folder = join(root, 'portfolio');
    mkdirSync(join(folder, 'cost-models/deep'), { recursive: true });
    writeFileSync(join(folder, 'cost-models/deep/a b\n.ts'), 'a\r\n');
    writeFileSync(join(folder, 'cost-models/raw.bin'), Buffer.from([0, 255, 13, 10]));
    writeFileSync(join(folder, '.gitattributes'), '* text eol=lf\n');
    const links = {
      'cost-models/near.ts': 'deep/a b\n.ts',
      'cost-models/top': '..',
      'cost-models/deep/up': '..',
      'cost-models/deep/far.dsl': 'up/../../workspace.dsl',
      'cost-models/secret': '/etc/passwd',
      'cost-models/lost': 'nowhere',
    };
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
    git(root, '-c', 'core.autocrlf=false', 'add', '.');
    git(root, 'commit', '-q', '-m', 'two');
    const commit = commitOf(folder, 'HEAD');
    const into = contentFolder({});
    if (commit) writeContentAt(folder, commit, into);
    const isThere = (path: string) => lstatSync(join(into, path), { throwIfNoEntry: false });
    expect(Object.keys(links).filter(isThere)).toEqual([
      'cost-models/near.ts',
      'cost-models/deep/up',
    ]);
    expect(readdirSync(into).sort()).toEqual(['.gitattributes', 'cost-models']);
    expect(readFileSync(join(into, 'cost-models/near.ts'), 'utf8')).toBe('a\n');
    expect(readFileSync(join(into, 'cost-models/raw.bin')).length).toBe(
      Number(git(root, 'cat-file', '-s', 'HEAD:portfolio/cost-models/raw.bin')),
    );
  });

  it('takes no name out of the folder, and writes through no link', () => {
    const { root } = repository();
    const blob = git(root, 'rev-parse', 'HEAD:adrs/0001-a.md').trim();
    const tree = (entries: readonly (readonly [mode: string, name: string, hash: string])[]) => {
      const bytes = entries.map(([mode, name, hash]) =>
        Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(hash, 'hex')]),
      );
      const args = ['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'];
      const input = Buffer.concat(bytes);
      return spawnSync('git', args, { cwd: root, input, encoding: 'utf8' }).stdout.trim();
    };
    const hashOf = (text: string) =>
      spawnSync('git', ['hash-object', '-w', '--stdin'], {
        cwd: root,
        input: text,
        encoding: 'utf8',
      }).stdout.trim();
    const up = tree([['40000', '..', tree([['100644', 'escaped', blob]])]]);
    const written = (top: string) => {
      const hash = git(root, 'commit-tree', top, '-m', 'x').trim();
      const into = contentFolder({});
      const inside = join(into, 'inside');
      mkdirSync(inside);
      const write = () => writeContentAt(root, { hash, date: '' }, inside);
      return { into, write };
    };
    const named = written(up);
    named.write();
    expect(readdirSync(named.into)).toEqual(['inside']);
    const through = written(
      tree([
        ['120000', 'a', hashOf('..')],
        ['40000', 'a', tree([['100644', 'escaped', blob]])],
      ]),
    );
    expect(through.write).toThrow();
    expect(readdirSync(through.into)).toEqual(['inside']);
  });
});
