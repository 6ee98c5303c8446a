import { request } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { serveSite } from '#cli/site-server.ts';
import { contentFolder } from '../../support/content.ts';

/** Sends a path as it is written: a client of the browser's kind would tidy it. */
function get(origin: string, path: string, method = 'GET'): Promise<[number, string, string]> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, failed) => {
    request({ hostname, port, path, method }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      const { statusCode = 0, headers } = response;
      const said = headers.location ?? headers['x-said'] ?? headers['content-type'] ?? '';
      response.on('end', () => done([statusCode, String(said), text]));
    })
      .on('error', failed)
      .end();
  });
}

it('serves a folder as hosts do, and nothing beside it', async () => {
  const root = contentFolder({
    'secret.txt': 'secret',
    'site-2/x': 'secret',
    'site/index.html': 'home',
    'site/404.html': 'lost',
    'site/.archfolio': 'hidden',
    'site/_headers': '/base/a/*\n  X-Said: yes\n',
    'site/a/index.html': 'a',
    'site/ü x.svg': '<svg/>',
  });
  const folder = join(root, 'site');
  const server = await serveSite({ folder, base: '/base/', port: 0, host: '127.0.0.1' });
  onTestFinished(server.stop);
  const HTML = 'text/html; charset=utf-8';
  const lost = [404, HTML, 'lost'];
  const cases: readonly (readonly [string, readonly (number | string)[]])[] = [
    ['/base/', [200, HTML, 'home']],
    ['/base/?q=1', [200, HTML, 'home']],
    ['/base/a/', [200, 'yes', 'a']],
    ['/base/a', [301, '/base/a/', '']],
    ['/base/%C3%BC%20x.svg', [200, 'image/svg+xml', '<svg/>']],
    ['/base/b', lost],
    ['/a/', lost],
    ['/base/_headers', lost],
    ['/base/.archfolio', lost],
    ['/base/../secret.txt', lost],
    ['/base/%2e%2e/secret.txt', lost],
    ['/base/%2e%2e%2fsecret.txt', lost],
    ['/base/..%5csecret.txt', lost],
    ['/base/%2e%2e%2fsite-2/x', lost],
    ['/base/a%00.html', lost],
    ['/base/%ff', lost],
    ['//evil.example/', lost],
    ['/base//a', lost],
  ];
  for (const [path, expected] of cases)
    expect(await get(server.origin, path), path).toEqual(expected);
  expect((await get(server.origin, '/base/', 'POST'))[0]).toBe(405);
});

it('takes the next port where one is taken', async () => {
  const folder = contentFolder({ 'index.html': '' });
  const first = await serveSite({ folder, base: '/', port: 0, host: '127.0.0.1' });
  onTestFinished(first.stop);
  const port = Number(new URL(first.origin).port);
  const second = await serveSite({ folder, base: '/', port, host: '127.0.0.1' });
  onTestFinished(second.stop);
  expect(Number(new URL(second.origin).port)).toBeGreaterThan(port);
});
