import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { contentFolder } from '../support/content.ts';
import { startServer } from '../support/http-server.ts';

const THEME = { body: JSON.stringify({ elements: [{ tag: 'Person', background: '#0b5a1e' }] }) };
const MORE = { body: 'reader = person "Reader"\n' };

const workspace = (origin: string) => `workspace "W" {
  model {
    !include ${origin}/more.dsl
  }
  views {
    systemLandscape all {
      include *
    }
    styles {
      theme ${origin}/theme.json
    }
  }
}
`;

describe('a workspace that reads from the network', () => {
  it('is drawn with --allow-host, and later without the network, from copies', async () => {
    const { origin, asked, stop } = await startServer({ '/more.dsl': MORE, '/theme.json': THEME });
    const root = contentFolder({ 'w.dsl': workspace(origin) });
    const cache = { ARCHFOLIO_CACHE: contentFolder({}) };
    const draw = () =>
      runCli(
        ['export', 'w.dsl', '--format', 'svg', '--output', '-', '--allow-host', origin],
        root,
        cache,
      );
    const first = await draw();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('#0b5a1e');
    expect(asked()).toEqual(['/more.dsl', '/theme.json']);
    await stop();
    const second = await draw();
    expect(second).toMatchObject({ code: 0, stdout: first.stdout });
    expect(second.stderr).toContain('dsl-network-copy');
    expect(second.stderr).toContain('theme-copy');
    const off = await runCli(
      ['check', 'w.dsl', '--json', '--allow-host', 'other.example', '--allow-host', origin],
      root,
      { ARCHFOLIO_CACHE: 'off' },
    );
    expect(off.code).toBe(1);
    expect(JSON.parse(off.stdout).diagnostics).toMatchObject([
      { code: 'dsl-network', line: 3, column: 14 },
      { code: 'theme-not-loaded', line: 10, column: 13 },
    ]);
  });

  it('is written as JSON without its theme, so that is not asked for', async () => {
    const { origin, asked } = await startServer({ '/more.dsl': MORE, '/theme.json': THEME });
    const root = contentFolder({ 'w.dsl': workspace(origin) });
    const args = ['w.dsl', '--allow-host', origin];
    const cache = { ARCHFOLIO_CACHE: 'off' };
    const made = await runCli(
      ['export', ...args, '--format', 'json', '--output', '-'],
      root,
      cache,
    );
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(made.stdout).views.configuration.themes).toEqual([`${origin}/theme.json`]);
    expect((await runCli(['inspect', ...args, '--json'], root, cache)).stdout).toContain('"model.');
    expect((await runCli(['upgrade', ...args], root, cache)).code).toBe(0);
    expect(asked()).toEqual(['/more.dsl', '/more.dsl', '/more.dsl']);
  });

  it('is checked as a site with the hosts of the configuration', async () => {
    const { origin, asked } = await startServer({ '/more.dsl': MORE, '/theme.json': THEME });
    const config = (hosts: readonly string[]) =>
      `import { portfolio } from 'archfolio';\nexport default { integrations: [portfolio({ title: 'T', author: { name: 'N', role: 'R' }, hosts: ${JSON.stringify(hosts)} })] };\n`;
    const root = contentFolder({
      'workspace.dsl': workspace(origin),
      'astro.config.mjs': config([]),
      'on/workspace.dsl': workspace(origin),
      'on/astro.config.mjs': config([origin]),
    });
    const cache = { ARCHFOLIO_CACHE: contentFolder({}) };
    const off = await runCli(['check', '--root', root], root, cache);
    expect(off.code).toBe(1);
    expect(off.stdout).toContain(`hosts: ['${origin}']`);
    expect(asked()).toEqual([]);
    const on = await runCli(['check', '--root', `${root}/on`], root, cache);
    expect(on).toMatchObject({ code: 0, stderr: '' });
    expect(asked()).toEqual(['/more.dsl', '/theme.json']);
  });

  it.each(['https://example.org', 'example.org/a', 'a b', ''])('takes no host %j', async (host) => {
    const root = contentFolder({ 'w.dsl': 'workspace {\n}\n' });
    const { code, stderr } = await runCli(['check', 'w.dsl', '--allow-host', host], root);
    expect(code).toBe(2);
    expect(stderr).toContain('--allow-host');
  });
});
