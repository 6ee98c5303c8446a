import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspace, loadWorkspaceFile } from '#sources/workspace.ts';
import { contentFolder, SMALL_WORKSPACE } from '../../support/content.ts';
import { at } from '../../support/studies.ts';

const NO_HOSTS = { hosts: [] };

describe('the workspace of a content folder', () => {
  it('is read with what it includes', () => {
    const root = contentFolder({
      'workspace.dsl': 'workspace "W" {\nmodel {\n!include models/a.dsl\n}\n}\n',
      'models/a.dsl': 'a = person "A"\n',
    });
    const { workspace, diagnostics, files } = loadWorkspace(root, NO_HOSTS);
    expect(diagnostics).toEqual([]);
    expect(workspace.elements.map(({ name }) => name)).toEqual(['A']);
    expect(files).toContain('workspace.dsl');
    expect(files).toContain('models/a.dsl');
  });

  it('is empty and told when there is none', () => {
    const { workspace, diagnostics, files } = loadWorkspace(contentFolder({}), NO_HOSTS);
    expect([workspace.elements, workspace.views, workspace.relationships]).toEqual([[], [], []]);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['missing-workspace', 'workspace.dsl'],
    ]);
    expect(files).toEqual(['workspace.dsl']);
  });

  it('is what could be understood when it is broken', () => {
    const root = contentFolder({
      'workspace.dsl': 'workspace "W" {\nmodel {\na = person "A"\nb\n}\n}\n',
    });
    const { workspace, diagnostics } = loadWorkspace(root, NO_HOSTS);
    expect(workspace.elements.map(({ name }) => name)).toEqual(['A']);
    expect(diagnostics.map(({ span }) => span && at({ ...diagnostics[0]!, span }))[0]).toMatch(
      / workspace\.dsl:4:1$/,
    );
  });

  it('does not carry its own source: the site shows the model', () => {
    const root = contentFolder({ 'workspace.dsl': SMALL_WORKSPACE });
    expect(loadWorkspace(root, NO_HOSTS).workspace.properties).not.toHaveProperty(
      'structurizr.dsl',
    );
  });
});

describe('a workspace named on the command line', () => {
  it.each(['small.dsl', './small.dsl', 'deep/../small.dsl'])('is read from %s', (file) => {
    const root = contentFolder({ 'small.dsl': SMALL_WORKSPACE, 'deep/x': '' });
    const { workspace, diagnostics } = loadWorkspaceFile(file, root);
    expect(diagnostics).toEqual([]);
    expect(workspace?.name).toBe('Small');
  });

  it('may be JSON, by its ending in any case', () => {
    const json = JSON.stringify({ id: 1, name: 'J', model: { people: [{ id: '1', name: 'A' }] } });
    const root = contentFolder({ 'a.JSON': json, 'b.json': '{' });
    expect(loadWorkspaceFile('a.JSON', root).workspace?.elements).toHaveLength(1);
    const broken = loadWorkspaceFile('b.json', root);
    expect(broken.workspace).toBeUndefined();
    expect(broken.diagnostics[0]?.span?.source.name).toBe('b.json');
  });

  it.each(['none.dsl', 'folder', ''])('is told when there is none: %j', (file) => {
    const root = contentFolder({ 'folder/x': '' });
    const { workspace, diagnostics } = loadWorkspaceFile(file, root);
    expect(workspace).toBeUndefined();
    expect(diagnostics.map(({ code, file: named }) => [code, named])).toEqual([
      ['unreadable-file', file],
    ]);
  });

  it('may include from its own folder and below, not from above', () => {
    const include = (path: string) => `workspace {\nmodel {\n!include ${path}\n}\n}\n`;
    const root = contentFolder({
      'above.dsl': 'a = person "Above"\n',
      'in/side.dsl': 'a = person "Beside"\n',
      'in/one.dsl': include('side.dsl'),
      'in/two.dsl': include('../above.dsl'),
    });
    expect(loadWorkspaceFile('in/one.dsl', root).workspace?.elements[0]?.name).toBe('Beside');
    expect(loadWorkspaceFile('in/two.dsl', root).diagnostics).not.toEqual([]);
    expect(loadWorkspaceFile('in/two.dsl', root).workspace?.elements ?? []).toEqual([]);
  });

  it('may include from its work tree', () => {
    const root = contentFolder({
      '.git/HEAD': '',
      'above.dsl': 'a = person "Above"\n',
      'in/two.dsl': 'workspace {\nmodel {\n!include ../above.dsl\n}\n}\n',
    });
    const { workspace, diagnostics } = loadWorkspaceFile('in/two.dsl', root);
    expect(diagnostics).toEqual([]);
    expect(workspace?.elements[0]?.name).toBe('Above');
  });

  it('is read in the encoding that is named', () => {
    const root = contentFolder({});
    const dsl = 'workspace {\nmodel {\na = person "Zoë"\n}\n}\n';
    writeFileSync(join(root, 'latin.dsl'), Buffer.from(dsl, 'latin1'));
    const { workspace } = loadWorkspaceFile('latin.dsl', root, { encoding: 'iso-8859-1' });
    expect(workspace?.elements[0]?.name).toBe('Zoë');
    const { diagnostics } = loadWorkspaceFile('latin.dsl', root);
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl-file-unreadable']);
  });

  it('holds no more than the scope that it states', () => {
    const configuration = 'configuration {\nscope landscape\n}';
    const root = contentFolder({
      'a.dsl': SMALL_WORKSPACE.replace(/}\n$/, `${configuration}\n}\n`),
    });
    const { workspace, diagnostics } = loadWorkspaceFile('a.dsl', root);
    expect(workspace?.name).toBe('Small');
    expect(diagnostics.map(({ code, file, official }) => [code, file, official])).toEqual([
      ['wrong-scope', 'a.dsl', expect.stringContaining('landscape scoped')],
    ]);
  });
});
