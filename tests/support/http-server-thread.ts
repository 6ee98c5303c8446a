/** The thread of `startServer`: a server that answers while the test's own thread waits for it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Answer } from './http-server.ts';

interface Given {
  readonly routes: Readonly<Record<string, readonly Answer[]>>;
  readonly port: MessagePort;
}

const { routes, port } = workerData as Given;
const asked = new Map<string, number>();

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const count = asked.get(path) ?? 0;
  asked.set(path, count + 1);
  const tag = request.headers['if-none-match'];
  port.postMessage(tag === undefined ? path : `${path} unless ${tag}`);
  const answers = routes[path] ?? [{ status: 404 }];
  const answer = answers[Math.min(count, answers.length - 1)] ?? {};
  const { status = 200, headers = {}, body = '', size, wait } = answer;
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = () => {
    const isKnown = tag !== undefined && tag === headers.etag;
    const filled = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('{origin}', origin),
    ]);
    response.writeHead(isKnown ? 304 : status, Object.fromEntries(filled));
    if (size !== undefined && !isKnown) response.write(Buffer.alloc(size, 32));
    response.end(isKnown ? undefined : body.replaceAll('{origin}', origin));
  };
  if (wait === undefined) send();
  else setTimeout(send, wait).unref();
});

server.listen(0, '127.0.0.1', () => {
  port.postMessage((server.address() as AddressInfo).port);
});
