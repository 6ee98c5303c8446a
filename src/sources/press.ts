import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { FACES } from '#portfolio/cards/sheet.ts';
import { type Cache, codeHash, hashOf } from './cache.ts';
import type { PrintAnswer } from './press-worker.ts';
import type { Bytes, PrintJob } from './print.ts';

/** Makes pictures beside the work of its owner, who may ask for many at once. */
export interface Press {
  print(job: PrintJob): Promise<Bytes>;
}

/** How long the thread may say nothing while it has work, and how long it waits for more, in milliseconds. */
const PRINTING = 60_000;
const RESTING = 2_000;
/** How long what has been said already takes to be heard. */
const HEARING = 20;

const WORKER = new URL('./press-worker.ts', import.meta.url);

interface Waiting {
  readonly done: (bytes: Bytes) => void;
  readonly fail: (error: Error) => void;
}

/**
 * A press in a thread of its own, which starts with the first picture that is not in the cache and ends
 * when it has had nothing to do for a while. When it dies or says nothing any more, all that is still to
 * be made fails, and the next picture has a new thread.
 */
export function openPress(cache: Cache, worker = WORKER, limit = PRINTING): Press {
  const made: { by?: string } = {};
  const state: { thread?: Thread } = {};
  return {
    async print(job) {
      made.by ??= makerHash();
      const key = hashOf(made.by, JSON.stringify(job));
      const kept = cache.get(key);
      if (typeof kept === 'string') return new Uint8Array(Buffer.from(kept, 'base64'));
      if (!state.thread?.isUp) state.thread = startThread(worker, limit);
      const bytes = await state.thread.print(job);
      cache.put(key, Buffer.from(bytes).toString('base64'));
      return bytes;
    },
  };
}

interface Thread extends Press {
  readonly isUp: boolean;
}

function startThread(file: URL, limit: number): Thread {
  const waiting = new Map<number, Waiting>();
  const state = { isUp: true, last: 0 };
  const worker = new Worker(file);
  let timer: NodeJS.Timeout | undefined;
  const end = (why: string) => {
    clearTimeout(timer);
    state.isUp = false;
    void worker.terminate();
    for (const { fail } of waiting.values()) fail(new Error(why));
    waiting.clear();
  };
  const rest = () => {
    timer = setTimeout(() => end('The press is at rest.'), RESTING).unref();
    worker.unref();
  };
  // Whoever was busy for as long has answers waiting: they are heard first.
  const watch = () => {
    const late = () => end(`Cards and carousels were not printed within ${limit / 1000} seconds.`);
    timer = setTimeout(() => {
      timer = setTimeout(late, HEARING);
    }, limit);
  };
  worker.on('message', (answer: PrintAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    clearTimeout(timer);
    if (waiting.size > 0) watch();
    else rest();
    if ('bytes' in answer) asked?.done(answer.bytes);
    else asked?.fail(new Error(`It cannot be printed. ${answer.fault}`));
  });
  worker.on('error', (error) => end(`The press stopped. ${String(error)}`));
  worker.on('exit', () => end('The press stopped before it was done.'));
  return {
    get isUp() {
      return state.isUp;
    },
    print(job) {
      return new Promise((done, fail) => {
        const id = ++state.last;
        if (waiting.size === 0) {
          clearTimeout(timer);
          worker.ref();
          watch();
        }
        waiting.set(id, { done, fail });
        worker.postMessage({ id, job });
      });
    },
  };
}

/** What all pictures come from: the code that sets them, their fonts, and what writes PNG and PDF. */
export function makerHash(): string {
  const packages = ['sharp', 'pdfkit', 'fontkit'].map((name) =>
    readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  );
  const versions = packages.map((text) => String(JSON.parse(text).version));
  const folders = ['../portfolio/cards/', '../portfolio/posts/', '../svg/'];
  const files = ['./print.ts', './card-fonts.ts', './card-png.ts', './carousel-pdf.ts'];
  return hashOf(
    ...versions,
    ...folders.map((name) => codeHash(new URL(name, import.meta.url))),
    ...files.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')),
    ...FACES.map((face) =>
      readFileSync(new URL(`../svg/fonts/${face}.ttf`, import.meta.url), 'latin1'),
    ),
  );
}
