import { describe, expect, it } from 'vitest';
import { readSource } from '#dsl/source.ts';
import { workspaceToJson } from '#model/to-json.ts';
import { inModel, memoryReader, places, read, readClean } from './support.ts';

describe('includes', () => {
  it('read a file, or all files of a folder in order, relative to the including one', () => {
    const reader = memoryReader({
      'a/b.dsl': 'b = person B\n!include c.dsl\n',
      'a/c.dsl': 'c = person C\n',
      'd/2.dsl': 'e = person E\n',
      'd/1.dsl': 'd = person D\n',
      'd/.hidden': 'nonsense\n',
    });
    const { workspace, diagnostics, files } = read(
      inModel('!include a/b.dsl\n!include d\nb -> e'),
      { reader },
    );
    expect(diagnostics).toEqual([]);
    expect(workspace?.elements.map(({ name }) => name)).toEqual(['B', 'C', 'D', 'E']);
    expect(files).toEqual(
      expect.arrayContaining(['a/b.dsl', 'a/c.dsl', 'd', 'd/1.dsl', 'd/2.dsl']),
    );
  });

  it('end where they go in a circle', () => {
    const reader = memoryReader({ 'a.dsl': '!include b.dsl\n', 'b.dsl': '!include a.dsl\n' });
    expect(places(read(inModel('!include a.dsl'), { reader }).diagnostics)).toEqual([
      'b.dsl:1:10 dsl-include-cycle a.dsl',
    ]);
  });

  it.each(['../a.dsl', 'x/../../a.dsl', '/../a.dsl'])('stay inside the root: %s', (path) => {
    const reader = memoryReader({ 'a.dsl': '' });
    const { diagnostics } = read(inModel(`!include ${path}`), { reader });
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl-outside-root']);
  });

  it('read nothing without a reader', () => {
    const { diagnostics } = read(inModel('!include a.dsl'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl-file-missing']);
  });
});

describe('workspace extends', () => {
  const base = 'workspace Base Words {\n  model {\n    a = person A\n  }\n}\n';

  it('goes on with a DSL file', () => {
    const reader = memoryReader({ 'base.dsl': base });
    const workspace = readClean(
      'workspace extends base.dsl {\n  name More\n  model {\n    b = person B\n    a -> b\n  }\n}',
      { reader },
    );
    expect(workspace).toMatchObject({ name: 'More', description: 'Words' });
    expect(workspace.elements.map(({ id, name }) => `${id} ${name}`)).toEqual(['1 A', '2 B']);
  });

  it('goes on with a JSON file, by the identifiers in it', () => {
    const json = JSON.stringify(workspaceToJson(readClean(base)));
    const reader = memoryReader({ 'base.json': json });
    const workspace = readClean(
      'workspace extends base.json {\n  model {\n    b = person B\n    a -> b\n  }\n}',
      { reader },
    );
    expect(workspace.relationships).toMatchObject([{ id: '3', source: '1', destination: '2' }]);
  });

  it('ends where it goes in a circle', () => {
    const text = 'workspace extends workspace.dsl {\n}\n';
    const reader = memoryReader({ 'workspace.dsl': text });
    const { diagnostics } = read(text, { reader });
    expect(diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  });
});

describe('documentation and decisions', () => {
  it('are imported in order, with the images that they name', () => {
    const reader = memoryReader({
      'docs/02.md': '## Second\n\n![](a.png)\n',
      'docs/01.md': '## First\r\n',
      'docs/a.png': new Uint8Array([1, 2, 3]),
      'docs/b.png': new Uint8Array([4]),
      'adr/0001-one.md':
        '# 1. One\n\nDate: 2024-01-02\n\n## Status\n\nSuperseded by [2. Two](0002-two.md)\n',
      'adr/0002-two.md': '# 2. Two\n\nDate: 2024-01-03\n\n## Status\n\nAccepted\n',
    });
    const { documentation } = readClean('workspace {\n  !docs docs\n  !adrs adr\n}', { reader });
    expect(documentation.sections.map(({ filename, order }) => `${order} ${filename}`)).toEqual([
      '1 01.md',
      '2 02.md',
    ]);
    expect(documentation.images).toEqual([{ name: 'a.png', type: 'image/png', content: 'AQID' }]);
    expect(documentation.decisions).toMatchObject([
      { id: '1', title: 'One', status: 'Superseded', links: [{ id: '2' }] },
      { id: '2', title: 'Two', status: 'Accepted' },
    ]);
  });
});

describe('encodings', () => {
  const bytes = (...words: readonly number[]) => new Uint8Array(words);

  it('are UTF-8 unless the author says otherwise', () => {
    const reader = memoryReader({ 'a.dsl': bytes(0x23, 0xe9) });
    expect(readSource('a.dsl', { reader })).toHaveProperty(
      'diagnostic.code',
      'dsl-file-unreadable',
    );
    expect(readSource('a.dsl', { reader, encoding: 'iso-8859-1' })).toHaveProperty(
      'source.text',
      '#é',
    );
  });
});

describe('image views', () => {
  const image = (lines: string) => {
    const { views } = readClean(
      `workspace {\n  views {\n    properties {\n      "plantuml.url" "https://p"\n      "mermaid.url" "https://m"\n      "kroki.url" "https://k"\n    }\n    image * {\n${lines}\n    }\n  }\n}`,
    );
    return views[0];
  };

  it('carry the drawing in the address', () => {
    const text = '"""\n        digraph {\n          a -> b\n          b -> c\n        }\n      """';
    expect(image(`      kroki graphviz ${text}`)).toMatchObject({
      content: 'https://k/graphviz/png/eNpLyUwvSizIUKjmUlBIVNC1U0gCMpJAjGSuWgB82gd0',
      contentType: 'image/png',
    });
  });
});
