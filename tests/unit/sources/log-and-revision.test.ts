import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLog } from '#sources/decisions.ts';
import { revisionOf } from '#sources/revision.ts';
import { contentFolder, writeFiles } from '../../support/content.ts';

const record = (title: string) => `# ${title}\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n`;

describe('the decision log of a content folder', () => {
  it('may be missing', async () => {
    const { log, diagnostics } = await loadLog(contentFolder({}));
    expect([log.records, diagnostics]).toEqual([[], []]);
  });

  it('has the records of the folder and of folders in it, in order', async () => {
    const { log } = await loadLog(
      contentFolder({
        'adrs/0002-second.md': record('2. Second'),
        'adrs/0001-first.MD': record('1. First'),
        'adrs/backend/0003-third.md': record('3. Third'),
        'adrs/README.md': '# Decisions',
        'adrs/notes.txt': 'x',
        '0009-outside.md': record('9. Outside'),
      }),
    );
    expect(log.records.map(({ number, source }) => [number, source.name])).toEqual([
      [1, 'adrs/0001-first.MD'],
      [2, 'adrs/0002-second.md'],
      [3, 'adrs/backend/0003-third.md'],
    ]);
  });

  it('names a file as its author does when something is wrong with it', async () => {
    const { diagnostics } = await loadLog(
      contentFolder({ 'adrs/0001-a.md': '---\nstatus: [\n---\n# A\n' }),
    );
    expect(diagnostics[0]?.span?.source.name).toBe('adrs/0001-a.md');
  });
});

describe('the revision of a content folder', () => {
  const git = (root: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        GIT_DIR: undefined,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_DATE: '2026-03-04T23:30:00+0000',
        GIT_COMMITTER_DATE: '2026-03-04T23:30:00+0000',
      },
    }).trim();

  it('is nothing outside a work tree', () => {
    expect(revisionOf(contentFolder({ a: '' }), ['a'])).toBeUndefined();
    expect(revisionOf('/no/such/folder', ['a'])).toBeUndefined();
  });

  it('is nothing before the first commit, and then the last one that touched the content', () => {
    const root = contentFolder({ 'workspace.dsl': 'a', 'other.txt': 'b' });
    git(root, 'init', '-q');
    expect(revisionOf(root, ['workspace.dsl'])).toBeUndefined();
    git(root, 'add', '.');
    git(root, 'commit', '-q', '-m', 'one');
    const first = git(root, 'rev-parse', 'HEAD').slice(0, 7);
    expect(revisionOf(root, ['workspace.dsl', 'adrs'])).toEqual({
      hash: first,
      date: '2026-03-04',
    });
    expect(first).toHaveLength(7);
    writeFiles(root, { 'other.txt': 'c' });
    expect(revisionOf(root, ['workspace.dsl'])).not.toHaveProperty('isChanged');
    expect(revisionOf(root, ['other.txt'])?.isChanged).toBe(true);
    writeFiles(root, { 'adrs/0001-x.md': '' });
    expect(revisionOf(root, ['workspace.dsl', 'adrs'])?.isChanged).toBe(true);
    rmSync(join(root, 'adrs'), { recursive: true });
    git(root, 'commit', '-q', '-a', '-m', 'two');
    expect(revisionOf(root, ['workspace.dsl'])?.hash).toBe(first);
    expect(revisionOf(root, ['other.txt'])?.hash).not.toBe(first);
    expect(revisionOf(root, ['adrs'])).toBeUndefined();
  });
});
