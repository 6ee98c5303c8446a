import { once } from 'node:events';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** What a server answers; `{origin}` in a header or body is its own address. */
export interface Answer {
  readonly status?: number;
  /** With an `etag`, a request that knows it gets 304. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Blanks before the body. */
  readonly size?: number;
  /** Milliseconds. */
  readonly wait?: number;
}

export interface Server {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  /** The paths that were asked for since the last call. */
  asked(): string[];
  stop(): Promise<void>;
}

/**
 * A real server on this machine, in a thread of its own; it ends with the test. Of several answers to a
 * path each serves one request, and the last one all that follow.
 */
export async function startServer(
  routes: Readonly<Record<string, Answer | readonly Answer[]>>,
): Promise<Server> {
  const { port1, port2 } = new MessageChannel();
  const lists = Object.entries(routes).map(([path, one]) => [path, [one].flat()] as const);
  const worker = new Worker(new URL('./http-server-thread.ts', import.meta.url), {
    workerData: { routes: Object.fromEntries(lists), port: port2 },
    transferList: [port2],
  });
  const stop = async () => {
    await worker.terminate();
  };
  onTestFinished(stop);
  port1.start();
  const [port] = (await once(port1, 'message')) as [number];
  port1.unref();
  return {
    origin: `http://127.0.0.1:${port}`,
    asked() {
      const paths: string[] = [];
      for (let next = receiveMessageOnPort(port1); next; next = receiveMessageOnPort(port1))
        paths.push(next.message as string);
      return paths;
    },
    stop,
  };
}
