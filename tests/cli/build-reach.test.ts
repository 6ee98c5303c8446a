import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { PROJECT, userEnvironment } from '../support/cli.ts';
import { writeFiles } from '../support/content.ts';
import { HOSTILE_PORTFOLIO } from '../support/hostile-portfolio.ts';

const CALLS =
  'open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,truncate,chmod,fchmodat,socket,connect,execve';
const hasStrace = spawnSync('strace', ['-V']).status === 0;

/** What a build did to the machine, as the kernel saw it. */
interface Reach {
  readonly written: string[];
  readonly sockets: string[];
  readonly programs: string[];
}

function reachOf(trace: string): Reach {
  const done = trace
    .split('\n')
    .map((line) => /^\d+ +(\w+)\((.*)\) += +(-?\d+)/.exec(line))
    .filter((match) => match !== null && !match[3]?.startsWith('-'))
    .map((match) => ({ call: match?.[1] ?? '', words: match?.[2] ?? '' }));
  const path = (words: string) => /"((?:[^"\\]|\\.)*)"/.exec(words)?.[1] ?? '';
  const isWrite = ({ call, words }: { call: string; words: string }) =>
    /^open|^creat/.test(call)
      ? /O_(?:WRONLY|RDWR|CREAT|TRUNC)/.test(words)
      : !/^(?:socket|connect|execve)$/.test(call);
  return {
    written: done.filter(isWrite).map(({ words }) => path(words)),
    // A socket of AF_UNIX asks this machine: for names of users, of its own children.
    sockets: done.flatMap(({ call, words }) =>
      /^(?:socket|connect)$/.test(call) && !words.includes('AF_UNIX') ? [words] : [],
    ),
    programs: done.filter(({ call }) => call === 'execve').map(({ words }) => path(words)),
  };
}

if (!hasStrace) {
  console.warn(
    'NOT RUN: what a build does to the machine is seen through `strace`, which is not on this one.',
  );
}

it.skipIf(!hasStrace)(
  'a build of content from others writes its output, asks no host and runs no program but its own',
  () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'archfolio-reach-')));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const record = HOSTILE_PORTFOLIO['adrs/0001-evil.md']
      .replace('element:nothing', 'element:attacker')
      .replaceAll(/\((?:javascript:alert\(1\)|data:text\/html,x)\)/g, '(https://example.org)');
    writeFiles(join(folder, 'content'), { ...HOSTILE_PORTFOLIO, 'adrs/0001-evil.md': record });
    for (const name of ['temporary', 'cache']) mkdirSync(join(folder, name));
    const trace = join(folder, 'trace');
    const main = join(PROJECT, 'src/cli/main.ts');
    const { status, stderr } = spawnSync(
      'strace',
      [
        '-f',
        '-qq',
        '-s',
        '400',
        '-o',
        trace,
        '-e',
        `trace=${CALLS}`,
        process.execPath,
        main,
        'build',
        '--root',
        'content',
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...userEnvironment(),
          TMPDIR: join(folder, 'temporary'),
          ARCHFOLIO_CACHE: join(folder, 'cache'),
          NODE_DISABLE_COMPILE_CACHE: '1',
        },
      },
    );
    expect({ status, errors: stderr.match(/^error .*$/gm) }).toEqual({ status: 0, errors: null });
    const { written, sockets, programs } = reachOf(readFileSync(trace, 'utf8'));
    const own = [
      join(folder, 'content/dist'),
      join(folder, 'cache'),
      join(folder, 'temporary'),
      join(PROJECT, 'node_modules/.cache/archfolio/builds'),
      // Astro writes the types of the project's own collections; a probe says whether `dist` can be written.
      join(PROJECT, '.astro/'),
      join(folder, 'content/.archfolio-'),
      '/dev/',
    ];
    // Relative names are those of the work folder, in which Astro runs.
    const outside = written.filter(
      (path) => path.startsWith('/') && !own.some((one) => path.startsWith(one)),
    );
    expect(outside).toEqual([]);
    expect(written.filter((path) => /(?:^|\/)\.\.(?:\/|$)/.test(path))).toEqual([]);
    expect(written.some((path) => path.startsWith(join(folder, 'content/dist')))).toBe(true);
    expect(sockets).toEqual([]);
    expect(programs.filter((path) => !/\/(?:node|esbuild|git)$/.test(path))).toEqual([]);
  },
  120_000,
);
