import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownThemes, unknownThemes } from '#model/themes.ts';
import { createNetwork } from '#sources/network.ts';
import { loadWorkspace, loadWorkspaceFile } from '#sources/workspace.ts';
import { contentFolder } from '../../support/content.ts';
import { startServer } from '../../support/http-server.ts';
import { places } from '../dsl/support.ts';

const day = (date: string) => () => new Date(`${date}T12:00:00Z`);
const textOf = (content: object) =>
  'bytes' in content ? new TextDecoder().decode(content.bytes as Uint8Array) : content;

describe('an address', () => {
  it('is asked once by a process, and its content is as the server sent it', async () => {
    const { origin, asked } = await startServer({
      '/a': { body: 'é', headers: { 'content-type': 'text/plain; charset=utf-8' } },
    });
    const { fetch } = createNetwork([origin]);
    for (const _ of [1, 2]) {
      expect(fetch(`${origin}/a`)).toMatchObject({ contentType: 'text/plain; charset=utf-8' });
      expect(textOf(fetch(`${origin}/a`))).toBe('é');
    }
    expect(asked()).toEqual(['/a']);
  });

  it('is asked by the next process whether the copy still holds', async () => {
    const tagged = (etag: string, body: string) => ({ headers: { etag }, body });
    const { origin, asked } = await startServer({
      '/a': [tagged('"1"', 'one'), tagged('"1"', 'one'), tagged('"2"', 'two')],
    });
    const folder = contentFolder({});
    const next = () => textOf(createNetwork([origin], { folder }).fetch(`${origin}/a`));
    expect([next(), next(), next()]).toEqual(['one', 'one', 'two']);
    expect(asked()).toEqual(['/a', '/a unless "1"', '/a unless "1"']);
  });

  it.each([
    ['is gone', [{ body: 'one' }, { status: 500 }], 'the server answers 500 Internal Server Error'],
    ['is not reached', undefined, 'the host refuses the connection'],
  ])('that %s is taken from the copy, with its date', async (_, answers, failure) => {
    const { origin, stop } = await startServer({ '/a': answers ?? { body: 'one' } });
    const folder = contentFolder({});
    createNetwork([origin], { folder, now: day('2026-03-04') }).fetch(`${origin}/a`);
    if (!answers) await stop();
    const later = createNetwork([origin], { folder, now: day('2026-05-06') }).fetch(`${origin}/a`);
    expect(textOf(later)).toBe('one');
    expect(later).toMatchObject({ copy: { date: '2026-03-04', failure } });
  });

  it('has no copy when what was kept is not whole', async () => {
    const { origin } = await startServer({ '/a': [{ body: 'one' }, { status: 503 }] });
    const folder = contentFolder({});
    createNetwork([origin], { folder }).fetch(`${origin}/a`);
    const [content = ''] = readdirSync(join(folder, 'fetched'));
    const file = join(folder, 'fetched', content);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -2));
    expect(createNetwork([origin], { folder }).fetch(`${origin}/a`)).toEqual({
      failure: 'the server answers 503 Service Unavailable',
    });
  });

  it('that failed is asked again after a minute, and one that did not is not', async () => {
    const { origin, asked } = await startServer({
      '/a': [{ status: 503 }, { body: 'one' }],
      '/b': { body: 'two' },
    });
    let seconds = 0;
    const now = () => new Date(Date.UTC(2026, 2, 4) + seconds * 1000);
    const { fetch } = createNetwork([origin], { now });
    const both = () => [textOf(fetch(`${origin}/a`)), textOf(fetch(`${origin}/b`))];
    const failure = { failure: 'the server answers 503 Service Unavailable' };
    expect(both()).toEqual([failure, 'two']);
    seconds = 59;
    expect(both()).toEqual([failure, 'two']);
    seconds = 61;
    expect(both()).toEqual(['one', 'two']);
    expect(asked()).toEqual(['/a', '/b', '/a']);
  });

  it('is named by hashes in the cache: of itself, and of its content', async () => {
    const { origin } = await startServer({ '/a': { body: 'one' }, '/b': { body: 'one' } });
    const folder = contentFolder({});
    const { fetch } = createNetwork([origin], { folder });
    fetch(`${origin}/a`);
    fetch(`${origin}/b`);
    expect(readdirSync(join(folder, 'addresses'))).toHaveLength(2);
    expect(readdirSync(join(folder, 'fetched'))).toEqual([
      '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
    ]);
  });
});

describe('what keeps content away', () => {
  const ELSEWHERE = 'https://elsewhere.example/a';

  it.each([
    ['/none', {}, 'the server answers 404 Not Found'],
    ['/large', { size: 5_000 }, 'it is larger than 4000 bytes'],
    ['/slow', { wait: 5_000 }, 'there is no answer within 0.5 s'],
    [
      '/away',
      { status: 302, headers: { location: ELSEWHERE } },
      'it leads to `elsewhere.example`, which is not permitted',
    ],
    ['/round', { status: 302, headers: { location: '/round' } }, 'it leads on more than 5 times'],
  ])('is told: %s', async (path, answer, failure) => {
    const { origin } = await startServer(path === '/none' ? {} : { [path]: answer });
    const { fetch } = createNetwork([origin], { milliseconds: 500, maxBytes: 4_000 });
    expect(fetch(`${origin}${path}`)).toEqual({ failure });
  });

  it('is no redirect within the hosts that are permitted', async () => {
    const { origin, asked } = await startServer({
      '/a': { status: 301, headers: { location: '{origin}/b' } },
      '/b': { body: 'two' },
    });
    expect(textOf(createNetwork([origin]).fetch(`${origin}/a`))).toBe('two');
    expect(asked()).toEqual(['/a', '/b']);
  });

  it('is a host that is permitted for https alone', async () => {
    const { origin, asked } = await startServer({ '/a': {} });
    const { host } = new URL(origin);
    expect(createNetwork([host]).fetch(`${origin}/a`)).toEqual({
      failure: `it leads to \`${origin}\`, which is not permitted`,
    });
    expect(asked()).toEqual([]);
  });
});

const THEME = JSON.stringify({
  elements: [{ tag: 'Person', background: '#abcdef', icon: 'icons/p.png' }],
});
const PARENT = 'workspace "Parent" {\nmodel {\na = person "A"\n}\n}\n';

/** A workspace that reads from a server in three ways. */
const reading = (origin: string) => `workspace extends ${origin}/parent.dsl {
  model {
    !include ${origin}/more.dsl
    a -> b "Asks"
  }
  views {
    styles {
      theme ${origin}/theme.json
    }
  }
}
`;

const ROUTES = {
  '/parent.dsl': { body: PARENT },
  '/more.dsl': { body: 'b = person "B"\n' },
  '/theme.json': { body: THEME },
};

describe('a workspace', () => {
  it('includes, extends and takes themes from hosts that are permitted, each asked once', async () => {
    const { origin, asked } = await startServer(ROUTES);
    const root = contentFolder({ 'workspace.dsl': reading(origin) });
    const network = createNetwork([origin]);
    for (const _ of [1, 2]) {
      const { workspace, diagnostics } = loadWorkspace(root, { hosts: [] }, network);
      expect(places(diagnostics)).toEqual([]);
      expect(workspace.elements.map(({ name }) => name)).toEqual(['A', 'B']);
      expect(unknownThemes(workspace)).toEqual([]);
      expect(knownThemes(workspace)).toMatchObject([
        { elements: [{ background: '#abcdef', icon: `${origin}/icons/p.png` }] },
      ]);
    }
    expect(asked().toSorted()).toEqual(['/more.dsl', '/parent.dsl', '/theme.json']);
  });

  it('reads nothing from the network by default, and says at each place what permits it', async () => {
    const { origin, asked } = await startServer(ROUTES);
    const root = contentFolder({
      'workspace.dsl': reading(origin).replace(/extends \S+/, ''),
      'child.dsl': `workspace extends ${origin}/parent.dsl {\n}\n`,
      'workspace.json': JSON.stringify({
        id: 1,
        name: 'J',
        views: { configuration: { themes: [`${origin}/theme.json`] } },
      }),
    });
    const found = ['workspace.dsl', 'child.dsl', 'workspace.json'].flatMap(
      (file) => loadWorkspaceFile(file, root).diagnostics,
    );
    const network = found.filter(({ code }) => /network|theme/.test(code));
    expect(places(network)).toEqual([
      `3:14 dsl-network ${origin}/more.dsl`,
      `8:13 theme-not-loaded ${origin}/theme.json`,
      `child.dsl:1:19 dsl-network ${origin}/parent.dsl`,
      `workspace.json:1:57 theme-not-loaded ${origin}/theme.json`,
    ]);
    for (const { hint } of network) {
      expect(hint).toContain(`hosts: ['${origin}']`);
      expect(hint).toContain(`--allow-host ${origin}`);
    }
    expect(asked()).toEqual([]);
  });

  it('is read from copies when the network fails, and says so at each place', async () => {
    const { origin, stop } = await startServer(ROUTES);
    const root = contentFolder({ 'workspace.dsl': reading(origin) });
    const folder = contentFolder({});
    const load = () => loadWorkspace(root, { hosts: [] }, createNetwork([origin], { folder }));
    const first = load();
    await stop();
    const second = load();
    expect(second.workspace).toEqual(first.workspace);
    expect(places(second.diagnostics)).toEqual([
      `1:19 dsl-network-copy ${origin}/parent.dsl`,
      `3:14 dsl-network-copy ${origin}/more.dsl`,
      `8:13 theme-copy ${origin}/theme.json`,
    ]);
  });

  it.each([
    ['amazon-web-services-2023.01.31', 'Amazon Web Services - EC2'],
    ['microsoft-azure-2023.01.24', 'Microsoft Azure - Virtual Machine'],
    ['google-cloud-platform-v1.5', 'Google Cloud Platform - Compute Engine'],
    ['kubernetes-v0.3', 'Kubernetes - pod'],
    ['oracle-cloud-infrastructure-2021.04.30', 'Oracle Cloud Infrastructure - Virtual Machine'],
  ])('has the theme %s at hand, with icons at its own address', (name, tag) => {
    const address = `https://static.structurizr.com/themes/${name}/theme.json`;
    const root = contentFolder({
      'workspace.dsl': `workspace {\n  views {\n    theme ${address}\n  }\n}\n`,
    });
    const { workspace, diagnostics } = loadWorkspace(root, { hosts: [] }, createNetwork([]));
    expect(diagnostics).toEqual([]);
    const [theme] = knownThemes(workspace);
    expect(theme?.name).toBe(address);
    const style = theme?.elements.find((one) => one.tag === tag);
    expect(style?.icon).toMatch(
      new RegExp(`^https://static.structurizr.com/themes/${name}/.+\\.png$`),
    );
    expect(style?.stroke ?? style?.color).toMatch(/^#[0-9a-f]{6}$/i);
  });

  it.each([
    ['is not there', { status: 404 }],
    ['is no JSON', { body: '{' }],
    ['is no theme', { body: '{"elements": 7}' }],
  ])('goes without a theme that %s', async (_, answer) => {
    const { origin } = await startServer({ '/theme.json': answer });
    const text = `workspace {\n  views {\n    theme ${origin}/theme.json\n  }\n}\n`;
    const root = contentFolder({ 'workspace.dsl': text });
    const { workspace, diagnostics } = loadWorkspace(root, { hosts: [] }, createNetwork([origin]));
    expect(places(diagnostics)).toEqual([`3:11 theme-not-loaded ${origin}/theme.json`]);
    expect(knownThemes(workspace)).toEqual([]);
  });

  it('that extends or includes itself over the network comes to an end', async () => {
    const { origin } = await startServer({
      '/extends.dsl': { body: 'workspace extends {origin}/extends.dsl {\n}\n' },
      '/include.dsl': { body: '!include {origin}/include.dsl\n' },
    });
    const root = contentFolder({
      'extends.dsl': `workspace extends ${origin}/extends.dsl {\n}\n`,
      'include.dsl': `workspace {\n!include ${origin}/include.dsl\n}\n`,
    });
    const network = createNetwork([origin]);
    const codes = (file: string) =>
      loadWorkspaceFile(file, root, { network }).diagnostics.map(({ code }) => code);
    expect(codes('extends.dsl')).toContain('dsl-include-cycle');
    expect(codes('include.dsl')).toContain('dsl-include-cycle');
  });
});
