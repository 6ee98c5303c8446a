import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entriesBelow, filesIn } from '#sources/entries.ts';
import { unreadableContent } from '#sources/unreadable.ts';
import { contentFolder, SMALL_STUDY } from '../../support/content.ts';

const FILES = {
  'case-studies/site/index.mdx': SMALL_STUDY,
  'adrs/.keep': '',
  'cost-models/.keep': '',
};

const pipe = (path: string) => {
  rmSync(path, { force: true, recursive: true });
  expect(spawnSync('mkfifo', [path]).status).toBe(0);
};
const link = (to: string) => (path: string) => {
  rmSync(path, { force: true, recursive: true });
  symlinkSync(to, path);
};
const folder = (path: string) => {
  rmSync(path, { force: true, recursive: true });
  mkdirSync(path, { recursive: true });
};
const file = (path: string) => {
  rmSync(path, { force: true, recursive: true });
  writeFileSync(path, '');
};

describe('what stands among the content and cannot be read', () => {
  it.each<[string, string, (path: string) => void, RegExp]>([
    ['a pipe for a page', 'case-studies/site/index.mdx', pipe, /neither a file nor a folder/],
    ['a pipe for a list', 'case-studies/site/nfrs.yaml', pipe, /neither a file nor a folder/],
    ['a pipe for a picture', 'case-studies/site/a.png', pipe, /neither a file nor a folder/],
    ['a pipe for a model', 'cost-models/site.ts', pipe, /neither a file nor a folder/],
    ['a folder for a page', 'case-studies/site/index.mdx', folder, /a folder/],
    ['a folder for a schema', 'case-studies/site/schema.sql', folder, /a folder/],
    ['a link to nothing', 'case-studies/site/nfrs.yaml', link('gone'), /what is not there/],
    ['a link to itself', 'case-studies/site/nfrs.yaml', link('nfrs.yaml'), /in a circle/],
    ['a circle of folders', 'adrs/up', link('..'), /a folder that it stands in/],
    ['a circle of studies', 'case-studies/site/all', link('../..'), /a folder that it stands in/],
    ['a folder for a post', 'case-studies/site/posts/a.md', folder, /a folder/],
    ['a folder for a review', 'case-studies/site/reviews/a.html', folder, /a folder/],
    ['a file for all records', 'adrs', file, /a file/],
    ['a file for all studies', 'case-studies', file, /a file/],
    ['a link to nothing for all models', 'cost-models', link('gone'), /what is not there/],
    ['a folder around all', 'case-studies/disk', link('/'), /a folder that it stands in/],
  ])('%s is one finding', (_, path, put, message) => {
    const root = contentFolder(FILES);
    put(join(root, path));
    expect(unreadableContent(root)).toMatchObject([
      { code: 'unreadable-file', file: path, message: expect.stringMatching(message) },
    ]);
  });

  it.each<[string, string, (path: string) => void]>([
    ['a pipe for a record, which the log’s own rules name', 'adrs/0001-a.md', pipe],
    ['what begins with `_`', 'case-studies/site/_pipe', pipe],
    ['a link to a folder elsewhere', 'case-studies/site/more', link('../../adrs')],
  ])('%s is none', (_, path, put) => {
    const root = contentFolder(FILES);
    put(join(root, path));
    expect(unreadableContent(root)).toEqual([]);
  });
});

describe('folders that link to one another', () => {
  it('are walked once around', () => {
    const root = contentFolder({ 'a/x.md': '', 'b/y.md': '' });
    symlinkSync('../b', join(root, 'a/to-b'));
    symlinkSync('../a', join(root, 'b/to-a'));
    expect(filesIn(join(root, 'a'), { deep: true })).toEqual(['to-b/y.md', 'x.md']);
    expect(entriesBelow(join(root, 'a')).filter(({ kind }) => kind === 'odd')).toMatchObject([
      { path: 'to-b/to-a' },
    ]);
  });
});
