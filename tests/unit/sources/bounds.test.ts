import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspace, loadWorkspaceFile, rootOf } from '#sources/workspace.ts';
import { PROJECT } from '../../support/cli.ts';
import { contentFolder } from '../../support/content.ts';
import { places } from '../dsl/support.ts';

const ADR = '# 1. One\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n\n## Context\n';

/** Every statement that reads a file, with a path for its place. */
const STATEMENTS: readonly (readonly [name: string, write: (path: string) => string])[] = [
  ['!include a file', (path) => `workspace {\nmodel {\n!include ‹${path}/model.dsl›\n}\n}`],
  ['!include a folder', (path) => `workspace {\nmodel {\n!include ‹${path}/models›\n}\n}`],
  ['!docs', (path) => `workspace {\n!docs ‹${path}/docs›\n}`],
  ['!adrs', (path) => `workspace {\n!adrs ‹${path}/adrs›\n}`],
  ['extends', (path) => `workspace extends ‹${path}/parent.dsl› {\n}`],
  ['extends JSON', (path) => `workspace extends ‹${path}/parent.json› {\n}`],
  ['theme', (path) => `workspace {\nviews {\ntheme ‹${path}/theme.json›\n}\n}`],
  [
    'icon',
    (path) => `workspace {\nviews {\nstyles {\nelement A {\nicon ‹${path}/a.svg›\n}\n}\n}\n}`,
  ],
  ['image', (path) => `workspace {\nviews {\nimage * key {\nimage ‹${path}/a.svg›\n}\n}\n}`],
  ['plantuml', (path) => imageView('plantuml', `${path}/a.puml`)],
  ['mermaid', (path) => imageView('mermaid', `${path}/a.mmd`)],
];

function imageView(service: string, path: string): string {
  return `workspace {\nviews {\nproperties {\n${service}.url https://example.org\n}\nimage * key {\n${service} ‹${path}›\n}\n}\n}`;
}

/** What they read. */
const FILES = {
  'model.dsl': 'p = person "P"\n',
  'models/model.dsl': 'p = person "P"\n',
  'docs/one.md': '## One\n',
  'adrs/0001-one.md': ADR,
  'parent.dsl': 'workspace {\n}\n',
  'parent.json': '{"id": 1, "name": "J"}',
  'theme.json': '{"elements": []}',
  'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'a.puml': 'title A\n',
  'a.mmd': 'graph\n',
};

const below = (folder: string) =>
  Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`${folder}/${name}`, text]));

/** A file two folders down, whose links lead to files beside it, above it and outside. */
function world(text: string, { git = false } = {}): string {
  const top = contentFolder({
    ...below('outside'),
    ...below('tree/above'),
    ...below('tree/in/beside'),
    'tree/in/w.dsl': text,
    ...(git && { 'tree/.git/HEAD': '' }),
  });
  mkdirSync(join(top, 'tree/in/links'));
  symlinkSync(join(top, 'tree/in/beside'), join(top, 'tree/in/links/beside'));
  symlinkSync(join(top, 'tree/above'), join(top, 'tree/in/links/above'));
  symlinkSync(join(top, 'outside'), join(top, 'tree/in/links/outside'));
  return top;
}

/** Where a path leads from `tree/in/w.dsl`, and what bounds let it be read. */
const PATHS = [
  ['beside', ['folder', 'work tree', 'root']],
  ['../in/beside', ['folder', 'work tree', 'root']],
  ['links/beside', ['folder', 'work tree', 'root']],
  ['../above', ['work tree']],
  ['links/above', ['work tree']],
  ['../../outside', []],
  ['links/outside', []],
  ['beside/../../../outside', []],
] as const;

const BOUNDS = ['folder', 'work tree', 'root'] as const;

const CASES = STATEMENTS.flatMap(([statement, write]) =>
  PATHS.flatMap(([path, within]) =>
    BOUNDS.map((bound) => ({
      statement,
      path,
      bound,
      marked: write(path),
      isRead: (within as readonly string[]).includes(bound),
    })),
  ),
);

describe('files that a workspace names', () => {
  it.each(CASES)('$statement of $path within the $bound: $isRead', ({ bound, marked, isRead }) => {
    const start = marked.indexOf('‹');
    const said = marked.slice(start + 1, marked.indexOf('›'));
    const top = world(marked.replace(/[‹›]/g, ''), { git: bound !== 'folder' });
    const { diagnostics } = loadWorkspaceFile('tree/in/w.dsl', top, {
      ...(bound === 'root' && { root: join(top, 'tree/in') }),
    });
    const lines = marked.slice(0, start).split('\n');
    const place = `${bound === 'work tree' ? 'in/' : ''}w.dsl:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
    expect(places(diagnostics)).toEqual(isRead ? [] : [`${place} dsl-outside-root ${said}`]);
  });

  it('are not read by an absolute path, which is one below the file for the language', () => {
    const top = world('');
    const text = `workspace {\nmodel {\n!include ${top}/outside/model.dsl\n}\n}`;
    const root = contentFolder({ 'workspace.dsl': text });
    const { workspace, diagnostics } = loadWorkspace(root, { hosts: [] });
    expect(workspace.elements).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl-file-missing']);
  });

  it.each(STATEMENTS)('of a site stay in its folder: %s', (_, write) => {
    const marked = write('../outside');
    const root = contentFolder({
      ...below('outside'),
      '.git/HEAD': '',
      'site/workspace.dsl': marked.replace(/[‹›]/g, ''),
    });
    const { diagnostics } = loadWorkspace(`${root}/site`, { hosts: [] });
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl-outside-root']);
  });

  it.each(['dsl', 'json'])('are bounded with the file itself, .%s', (ending) => {
    const top = contentFolder({ [`w.${ending}`]: '', 'in/x': '' });
    const { diagnostics } = loadWorkspaceFile(`w.${ending}`, top, { root: join(top, 'in') });
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl-outside-root']);
  });
});

it('bounds what a file may read by this project, its work tree or its folder', () => {
  const top = contentFolder({ 'tree/.git': 'gitdir: ../x', 'tree/a/w.dsl': '', 'plain/w.dsl': '' });
  expect(rootOf(join(PROJECT, 'case-studies/any/w.dsl'))).toBe(PROJECT);
  expect(rootOf(join(top, 'tree/a/w.dsl'))).toBe(join(top, 'tree'));
  expect(rootOf(join(top, 'plain/w.dsl'))).toBe(join(top, 'plain'));
});
