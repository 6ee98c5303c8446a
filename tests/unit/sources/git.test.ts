import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordVersions } from '#sources/adr-versions.ts';
import { hasOwnFilters } from '#sources/git.ts';
import { revisionOf } from '#sources/revision.ts';
import { contentFolder } from '../../support/content.ts';

/** A repository whose settings name a program that leaves a mark wherever git would run one. */
function repository(settings: (program: string) => string): { root: string; mark: string } {
  const root = contentFolder({ 'workspace.dsl': 'workspace {\n}\n', 'adrs/0001-a.md': '# A\n' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      cwd: root,
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  const mark = join(root, '.git/ran');
  const program = join(root, '.git/program');
  writeFileSync(program, `#!/bin/sh\ntouch "${mark}"\ncat\n`);
  chmodSync(program, 0o755);
  writeFileSync(join(root, '.git/info/attributes'), '* filter=mine\n');
  appendFileSync(join(root, '.git/config'), settings(program));
  // What is compared has to look changed, or no filter is asked.
  writeFileSync(join(root, 'workspace.dsl'), 'workspace {\n# 1\n}\n');
  return { root, mark };
}

describe('a repository of somebody else', () => {
  it.each<[string, (program: string) => string]>([
    ['a monitor', (program) => `[core]\n\tfsmonitor = ${program}\n`],
    ['a filter', (program) => `[filter "mine"]\n\tclean = ${program}\n\tprocess = ${program}\n`],
    ['a program for signatures', (p) => `[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${p}\n`],
  ])('runs nothing of its own by %s', (_, settings) => {
    const { root, mark } = repository(settings);
    const revision = revisionOf(root, ['workspace.dsl']);
    recordVersions(join(root, 'adrs'));
    expect(existsSync(mark)).toBe(false);
    expect(revision === undefined).toBe(hasOwnFilters(root));
  });

  it('would, if git were asked without care', () => {
    const { root, mark } = repository((program) => `[core]\n\tfsmonitor = ${program}\n`);
    execFileSync('git', ['status', '--porcelain'], { cwd: root });
    expect(existsSync(mark)).toBe(true);
  });
});
